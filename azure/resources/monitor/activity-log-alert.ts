import { referencesExist } from "../../rules/references";
import { tagRules } from "../../rules/tags";
import type { ResourceType } from "../resource-type";
import { activityLogAlertRules } from "./rules/activity-log-alert";

const references = ["actions.actionGroups[*].actionGroupId"];

export const activityLogAlert: ResourceType = {
  token: "azure-native:monitor:ActivityLogAlert",
  armType: "Microsoft.Insights/activityLogAlerts",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Insights/activityLogAlerts/{activityLogAlertName}",
  nameProperty: "activityLogAlertName",
  autonaming: "random",
  located: true,
  replacedBy: ["location"],
  parts: [],
  references,
  keptBy: [],
  rules: [
    ...activityLogAlertRules,
    referencesExist(references, {
      id: "R9-missing",
      code: "ResourceNotFound",
      codeIsAssumed: true,
      grade: "assumed",
      source: "https://learn.microsoft.com/rest/api/monitor/activity-log-alerts/create-or-update",
    }),
    ...tagRules,
  ],
  changes: [],
};
