import { edits, remove, set } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { armId } from "../../../rules/fake-region";
import { inFlexible, inSpot } from "../../../rules/valid/scale-set";

const hibernation = "additionalCapabilities.hibernationEnabled";
const profile = "virtualMachineProfile";
const osDisk = `${profile}.storageProfile.osDisk`;

const hibernating = edits(inFlexible, set(hibernation, true));
const ephemeral = edits(
  set("sku.name", "Standard_D4ds_v5"),
  set(`${osDisk}.caching`, "ReadOnly"),
  set(`${osDisk}.diffDiskSettings`, { option: "Local" }),
);

/** Instances with 32 GiB of memory that hibernate on a disk of so many GB. */
function withDisk(gigabytes: number) {
  return edits(hibernating, set("sku.name", "Standard_D8s_v5"), set(`${osDisk}.diskSizeGB`, gigabytes));
}

export const hibernationCases: RuleCases[] = [
  {
    rule: "R450",
    refused: [
      {
        name: "Spot instances",
        change: edits(hibernating, inSpot, remove(`${profile}.scheduledEventsProfile`)),
        at: hibernation,
      },
      {
        name: "reserved capacity",
        change: edits(
          hibernating,
          set(`${profile}.capacityReservation.capacityReservationGroup.id`, armId("Microsoft.Compute/capacityReservationGroups", "web")),
        ),
        at: hibernation,
      },
      {
        name: "dedicated hosts",
        change: edits(hibernating, set("hostGroup.id", armId("Microsoft.Compute/hostGroups", "web"))),
        at: hibernation,
      },
      {
        name: "a managed image",
        change: edits(hibernating, set(`${profile}.storageProfile.imageReference`, { id: armId("Microsoft.Compute/images", "web") })),
        at: hibernation,
      },
    ],
    accepted: [
      { name: "instances of an image in a gallery", change: hibernating },
      {
        name: "Spot instances that do not hibernate",
        change: edits(inFlexible, inSpot, remove(`${profile}.scheduledEventsProfile`), set(hibernation, false)),
      },
    ],
  },
  {
    rule: "R450-memory",
    refused: [{ name: "a disk of 32 GB for 32 GiB of memory", change: withDisk(32), at: `${osDisk}.diskSizeGB` }],
    accepted: [
      { name: "a disk of 33 GB for 32 GiB of memory", change: withDisk(33) },
      { name: "a small disk of instances that do not hibernate", change: edits(withDisk(32), set(hibernation, false)) },
    ],
  },
  {
    rule: "R450-flexible",
    refused: [{ name: "a Uniform scale set", change: set(hibernation, true), at: hibernation }],
    accepted: [
      { name: "a Flexible scale set", change: hibernating },
      { name: "a Uniform scale set that does not hibernate", change: set(hibernation, false) },
    ],
  },
  {
    rule: "R450-ephemeral",
    refused: [{ name: "an ephemeral OS disk", change: edits(hibernating, ephemeral), at: hibernation }],
    accepted: [{ name: "an ephemeral OS disk of an instance that does not hibernate", change: edits(inFlexible, ephemeral) }],
  },
];
