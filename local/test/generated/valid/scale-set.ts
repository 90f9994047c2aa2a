import * as fc from "fast-check";
import { add, edits, remove, set } from "../../../../azure/test/rules/edits";
import { armId } from "../../../../azure/test/rules/fake-region";
import { loadBalancerId, networkId } from "../../../../azure/test/rules/valid/scale-set";
import { base64, durationBetween, foreignId, inAnyCase, textOf, zonalLocation, zones } from "../texts";
import { alternatives, varied, Variation, Widening } from "../variation";
import { access } from "./scale-set-access";
import { health, upgrades } from "./scale-set-health";

const profile = "virtualMachineProfile";
const image = `${profile}.storageProfile.imageReference`;
const osDisk = `${profile}.storageProfile.osDisk`;
const nic = `${profile}.networkProfile.networkInterfaceConfigurations[0]`;
const ip = `${nic}.ipConfigurations[0]`;
const events = `${profile}.scheduledEventsProfile`;

const debian = { publisher: "Debian", offer: "debian-12", sku: "12-gen2", version: "latest" };

/** What the scale set's region has ten NAT ports for. */
const fewInstances = fc.integer({ min: 0, max: 10 });

const regional = edits(remove("zones"), set("platformFaultDomainCount", 1));

const placement = alternatives("placement", {
  "other zones": zones(1, 3).map((list) => set("zones", list)),
  "zones over five fault domains": set("platformFaultDomainCount", 5),
  "balanced zones": fc.boolean().chain((balance) => zones(2, 3).map((list) => edits(set("zones", list), set("zoneBalance", balance)))),
  "no zones": fc.integer({ min: 1, max: 5 }).map((count) => edits(regional, set("platformFaultDomainCount", count))),
  "one placement group": edits(regional, set("singlePlacementGroup", true)),
  "near to others": foreignId("Microsoft.Compute/proximityPlacementGroups").map((id) =>
    edits(set("zones", ["2"]), set("proximityPlacementGroup", { id })),
  ),
});

const mode = alternatives("orchestration", {
  "by default": remove("orchestrationMode"),
  Flexible: edits(inFlexible(), remove("overprovision")),
  "Flexible by name": edits(inFlexible(), set("overprovision", false)),
});

function inFlexible() {
  return edits(set("orchestrationMode", "Flexible"), remove(`${ip}.loadBalancerInboundNatPools`), set("platformFaultDomainCount", 1));
}

const images = alternatives("image", {
  "the newest of a gallery": set(`${image}.id`, armId("Microsoft.Compute/galleries", "tested/images/web")),
  managed: foreignId("Microsoft.Compute/images").map((id) => set(image, { id })),
  marketplace: set(image, debian),
  "marketplace with a plan": edits(set(image, debian), set("plan", { publisher: "debian", product: "debian-12", name: "12-gen2" })),
  shared: set(image, { sharedGalleryImageId: "/SharedGalleries/g/Images/web" }),
  "of a community": set(image, { communityGalleryImageId: "/CommunityGalleries/g/Images/web" }),
});

const disks = alternatives("disk", {
  larger: fc.integer({ min: 1, max: 4095 }).map((gigabytes) => set(`${osDisk}.diskSizeGB`, gigabytes)),
  "of another type": fc
    .constantFrom("Standard_LRS", "Premium_LRS", "Premium_ZRS", "StandardSSD_ZRS")
    .map((type) => set(`${osDisk}.managedDisk.storageAccountType`, type)),
  "said in other letters": inAnyCase("FromImage").map((option) => set(`${osDisk}.createOption`, option)),
});

const sizes = varied(
  "size",
  fc
    .constantFrom("Standard_D2s_v5", "Standard_D4as_v6", "Standard_E8ds_v5", "Standard_B2s", "Standard_Z1s_v9", "Standard_F4s_v2")
    .map((size) => set("sku.name", size)),
);

const instances = varied(
  "instances",
  fewInstances.map((count) => set("sku.capacity", count)),
);

