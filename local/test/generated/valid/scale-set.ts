import * as fc from "fast-check";
import { add, edits, remove, set } from "../../../../azure/test/rules/edits";
import { armId } from "../../../../azure/test/rules/fake-region";
import { identityId } from "../../../../azure/test/rules/valid/identity";
import { imageId, inFlexible, inSpot, loadBalancerId, networkId } from "../../../../azure/test/rules/valid/scale-set";
import { base64, durationBetween, foreignId, inAnyCase, textOf, zonalLocation, zones } from "../texts";
import { alternatives, varied, Variation, Widening } from "../variation";
import { access } from "./scale-set-access";
import { health, inUniform, upgrades } from "./scale-set-health";

const profile = "virtualMachineProfile";
const image = `${profile}.storageProfile.imageReference`;
const osDisk = `${profile}.storageProfile.osDisk`;
const nic = `${profile}.networkProfile.networkInterfaceConfigurations[0]`;
const ip = `${nic}.ipConfigurations[0]`;
const events = `${profile}.scheduledEventsProfile`;

const debian = { publisher: "Debian", offer: "debian-12", sku: "12-gen2", version: "latest" };

const flatcar = { publisher: "kinvolk", offer: "flatcar-container-linux", sku: "stable-gen2", version: "latest" };

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

/** Whatever the placement says, which may be one group. */
const flexible = edits(inFlexible, remove("singlePlacementGroup"), set("platformFaultDomainCount", 1));

const mode = alternatives("orchestration", {
  "by default": remove("orchestrationMode"),
  Flexible: edits(flexible, remove("overprovision")),
  "Flexible by name": edits(flexible, set("overprovision", false)),
  "Flexible without zones": fc
    .integer({ min: 1, max: 3 })
    .map((count) => edits(flexible, remove("zones"), remove("zoneBalance"), set("platformFaultDomainCount", count))),
  "Flexible with identities that it is given": edits(
    flexible,
    set("identity", { type: "UserAssigned", userAssignedIdentities: [identityId] }),
  ),
});

const images = alternatives("image", {
  "the newest of a gallery": set(`${image}.id`, armId("Microsoft.Compute/galleries", "tested/images/web")),
  managed: foreignId("Microsoft.Compute/images").map((id) => set(image, { id })),
  marketplace: set(image, debian),
  "another of the marketplace": fc
    .constantFrom(
      ["Canonical", "ubuntu-24_04-lts", "server"],
      ["Canonical", "0001-com-ubuntu-server-jammy", "22_04-lts-gen2"],
      ["RedHat", "RHEL", "9-lvm-gen2"],
      ["contoso", "web", "1"],
    )
    .map(([publisher, offer, sku]) => set(image, { publisher, offer, sku, version: "latest" })),
  "marketplace with a plan": edits(
    set(image, flatcar),
    set("plan", { publisher: flatcar.publisher, product: flatcar.offer, name: flatcar.sku }),
  ),
  shared: set(image, { sharedGalleryImageId: "/SharedGalleries/g/Images/web" }),
  "of a community": set(image, { communityGalleryImageId: "/CommunityGalleries/g/Images/web" }),
});

const disks = alternatives("disk", {
  larger: fc.integer({ min: 30, max: 4095 }).map((gigabytes) => set(`${osDisk}.diskSizeGB`, gigabytes)),
  "of another type": fc
    .constantFrom("Standard_LRS", "Premium_LRS", "Premium_ZRS", "StandardSSD_ZRS")
    .map((type) => set(`${osDisk}.managedDisk.storageAccountType`, type)),
  "said in other letters": inAnyCase("FromImage").map((option) => set(`${osDisk}.createOption`, option)),
});

const eviction = fc.constantFrom("Delete", "Deallocate").chain(inAnyCase);
const onSpot = edits(inSpot, set(`${events}.terminateNotificationProfile.enable`, false));
/** On local storage of at least 100 GiB. */
const ephemeral = edits(
  remove(`${osDisk}.diskSizeGB`),
  set(`${osDisk}.caching`, "ReadOnly"),
  set(`${osDisk}.diffDiskSettings`, { option: "Local" }),
);

/** Neither an image of the marketplace, which may be of another generation, nor a managed one. */
const ownImage = edits(remove("plan"), set(image, { id: imageId }));

function startingSecurely(securityType: string) {
  return { securityType, uefiSettings: { secureBootEnabled: true, vTpmEnabled: true } };
}

const restoreTimeout = durationBetween("PT15M", "PT2H");

