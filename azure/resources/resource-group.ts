import type { ResourceType } from "./resource-type";
import { resourceGroupNames } from "../facts/names";
import { namesFit } from "../rules/names";

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
  rules: [namesFit(resourceGroupNames, "resourceGroupName")],
  changes: [],
};
