import { resourceStandsInARegion } from "../../rules/locations";
import { referencesAreIds } from "../../rules/reference-ids";
import { referencesExist } from "../../rules/references";
import { tagRules } from "../../rules/tags";
import type { Keeper, ResourceType } from "../resource-type";
import { networkSecurityGroupRules } from "./rules/network-security-group";
import { groupLists } from "./rules/security-rule-groups";

const keptByNetwork = (type: string): Keeper => ({
  type,
  rule: "R94",
  grade: "observed",
  source: "https://github.com/pulumi/pulumi-azure-native/issues/3051",
  code: "InUseNetworkSecurityGroupCannotBeDeleted",
  message: (id, user) => `Network security group ${id} cannot be deleted because it is in use by ${user}. Take it off there first.`,
});

const groups = groupLists.map((list) => `securityRules[*].${list}[*]`);
const references = groups.map((group) => `${group}.id`);

export const networkSecurityGroup: ResourceType = {
  token: "azure-native:network:NetworkSecurityGroup",
  armType: "Microsoft.Network/networkSecurityGroups",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/networkSecurityGroups/{networkSecurityGroupName}",
  nameProperty: "networkSecurityGroupName",
  autonaming: "random",
  located: true,
  replacedBy: [],
  parts: ["securityRules"],
  references,
  keptBy: [
    keptByNetwork("azure-native:network:Subnet"),
    keptByNetwork("azure-native:network:VirtualNetwork"),
    {
      type: "azure-native:compute:VirtualMachineScaleSet",
      rule: "R94-scale-set",
      grade: "observed",
      source: "https://learn.microsoft.com/azure/aks/troubleshooting",
      code: "NetworkSecurityGroupInUseByVirtualMachineScaleSet",
      message: (id, user) =>
        `Network security group ${id} cannot be deleted because the scale set ${user} uses it. Take it off there first.`,
    },
  ],
  rules: [
    ...networkSecurityGroupRules,
    ...referencesAreIds(Object.fromEntries(groups.map((group) => [group, "Microsoft.Network/applicationSecurityGroups"]))),
    referencesExist(references),
    resourceStandsInARegion,
    ...tagRules,
  ],
  changes: [],
};
