import { isManagedImage } from "../../../facts/image-ids";
import { sizeLimits } from "../../../facts/size-limits";
import type { View } from "../../../properties/view";
import { outside } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { isEphemeral } from "./ephemeral-disk";
import { imageId, isKnown, isSpot, isUniform } from "./model";

const hibernation = "additionalCapabilities.hibernationEnabled";
const profile = "virtualMachineProfile";
const hibernationPage = "https://learn.microsoft.com/azure/virtual-machines/hibernate-resume";
const hibernationErrors = "https://learn.microsoft.com/azure/virtual-machines/hibernate-resume-troubleshooting";

/** Instances that keep what they have in memory on their disk while they are switched off. */
export const hibernationRules: Rule[] = [
  {
    id: "R450",
    title: "Hibernation goes neither with Spot nor with reserved capacity, dedicated hosts or a managed image",
    code: "OperationNotAllowed",
    grade: "documented",
    source: hibernationErrors,
    severity: "error",
    allowed: "false or nothing",
    *check(scaleSet) {
      const obstacle = hibernates(scaleSet) ? obstacleTo(scaleSet) : undefined;
      if (obstacle !== undefined) {
        yield { at: scaleSet.at(hibernation), because: `instances ${obstacle} do not hibernate` };
      }
    },
  },
  {
    id: "R450-memory",
    title: "The OS disk of an instance that hibernates has room for all that it has in memory",
    code: "OperationNotAllowed",
    grade: "documented",
    source: hibernationErrors,
    severity: "error",
    allowed: "more than the memory of the size",
    *check(scaleSet) {
      const size = scaleSet.text("sku.name") ?? "";
      const { memoryGiB, note } = sizeLimits(size);
      const disk = scaleSet.at(`${profile}.storageProfile.osDisk.diskSizeGB`);
      const isKnownSize = note === undefined;
      if (hibernates(scaleSet) && isKnownSize && outside(disk, memoryGiB + 1, Infinity)) {
        yield { at: disk, allowed: `more than ${memoryGiB}`, because: `${size} has ${memoryGiB} GiB of memory` };
      }
    },
  },
  {
    id: "R450-flexible",
    title: "Only the instances of a Flexible scale set hibernate",
    code: "OperationNotAllowed",
    codeIsAssumed: true,
    grade: "documented",
    source: hibernationPage,
    severity: "error",
    allowed: "false or nothing, unless orchestrationMode is Flexible",
    *check(scaleSet) {
      if (hibernates(scaleSet) && isUniform(scaleSet)) {
        yield scaleSet.at(hibernation);
      }
    },
  },
  {
    id: "R450-ephemeral",
    title: "Instances with ephemeral OS disks do not hibernate",
    code: "OperationNotAllowed",
    codeIsAssumed: true,
    grade: "documented",
    source: hibernationPage,
    severity: "error",
    allowed: "false or nothing, as the OS disk is ephemeral",
    because: "what an instance has in memory is kept on its OS disk",
    *check(scaleSet) {
      if (hibernates(scaleSet) && isEphemeral(scaleSet)) {
        yield scaleSet.at(hibernation);
      }
    },
  },
];

function hibernates(scaleSet: View): boolean {
  return scaleSet.flag(hibernation) === true;
}

function obstacleTo(scaleSet: View): string | undefined {
  if (isSpot(scaleSet)) {
    return "of Spot";
  }
  if (isKnown(scaleSet.at(`${profile}.capacityReservation.capacityReservationGroup.id`))) {
    return "of reserved capacity";
  }
  if (isKnown(scaleSet.at("hostGroup.id"))) {
    return "on dedicated hosts";
  }
  return isManagedImage(imageId(scaleSet).text() ?? "") ? "of a managed image" : undefined;
}
