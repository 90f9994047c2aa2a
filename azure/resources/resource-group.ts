import type { ResourceType } from "./resource-type";
import { resourceGroupNames } from "../facts/names";
import { groupStandsInARegion } from "../rules/locations";
import { namesAnswered } from "../rules/names";
import { tagRules } from "../rules/tags";

/** A resource group belongs to Azure Resource Manager itself, which answers in its own way. */
const answer = { code: "InvalidResourceGroup", grade: "observed", source: "https://github.com/Azure/azure-cli/issues/14481" } as const;

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
  rules: [namesAnswered(answer, resourceGroupNames, ["resourceGroupName"]), groupStandsInARegion, ...tagRules],
  changes: [],
};
