import { resourceGroupRules } from "../../../region/rules/resource-group";
import { subnetRules } from "../../../region/rules/network/subnet";
import { virtualNetworkRules } from "../../../region/rules/network/virtual-network";
import { nothing, set, unknown } from "../edits";
import { armId, regionResource } from "../fake-region";
import { describeRules } from "../harness";
import { networkSecurityGroup } from "../valid/network-security-group";
import { networkSecurityGroupId, subnet, subnetId, virtualNetwork, virtualNetworkId } from "../valid/virtual-network";

const missingGroup = armId("Microsoft.Network/networkSecurityGroups", "gone");
const groupResource = regionResource("azure-native:network:NetworkSecurityGroup", networkSecurityGroupId, networkSecurityGroup());
const subnetResource = regionResource("azure-native:network:Subnet", subnetId, subnet());
const foreignSubnet = regionResource(
  "azure-native:network:Subnet",
  `${armId("Microsoft.Network/virtualNetworks", "other")}/subnets/x`,
  subnet(),
);

function networkWith(...names: string[]) {
  const subnets = names.map((name) => ({ name, addressPrefix: "10.0.1.0/24" }));
  return regionResource("azure-native:network:VirtualNetwork", virtualNetworkId, { ...virtualNetwork(), subnets });
}

describeRules("a resource group", resourceGroupRules, () => ({ resourceGroupName: "web", location: "westeurope" }), [
  {
    rule: "R99",
    refused: [
      { name: "a name of 91 characters", change: set("resourceGroupName", "a".repeat(91)), at: "resourceGroupName" },
      { name: "an empty name", change: set("resourceGroupName", ""), at: "resourceGroupName" },
      { name: "a name that ends with a period", change: set("resourceGroupName", "web."), at: "resourceGroupName" },
      { name: "a name with a slash", change: set("resourceGroupName", "web/prod"), at: "resourceGroupName" },
    ],
    accepted: [
      { name: "a name of 90 characters", change: set("resourceGroupName", "a".repeat(90)) },
      { name: "a name of 1 character", change: set("resourceGroupName", "a") },
      { name: "letters that are not ASCII, and parentheses", change: set("resourceGroupName", "Größe_(1).x") },
    ],
  },
]);

describeRules(
  "a virtual network",
  virtualNetworkRules,
  virtualNetwork,
  [
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
  { self: virtualNetworkId },
);

describeRules(
  "a subnet",
  subnetRules,
  subnet,
  [
    {
      rule: "R99",
      refused: [
        { name: "a name of 81 characters", change: set("subnetName", "a".repeat(81)), at: "subnetName" },
        { name: "a name that begins with a hyphen", change: set("subnetName", "-a"), at: "subnetName" },
      ],
      accepted: [
        { name: "a name of 80 characters", change: set("subnetName", "a".repeat(80)) },
        { name: "a name of 1 character", change: set("subnetName", "a") },
      ],
    },
    {
      rule: "T20",
      refused: [
        { name: "a subnet that its network declares too", change: nothing, others: [networkWith("instances")], at: "virtualNetworkName" },
        { name: "a subnet that its network leaves out", change: nothing, others: [networkWith("other")], at: "virtualNetworkName" },
      ],
      accepted: [
        { name: "a network that declares no subnets", change: nothing, others: [networkWith()] },
        { name: "a network that is not known yet", change: unknown("virtualNetworkName") },
      ],
    },
    {
      rule: "R9-missing",
      refused: [
        {
          name: "a security group that does not exist",
          change: set("networkSecurityGroup.id", missingGroup),
          at: "networkSecurityGroup.id",
        },
        {
          name: "a NAT gateway that does not exist",
          change: set("natGateway.id", armId("Microsoft.Network/natGateways", "gone")),
          at: "natGateway.id",
        },
      ],
      accepted: [{ name: "a security group that is not known yet", change: unknown("networkSecurityGroup.id") }],
    },
  ],
  { self: subnetId, others: () => [groupResource, networkWith()] },
);