const network: fc.Arbitrary<Variation>[] = [
  alternatives("pools", {
    none: edits(remove(`${ip}.loadBalancerBackendAddressPools`), remove(`${ip}.loadBalancerInboundNatPools`)),
    "without NAT": remove(`${ip}.loadBalancerInboundNatPools`),
    "another one": set(`${ip}.loadBalancerBackendAddressPools[0].id`, `${loadBalancerId}/backendAddressPools/OTHERS`),
  }),
  alternatives("addresses", {
    "of their own": inAnyCase("Standard").map((name) => set(`${ip}.publicIPAddressConfiguration`, { name: "own", sku: { name } })),
  }),
  alternatives("further interfaces", {
    "in another subnet": add(`${profile}.networkProfile.networkInterfaceConfigurations`, {
      name: "second",
      primary: false,
      ipConfigurations: [{ name: "second", subnet: { id: `${networkId.toUpperCase()}/subnets/other` } }],
    }),
  }),
];

const startUp: fc.Arbitrary<Variation>[] = [
  alternatives("user data", { other: base64(65_536).map((text) => set(`${profile}.userData`, text)), none: remove(`${profile}.userData`) }),
  varied(
    "custom data",
    base64(65_535).map((text) => set(`${profile}.osProfile.customData`, text)),
  ),
  varied(
    "licenseType",
    fc.constantFrom("None", "RHEL_BYOS", "SLES_BYOS", "UBUNTU_PRO").map((license) => set(`${profile}.licenseType`, license)),
  ),
  varied(
    "terminate notification",
    durationBetween("PT5M", "PT15M").map((timeout) => set(`${events}.terminateNotificationProfile.notBeforeTimeout`, timeout)),
  ),
  varied("image notification", fc.constant(set(`${events}.osImageNotificationProfile`, { enable: true, notBeforeTimeout: "PT15M" }))),
];

const priorities = alternatives("priority", {
  Spot: edits(set(`${profile}.priority`, "Spot"), set(`${events}.terminateNotificationProfile.enable`, false)),
  Regular: inAnyCase("Regular").map((priority) => set(`${profile}.priority`, priority)),
});

const security = alternatives("security", {
  "encryption at host": set(`${profile}.securityProfile.encryptionAtHost`, true),
  "secure start of no type": set(`${profile}.securityProfile.uefiSettings`, { secureBootEnabled: true }),
});

const names: fc.Arbitrary<Variation>[] = [
  varied(
    "vmScaleSetName",
    textOf("abcXYZ019", "abcXYZ019_.-", "abcXYZ019_", 1, 64).map((name) => set("vmScaleSetName", name)),
  ),
  varied(
    "location",
    zonalLocation.map((location) => set("location", location)),
  ),
];

/** Wider than the example of a scale set: every way to place, reach, heal, upgrade and enter its instances. */
export const scaleSet: Widening = {
  aspects: [
    ...names,
    placement,
    mode,
    images,
    disks,
    sizes,
    instances,
    ...network,
    ...startUp,
    priorities,
    security,
    access,
    ...health,
    ...upgrades,
  ],
  ruled: [
    ...["orchestrationMode", "zoneBalance", "proximityPlacementGroup", "plan", "skuProfile", "priority", "licenseType", "hostGroup"],
    ...[
      "adminPassword",
      "customData",
      "allowExtensionOperations",
      "windowsConfiguration",
      "osType",
      "diskSizeGB",
      "image",
      "vhdContainers",
    ],
    ...[
      "publisher",
      "offer",
      "sku",
      "version",
      "sharedGalleryImageId",
      "communityGalleryImageId",
      "securityProfile",
      "capacityReservation",
    ],
    ...["healthProbe", "networkApiVersion", "networkSecurityGroup", "publicIPAddressConfiguration", "enableAcceleratedNetworking"],
    ...["extensionsTimeBudget", "protectedSettingsFromKeyVault", "osImageNotificationProfile", "enableCrossZoneUpgrade", "patchSettings"],
    ...["maxUnhealthyInstancePercent", "applicationProfile", "doNotRunExtensionsOnOverprovisionedVMs"],
  ],
};
