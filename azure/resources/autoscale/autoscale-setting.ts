import type { ResourceType } from "../resource-type";

export const autoscaleSetting: ResourceType = {
  token: "azure-native:monitor:AutoscaleSetting",
  armType: "Microsoft.Insights/autoscaleSettings",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Insights/autoscalesettings/{autoscaleSettingName}",
  nameProperty: "autoscaleSettingName",
  autonaming: "random",
  located: true,
  replacedBy: ["location"],
  parts: [],
  references: ["targetResourceUri", "profiles[*].rules[*].metricTrigger.metricResourceUri"],
  keptBy: [],
};
