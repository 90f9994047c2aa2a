import { metricAlertNames } from "../../facts/names";
import { namesFit } from "../../rules/names";
import { referencesExist } from "../../rules/references";
import { tagRules } from "../../rules/tags";
import type { ResourceType } from "../resource-type";
import { metricAlertChanges, metricAlertRules } from "./rules/metric-alert";

const scopes = ["scopes[*]"];
const actions = ["actions[*].actionGroupId"];

export const metricAlert: ResourceType = {
  token: "azure-native:monitor:MetricAlert",
  armType: "Microsoft.Insights/metricAlerts",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Insights/metricAlerts/{ruleName}",
  nameProperty: "ruleName",
  autonaming: "random",
  located: true,
  replacedBy: ["location"],
  parts: [],
  references: [...scopes, ...actions],
  keptBy: [],
  rules: [
    namesFit(metricAlertNames, "ruleName"),
    ...metricAlertRules,
    referencesExist(scopes, {
      id: "R9-missing",
      code: "ResourceNotFound",
      codeIsAssumed: true,
      grade: "assumed",
      source: "https://learn.microsoft.com/rest/api/monitor/metric-alerts/create-or-update",
    }),
    referencesExist(actions, {
      id: "R9-action",
      code: "BadRequest",
      grade: "observed",
      source: "https://github.com/Azure/azure-powershell/issues/11102",
    }),
    ...tagRules,
  ],
  changes: metricAlertChanges,
};
