import { referencesExist } from "../../rules/references";
import type { ResourceType } from "../resource-type";
import { natGatewayChanges, natGatewayRules } from "./rules/nat-gateway";

const references = ["publicIpAddresses[*].id", "publicIpPrefixes[*].id"];

export const natGateway: ResourceType = {
  token: "azure-native:network:NatGateway",
  armType: "Microsoft.Network/natGateways",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/natGateways/{natGatewayName}",
  nameProperty: "natGatewayName",
  autonaming: "random",
  located: true,
  replacedBy: [],
  parts: [],
  references,
  keptBy: [
    {
      type: "azure-native:network:Subnet",
      rule: "D-nat-gateway",
      grade: "assumed",
      source: "https://learn.microsoft.com/azure/nat-gateway/manage-nat-gateway",
      code: "InUseNatGatewayCannotBeDeleted",
      message: (id, user) => `NAT gateway ${id} cannot be deleted because it is in use by ${user}. Take it off there first.`,
    },
  ],
  rules: [...natGatewayRules, referencesExist(references)],
  changes: natGatewayChanges,
};
