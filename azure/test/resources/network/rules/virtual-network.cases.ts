import type { TypeCases } from "../../../rules/cases";
import { nothing, set } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import { networkSecurityGroup } from "../../../rules/valid/network-security-group";
import { networkSecurityGroupId, subnet, subnetId, virtualNetwork, virtualNetworkId } from "../../../rules/valid/virtual-network";
import { virtualNetwork as virtualNetworkType } from "../../../../resources/network/virtual-network";

const missingGroup = armId("Microsoft.Network/networkSecurityGroups", "gone");
const groupResource = regionResource("azure-native:network:NetworkSecurityGroup", networkSecurityGroupId, networkSecurityGroup());
const subnetResource = regionResource("azure-native:network:Subnet", subnetId, subnet());
const foreignSubnet = regionResource(
  "azure-native:network:Subnet",
  `${armId("Microsoft.Network/virtualNetworks", "other")}/subnets/x`,
  subnet(),
);

/** The rules of a virtual network. */
export const virtualNetworkCases: TypeCases = {
  type: virtualNetworkType,
  valid: virtualNetwork,
  rules: [
    {
      rule: "R99",
      refused: [
        { name: "a name of 1 character", change: set("virtualNetworkName", "a"), at: "virtualNetworkName" },
        { name: "a name of 65 characters", change: set("virtualNetworkName", "a".repeat(65)), at: "virtualNetworkName" },
      ],
      accepted: [
        { name: "a name of 2 characters", change: set("virtualNetworkName", "ab") },
        { name: "a name of 64 characters", change: set("virtualNetworkName", "a".repeat(64)) },
      ],
    },
    {
      rule: "R99-subnets",
      refused: [{ name: "a subnet's name of 81 characters", change: set("subnets", [{ name: "a".repeat(81) }]), at: "subnets[0].name" }],
      accepted: [{ name: "a subnet's name of 80 characters", change: set("subnets", [{ name: "a".repeat(80) }]) }],
    },
    {
      rule: "T20",
      refused: [
        {
          name: "a list of subnets that leaves out one that exists",
          change: set("subnets", [{ name: "other" }]),
          others: [subnetResource],
          at: "subnets",
        },
      ],
      accepted: [
        { name: "a list with all subnets that exist", change: set("subnets", [{ name: "INSTANCES" }]), others: [subnetResource] },
        { name: "no list of subnets", change: nothing, others: [subnetResource] },
        { name: "a list beside the subnets of another network", change: set("subnets", [{ name: "other" }]), others: [foreignSubnet] },
      ],
    },
    {
      rule: "R100",
      refused: [
        { name: "3 minutes", change: set("flowTimeoutInMinutes", 3), at: "flowTimeoutInMinutes" },
        { name: "31 minutes", change: set("flowTimeoutInMinutes", 31), at: "flowTimeoutInMinutes" },
      ],
      accepted: [
        { name: "4 minutes", change: set("flowTimeoutInMinutes", 4) },
        { name: "30 minutes", change: set("flowTimeoutInMinutes", 30) },
      ],
    },
    {
      rule: "R9-missing",
      refused: [
        {
          name: "a security group that does not exist",
          change: set("subnets", [{ name: "instances", networkSecurityGroup: { id: missingGroup } }]),
          at: "subnets[0].networkSecurityGroup.id",
        },
      ],
      accepted: [
        {
          name: "a security group that exists",
          change: set("subnets", [{ name: "instances", networkSecurityGroup: { id: networkSecurityGroupId } }]),
          others: [groupResource],
        },
      ],
    },
  ],
  changes: [],
  surroundings: { self: virtualNetworkId },
};
