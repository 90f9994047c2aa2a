import type { ResourceType } from "./resource-type";

export const resourceGroup: ResourceType = {
  token: "azure-native:resources:ResourceGroup",
  armType: "Microsoft.Resources/resourceGroups",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}",
  nameProperty: "resourceGroupName",
  autonaming: "random",
  located: true,
  replacedBy: ["location"],
  parts: [],
  references: [],
  keptBy: [],
};
