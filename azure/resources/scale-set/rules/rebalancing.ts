import type { View } from "../../../properties/view";
import type { ChangeRule, Rule } from "../../../rules/rule";
import { bringsHealthExtension, lacksHealthSource, zoneCount } from "./model";

const enabled = "resiliencyPolicy.automaticZoneRebalancingPolicy.enabled";
const source = "https://learn.microsoft.com/azure/virtual-machine-scale-sets/auto-zone-balance-enable";

/** What a scale set needs whose instances Azure moves until every zone has as many. */
export const rebalancingRules: Rule[] = [
  {
    id: "R343",
    title: "Azure balances zones by itself where there is more than one zone",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source,
    severity: "error",
    allowed: "false or nothing, unless the scale set has more than one zone",
    *check(scaleSet) {
      const zones = zoneCount(scaleSet);
      if (isRebalanced(scaleSet) && zones !== undefined && zones < 2) {
        yield scaleSet.at(enabled);
      }
    },
  },
  {
    id: "R343-health",
    title: "Azure balances zones by itself where it learns of health, from a health extension or a health probe",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "documented",
    source,
    severity: "error",
    allowed: "false or nothing, or true with an application health extension in virtualMachineProfile.extensionProfile",
    because: "Azure deletes an instance only when the one in its place is healthy",
    *check(scaleSet) {
      if (isRebalanced(scaleSet) && lacksHealthSource(scaleSet)) {
        yield scaleSet.at(enabled);
      }
    },
  },
];

/** The same of a scale set that is there already. */
export const rebalancingChanges: ChangeRule[] = [
  {
    id: "R343-later",
    title: "Azure balances zones by itself after every instance has the health extension",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/pull/32564",
    severity: "error",
    allowed: "false in the update that brings the health extension",
    because: "the running instances do not have the extension yet",
    fix: `update twice: first the extension, and when all instances have it, ${enabled}`,
    *check(before, after) {
      if (isRebalanced(after) && !isRebalanced(before) && bringsHealthExtension(before, after)) {
        yield after.at(enabled);
      }
    },
  },
];

function isRebalanced(scaleSet: View): boolean {
  return scaleSet.flag(enabled) === true;
}
