import { activityLogConditionCases } from "./activity-log-conditions.cases";
import type { Value } from "../../../../properties/value";
import { activityLogAlert as activityLogAlertType } from "../../../../resources/monitor/activity-log-alert";
import type { TypeCases } from "../../../rules/cases";
import { add, edits, remove, set, unknown } from "../../../rules/edits";
import { armId, group, regionResource } from "../../../rules/fake-region";
import { activityLogAlert } from "../../../rules/valid/activity-log-alert";
import { scaledSetId } from "../../../rules/valid/autoscale-setting";
import { actionGroup, actionGroupId } from "../../../rules/valid/metric-alert";
import { tagCases } from "../../../rules/tags.cases";

const second = "condition.allOf[1]";
const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000";
const onServiceHealth = set("condition.allOf", [{ field: "category", equals: "ServiceHealth" }]);
const leaf = { field: "status", equals: "Succeeded" };

function groups(count: number): Value[] {
  return Array.from({ length: count }, () => ({ actionGroupId }));
}

/** The rules of an activity log alert. */
export const activityLogAlertCases: TypeCases = {
  type: activityLogAlertType,
  valid: activityLogAlert,
  rules: [
    {
      rule: "A-log-scopes",
      refused: [{ name: "no scope", change: set("scopes", []), at: "scopes" }],
      accepted: [{ name: "a scope that is not known yet", change: unknown("scopes[0]") }],
    },
    {
      rule: "A-log-condition",
      refused: [
        { name: "a field that is compared with nothing", change: remove(`${second}.equals`), at: second },
        { name: "a value of no field", change: remove(`${second}.field`), at: second },
        { name: "two comparisons", change: edits(set(`${second}.field`, "status"), set(`${second}.containsAny`, ["Failed"])), at: second },
        { name: "other conditions beside a field", change: set(`${second}.anyOf`, [leaf]), at: second },
      ],
      accepted: [
        { name: "several values", change: add("condition.allOf", { field: "status", containsAny: ["Failed", "Succeeded"] }) },
        { name: "other conditions alone", change: add("condition.allOf", { anyOf: [leaf] }) },
        { name: "a value that is not known yet", change: unknown(`${second}.equals`) },
      ],
    },
    ...activityLogConditionCases,
    {
      rule: "A-log-scope-id",
      refused: [
        { name: "a name", change: set("scopes", ["web"]), at: "scopes[0]" },
        { name: "a scope twice", change: add("scopes", scaledSetId.toUpperCase()), at: "scopes[1]" },
        { name: "another subscription", change: add("scopes", "/subscriptions/00000000-0000-0000-0000-000000000009"), at: "scopes[1]" },
      ],
      accepted: [{ name: "the subscription", change: set("scopes", [subscription]) }],
    },
    {
      rule: "A-log-health-scope",
      refused: [
        { name: "a subscription and a group", change: edits(onServiceHealth, set("scopes", [subscription, group])), at: "scopes" },
        { name: "a group", change: edits(onServiceHealth, set("scopes", [group])), at: "scopes[0]" },
      ],
      accepted: [
        { name: "a subscription", change: edits(onServiceHealth, set("scopes", [subscription])) },
        { name: "a scope that is not known yet", change: edits(onServiceHealth, unknown("scopes[0]")) },
        { name: "two scopes of another category", change: set("scopes", [subscription, group]) },
      ],
    },
    {
      rule: "A-description",
      refused: [{ name: "2049 characters", change: set("description", "a".repeat(2049)), at: "description" }],
      accepted: [{ name: "2048 characters", change: set("description", "a".repeat(2048)) }],
    },
    {
      rule: "R239-actions",
      refused: [{ name: "6 action groups", change: set("actions.actionGroups", groups(6)), at: "actions.actionGroups" }],
      accepted: [{ name: "5 action groups", change: set("actions.actionGroups", groups(5)) }],
    },
    {
      rule: "R482",
      refused: [
        {
          name: "a scale set",
          change: set("actions.actionGroups[0].actionGroupId", scaledSetId),
          others: [regionResource("azure-native:compute:VirtualMachineScaleSet", scaledSetId, {})],
          at: "actions.actionGroups[0].actionGroupId",
        },
      ],
      accepted: [
        { name: "an action group in other letters", change: set("actions.actionGroups[0].actionGroupId", actionGroupId.toUpperCase()) },
      ],
    },
    {
      rule: "A-log-location",
      refused: [{ name: "East US", change: set("location", "eastus"), at: "location" }],
      accepted: [
        { name: "global in other letters", change: set("location", "Global") },
        { name: "West Europe", change: set("location", "West Europe") },
        { name: "a location that is not known yet", change: unknown("location") },
      ],
    },
    {
      rule: "R9-missing",
      refused: [
        {
          name: "an action group that does not exist",
          change: set("actions.actionGroups[0].actionGroupId", armId("Microsoft.Insights/actionGroups", "gone")),
          at: "actions.actionGroups[0].actionGroupId",
        },
      ],
      accepted: [{ name: "an action group that is not known yet", change: unknown("actions.actionGroups[0].actionGroupId") }],
    },
    ...tagCases,
  ],
  changes: [],
  surroundings: { others: () => [regionResource("azure-native:monitor:ActionGroup", actionGroupId, actionGroup())] },
};
