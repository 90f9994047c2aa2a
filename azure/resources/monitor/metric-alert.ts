import type { ResourceType } from "../resource-type";

export const metricAlert: ResourceType = {
  token: "azure-native:monitor:MetricAlert",
  armType: "Microsoft.Insights/metricAlerts",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Insights/metricAlerts/{ruleName}",
  nameProperty: "ruleName",
  autonaming: "random",
  located: true,
  replacedBy: ["location"],
  parts: [],
  references: ["scopes[*]", "actions[*].actionGroupId"],
  keptBy: [],
};
