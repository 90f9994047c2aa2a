import { resourceStandsInARegion } from "../../rules/locations";
import { networkNamesFit } from "../../rules/names";
import { tagRules } from "../../rules/tags";
import type { Keeper, ResourceType } from "../resource-type";

/** Nobody has published more of Azure's answer than its message. */
const unpublished = { code: "ApplicationSecurityGroupInUse", codeIsAssumed: true, grade: "observed" } as const;

const keptByMembers: Keeper = {
  ...unpublished,
  type: "azure-native:compute:VirtualMachineScaleSet",
  rule: "R492",
  source: "https://github.com/Azure/azure-cli/issues/12591",
  message: (id, user) =>
    `Application security group ${id} cannot be deleted because IP configurations of ${user} are in it. Take them out of it first.`,
};

const keptByRule = (type: string, ruleOf: (user: string) => string): Keeper => ({
  ...unpublished,
  type,
  rule: "R492-rule",
  source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/8989",
  message: (id, user) =>
    `Application security group ${id} cannot be deleted because ${ruleOf(user)} names it. Take it out of the rule first.`,
});

export const applicationSecurityGroup: ResourceType = {
  token: "azure-native:network:ApplicationSecurityGroup",
  armType: "Microsoft.Network/applicationSecurityGroups",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/applicationSecurityGroups/{applicationSecurityGroupName}",
  nameProperty: "applicationSecurityGroupName",
  autonaming: "random",
  located: true,
  replacedBy: [],
  parts: [],
  references: [],
  keptBy: [
    keptByMembers,
    keptByRule("azure-native:network:NetworkSecurityGroup", (user) => `a security rule of ${user}`),
    keptByRule("azure-native:network:SecurityRule", (user) => `the security rule ${user}`),
  ],
  rules: [networkNamesFit(1, 80, "applicationSecurityGroupName"), resourceStandsInARegion, ...tagRules],
  changes: [],
};
