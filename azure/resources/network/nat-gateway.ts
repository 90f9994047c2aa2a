import { resourceStandsInARegion } from "../../rules/locations";
import { referencesAreIds } from "../../rules/reference-ids";
import { referencesExist } from "../../rules/references";
import { tagRules } from "../../rules/tags";
import type { Keeper, ResourceType } from "../resource-type";
import { natGatewayChanges, natGatewayRules } from "./rules/nat-gateway";

const keptByNetwork = (type: string): Keeper => ({
  type,
  rule: "D-nat-gateway",
  grade: "observed",
  source: "https://github.com/Azure-Samples/Copilot-Studio-with-Azure-AI-Search/issues/62",
  code: "CannotDeleteNatGatewayAssociatedToSubnet",
  message: (id, user) => `NAT gateway ${id} cannot be deleted because it is still configured on ${user}. Take it off there first.`,
});

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
  keptBy: [keptByNetwork("azure-native:network:Subnet"), keptByNetwork("azure-native:network:VirtualNetwork")],
  rules: [
    ...natGatewayRules,
    ...referencesAreIds({
      "publicIpAddresses[*]": "Microsoft.Network/publicIPAddresses",
      "publicIpPrefixes[*]": "Microsoft.Network/publicIPPrefixes",
    }),
    referencesExist(references),
    resourceStandsInARegion,
    ...tagRules,
  ],
  changes: natGatewayChanges,
};
