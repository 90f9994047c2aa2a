import { activityLogAlert as activityLogAlertType } from "../../../../resources/monitor/activity-log-alert";
import type { TypeCases } from "../../../rules/cases";
import { add, edits, remove, set, unknown } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import { activityLogAlert } from "../../../rules/valid/activity-log-alert";
import { actionGroup, actionGroupId } from "../../../rules/valid/metric-alert";

const second = "condition.allOf[1]";
const leaf = { field: "status", equals: "Succeeded" };

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
        { name: "two comparisons", change: set(`${second}.containsAny`, ["Failed"]), at: second },
        { name: "other conditions beside a field", change: set(`${second}.anyOf`, [leaf]), at: second },
      ],
      accepted: [
        { name: "several values", change: edits(remove(`${second}.equals`), set(`${second}.containsAny`, ["a", "b"])) },
        { name: "other conditions alone", change: add("condition.allOf", { anyOf: [leaf] }) },
        { name: "a value that is not known yet", change: unknown(`${second}.equals`) },
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
  ],
  changes: [],
  surroundings: { others: () => [regionResource("azure-native:monitor:ActionGroup", actionGroupId, actionGroup())] },
};