const sizes = alternatives("size", {
  "as usual": fc
    .constantFrom("Standard_D2s_v5", "Standard_D4as_v6", "Standard_E8ds_v5", "Standard_B2s", "Standard_Z1s_v9", "Standard_F4s_v2")
    .map((size) => set("sku.name", size)),
  "with encryption at host": edits(set("sku.name", "Standard_D2s_v5"), set(`${profile}.securityProfile.encryptionAtHost`, true)),
  "without premium disks": edits(
    ownImage,
    set("sku.name", "Standard_F4"),
    set(`${osDisk}.managedDisk.storageAccountType`, "StandardSSD_LRS"),
  ),
  "with an ephemeral disk": fc
    .constantFrom("Standard_D4s_v3", "Standard_D4ds_v5", "Standard_E4ads_v5", "Standard_D2ads_v6")
    .map((size) => edits(ephemeral, set("sku.name", size))),
  Spot: fc
    .tuple(eviction, fc.constantFrom(-1, 0.001, 2))
    .map(([policy, price]) => edits(onSpot, set(`${profile}.evictionPolicy`, policy), set(`${profile}.billingProfile.maxPrice`, price))),
  "Spot that is restored": restoreTimeout.map((time) =>
    edits(onSpot, inUniform, set("spotRestorePolicy", { enabled: true, restoreTimeout: time })),
  ),
  "Spot that is not": restoreTimeout.map((time) => edits(onSpot, set("spotRestorePolicy", { enabled: false, restoreTimeout: time }))),
  "Spot with an ephemeral disk": edits(onSpot, ephemeral, set("sku.name", "Standard_D4ds_v5"), set(`${profile}.evictionPolicy`, "Delete")),
  "with trusted launch": edits(
    ownImage,
    set("sku.name", "Standard_D2s_v5"),
    set(`${profile}.securityProfile`, startingSecurely("TrustedLaunch")),
  ),
  confidential: fc
    .constantFrom("VMGuestStateOnly", "DiskWithVMGuestState")
    .map((securityEncryptionType) =>
      edits(
        ownImage,
        set("sku.name", "Standard_DC2as_v5"),
        set(`${profile}.securityProfile`, startingSecurely("ConfidentialVM")),
        set(`${osDisk}.managedDisk.securityProfile`, { securityEncryptionType }),
      ),
    ),
  "regular, in words": inAnyCase("Regular").map((priority) => set(`${profile}.priority`, priority)),
});

const dataDisks = varied(
  "data disks",
  fc.uniqueArray(fc.integer({ min: 0, max: 63 }), { minLength: 1, maxLength: 2 }).chain((luns) =>
    fc
      .record({
        createOption: fc.constant("Empty").chain(inAnyCase),
        managedDisk: fc
          .constantFrom("Standard_LRS", "StandardSSD_LRS", "StandardSSD_ZRS")
          .map((storageAccountType) => ({ storageAccountType })),
        cacheAndSize: fc.oneof(
          fc.record({ caching: fc.constant("None"), diskSizeGB: fc.integer({ min: 1, max: 32_767 }) }),
          fc.record({ caching: fc.constantFrom("ReadOnly", "ReadWrite"), diskSizeGB: fc.integer({ min: 1, max: 4095 }) }),
        ),
      })
      .map(({ cacheAndSize, ...disk }) =>
        set(
          `${profile}.storageProfile.dataDisks`,
          luns.map((lun) => ({ ...disk, ...cacheAndSize, lun })),
        ),
      ),
  ),
);

const instances = varied(
  "instances",
  fewInstances.map((count) => set("sku.capacity", count)),
);

const otherSubnet = { id: `${networkId.toUpperCase()}/subnets/other` };

const network: fc.Arbitrary<Variation>[] = [
  alternatives("pools", {
    none: edits(remove(`${ip}.loadBalancerBackendAddressPools`), remove(`${ip}.loadBalancerInboundNatPools`)),
    "without NAT": remove(`${ip}.loadBalancerInboundNatPools`),
    "another one": set(`${ip}.loadBalancerBackendAddressPools[0].id`, `${loadBalancerId}/backendAddressPools/OTHERS`),
  }),
  alternatives("addresses", {
    "of their own": inAnyCase("Standard").map((name) => set(`${ip}.publicIPAddressConfiguration`, { name: "own", sku: { name } })),
  }),
  alternatives("further configurations", {
    "of IPv6": add(`${nic}.ipConfigurations`, { name: "six", privateIPAddressVersion: "IPv6", subnet: otherSubnet }),
    "of IPv4": add(`${nic}.ipConfigurations`, { name: "second", primary: false, subnet: otherSubnet }),
  }),
  alternatives("further interfaces", {
    "in another subnet": add(`${profile}.networkProfile.networkInterfaceConfigurations`, {
      name: "second",
      primary: false,
      ipConfigurations: [{ name: "second", subnet: otherSubnet }],
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

const security = alternatives("security", {
  "secure start of no type": set(`${profile}.securityProfile.uefiSettings`, { secureBootEnabled: true, vTpmEnabled: true }),
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
    dataDisks,
    sizes,
    instances,
    ...network,
    ...startUp,
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
    ...["additionalCapabilities", "billingProfile", "spotRestorePolicy", "identity", "dataDisks", "resiliencyPolicy"],
  ],
};
