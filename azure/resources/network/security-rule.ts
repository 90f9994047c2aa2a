import { referencesAreIds } from "../../rules/reference-ids";
import { referencesExist } from "../../rules/references";
import type { ResourceType } from "../resource-type";
import { securityRuleRules } from "./rules/security-rule";
import { groupLists } from "./rules/security-rule-groups";

const groups = groupLists.map((list) => `${list}[*]`);
const references = groups.map((group) => `${group}.id`);

export const securityRule: ResourceType = {
  token: "azure-native:network:SecurityRule",
  armType: "Microsoft.Network/networkSecurityGroups/securityRules",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/networkSecurityGroups/{networkSecurityGroupName}/securityRules/{securityRuleName}",
  nameProperty: "securityRuleName",
  autonaming: "copied",
  located: false,
  replacedBy: [],
  parts: [],
  references,
  keptBy: [],
  rules: [
    ...securityRuleRules,
    ...referencesAreIds(Object.fromEntries(groups.map((group) => [group, "Microsoft.Network/applicationSecurityGroups"]))),
    referencesExist(references),
  ],
  changes: [],
};
