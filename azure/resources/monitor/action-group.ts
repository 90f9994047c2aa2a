import type { ResourceType } from "../resource-type";

export const actionGroup: ResourceType = {
  token: "azure-native:monitor:ActionGroup",
  armType: "Microsoft.Insights/actionGroups",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Insights/actionGroups/{actionGroupName}",
  nameProperty: "actionGroupName",
  autonaming: "random",
  located: true,
  replacedBy: ["location"],
  parts: [],
  references: [],
  keptBy: [],
};
