import { armId } from "../../../rules/fake-region";
import { add, edits, nothing, remove, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { inFlexible } from "../../../rules/valid/scale-set";

const group = { id: armId("Microsoft.Compute/proximityPlacementGroups", "near") };
const reservation = "virtualMachineProfile.capacityReservation.capacityReservationGroup";
const imageReference = "virtualMachineProfile.storageProfile.imageReference.id";
const natPools = `virtualMachineProfile.networkProfile.networkInterfaceConfigurations[0].ipConfigurations[0].loadBalancerInboundNatPools`;

const regional = edits(remove("zones"), remove("platformFaultDomainCount"));
/** Without the NAT pool, whose ports are a limit of their own, and the surge, which overprovisioning rules out. */
const plain = edits(remove(natPools), remove("upgradePolicy.rollingUpgradePolicy.maxSurge"));
const fabric = add("virtualMachineProfile.extensionProfile.extensions", {
  name: "Node",
  publisher: "Microsoft.Azure.ServiceFabric",
  type: "ServiceFabricLinuxNode",
  typeHandlerVersion: "1.1",
});
const fastNetwork = set("sku.name", "Standard_HB120rs_v3");
const managedImage = set("virtualMachineProfile.storageProfile.imageReference.id", armId("Microsoft.Compute/images", "web"));

export const placementCases: RuleCases[] = [
  {
    rule: "R5",
    refused: [
      { name: "zones in West US", change: set("location", "westus"), at: "zones" },
      { name: "zones in a region by its display name", change: set("location", "UK West"), at: "zones" },
    ],
    accepted: [
      { name: "zones in a region that has them", change: set("location", "uksouth") },
      { name: "no zones in West US", change: edits(set("location", "westus"), regional) },
    ],
  },
  {
    rule: "R40-names",
    refused: [
      { name: "zone 4", change: add("zones", "4"), at: "zones[3]" },
      { name: "zone 0", change: set("zones", ["0"]), at: "zones[0]" },
    ],
    accepted: [
      { name: "zones 1 to 3", change: nothing },
      { name: "zone 3 alone", change: set("zones", ["3"]) },
    ],
  },
  {
    rule: "R41",
    refused: [
      { name: "2 fault domains with zones", change: set("platformFaultDomainCount", 2), at: "platformFaultDomainCount" },
      { name: "6 fault domains with zones", change: set("platformFaultDomainCount", 6), at: "platformFaultDomainCount" },
      {
        name: "5 fault domains with zones in Flexible mode",
        change: edits(inFlexible, set("platformFaultDomainCount", 5)),
        at: "platformFaultDomainCount",
      },
      {
        name: "6 fault domains without zones",
        change: edits(regional, set("platformFaultDomainCount", 6)),
        at: "platformFaultDomainCount",
      },
      {
        name: "no fault domain without zones",
        change: edits(regional, set("platformFaultDomainCount", 0)),
        at: "platformFaultDomainCount",
      },
      {
        name: "4 fault domains without zones in Flexible mode",
        change: edits(inFlexible, regional, set("platformFaultDomainCount", 4)),
        at: "platformFaultDomainCount",
      },
    ],
    accepted: [
      { name: "5 fault domains with zones", change: set("platformFaultDomainCount", 5) },
      { name: "1 fault domain with zones in Flexible mode", change: inFlexible },
      { name: "5 fault domains without zones", change: edits(regional, set("platformFaultDomainCount", 5)) },
      { name: "3 fault domains without zones in Flexible mode", change: edits(inFlexible, regional, set("platformFaultDomainCount", 3)) },
    ],
  },
  {
    rule: "R42",
    refused: [
      { name: "strict balance over one zone", change: edits(set("zones", ["1"]), set("zoneBalance", true)), at: "zoneBalance" },
      { name: "strict balance without zones", change: edits(regional, set("zoneBalance", true)), at: "zoneBalance" },
    ],
    accepted: [{ name: "best-effort balance over three zones", change: set("zoneBalance", false) }],
  },
  {
    rule: "R43-reservation",
    refused: [
      {
        name: "a reservation with one placement group",
        change: edits(set(reservation, group), set("singlePlacementGroup", true)),
        at: "singlePlacementGroup",
      },
      {
        name: "a reservation in a regional set that leaves placement groups open",
        change: edits(regional, set(reservation, group), remove("singlePlacementGroup")),
        at: "singlePlacementGroup",
      },
    ],
    accepted: [{ name: "a reservation with several placement groups", change: set(reservation, group) }],
  },
  {
    rule: "R44",
    refused: [
      {
        name: "a proximity placement group over two zones",
        change: edits(set("zones", ["1", "2"]), set("proximityPlacementGroup", group)),
        at: "proximityPlacementGroup",
      },
    ],
    accepted: [
      { name: "a proximity placement group in one zone", change: edits(set("zones", ["1"]), set("proximityPlacementGroup", group)) },
      { name: "a proximity placement group without zones", change: edits(regional, set("proximityPlacementGroup", group)) },
    ],
  },
  {
    rule: "R45",
    refused: [
      { name: "1001 instances", change: edits(plain, set("sku.capacity", 1001)), at: "sku.capacity" },
      { name: "601 instances of a managed image", change: edits(plain, managedImage, set("sku.capacity", 601)), at: "sku.capacity" },
      {
        name: "101 instances in one placement group",
        change: edits(plain, regional, set("singlePlacementGroup", true), set("sku.capacity", 101)),
        at: "sku.capacity",
      },
      {
        name: "101 instances in a regional set by default",
        change: edits(plain, regional, remove("singlePlacementGroup"), set("sku.capacity", 101)),
        at: "sku.capacity",
      },
      {
        name: "301 instances of a size with a fast network in one placement group",
        change: edits(plain, regional, fastNetwork, set("singlePlacementGroup", true), set("sku.capacity", 301)),
        at: "sku.capacity",
      },
      {
        name: "301 instances in one placement group in each of three zones",
        change: edits(plain, set("singlePlacementGroup", true), set("sku.capacity", 301)),
        at: "sku.capacity",
      },
    ],
    accepted: [
      { name: "1000 instances", change: edits(plain, set("sku.capacity", 1000)) },
      { name: "no instances", change: set("sku.capacity", 0) },
      { name: "600 instances of a managed image", change: edits(plain, managedImage, set("sku.capacity", 600)) },
      {
        name: "100 instances in one placement group",
        change: edits(plain, regional, set("singlePlacementGroup", true), set("sku.capacity", 100)),
      },
      {
        name: "300 instances of a size with a fast network in one placement group",
        change: edits(plain, regional, fastNetwork, set("singlePlacementGroup", true), set("sku.capacity", 300)),
      },
      {
        name: "300 instances in one placement group in each of three zones",
        change: edits(plain, set("singlePlacementGroup", true), set("sku.capacity", 300)),
      },
      {
        name: "1000 instances of an image that is not known yet",
        change: edits(plain, unknown(imageReference), set("sku.capacity", 1000)),
      },
    ],
  },
  {
    rule: "T11",
    refused: [{ name: "strict balance over three zones", change: set("zoneBalance", true), at: "zoneBalance" }],
    accepted: [{ name: "best-effort balance", change: set("zoneBalance", false) }],
  },
  {
    rule: "T14",
    refused: [
      { name: "overprovisioning", change: edits(plain, set("overprovision", true)), at: "overprovision" },
      { name: "overprovisioning by default", change: edits(plain, remove("overprovision")), at: "overprovision" },
    ],
    accepted: [
      {
        name: "overprovisioning that spares the extensions",
        change: edits(plain, set("overprovision", true), set("doNotRunExtensionsOnOverprovisionedVMs", true)),
      },
      { name: "no overprovisioning", change: plain },
      { name: "a Flexible set, which never does", change: edits(inFlexible, remove("overprovision")) },
    ],
  },
  {
    rule: "R319",
    refused: [{ name: "false", change: set("constrainedMaximumCapacity", false), at: "constrainedMaximumCapacity" }],
    accepted: [{ name: "true", change: set("constrainedMaximumCapacity", true) }],
  },
  {
    rule: "R45-least",
    refused: [{ name: "fewer than none", change: set("sku.capacity", -1), at: "sku.capacity" }],
    accepted: [{ name: "none", change: set("sku.capacity", 0) }],
  },
  {
    rule: "R341",
    refused: [
      { name: "a surplus of nodes", change: edits(plain, fabric, set("overprovision", true)), at: "overprovision" },
      { name: "a surplus of nodes by default", change: edits(plain, fabric, remove("overprovision")), at: "overprovision" },
    ],
    accepted: [
      { name: "nodes without a surplus", change: edits(plain, fabric) },
      { name: "a surplus of instances that are no nodes", change: edits(plain, set("overprovision", true)) },
      { name: "nodes of a Flexible set, which has no surplus", change: edits(inFlexible, fabric, remove("overprovision")) },
    ],
  },
  {
    rule: "R332",
    refused: [{ name: "a scale-in policy without rules", change: set("scaleInPolicy.rules", []), at: "scaleInPolicy.rules" }],
    accepted: [
      { name: "the oldest instance first", change: set("scaleInPolicy.rules", ["OldestVM"]) },
      { name: "nothing said of rules", change: set("scaleInPolicy", { forceDeletion: true }) },
      { name: "no policy", change: remove("scaleInPolicy") },
    ],
  },
];
