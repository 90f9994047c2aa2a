import type { TypeCases } from "../../../rules/cases";
import type { Properties } from "../../../../properties/value";
import { edits, nothing, remove, set, unknown } from "../../../rules/edits";
import { declaredSubnetCases } from "./declared-subnets.cases";
import { armId, regionResource } from "../../../rules/fake-region";
import { networkSecurityGroup } from "../../../rules/valid/network-security-group";
import { networkSecurityGroupId, subnet, subnetId, virtualNetwork, virtualNetworkId } from "../../../rules/valid/virtual-network";
import { subnet as subnetType } from "../../../../resources/network/subnet";

const missingGroup = armId("Microsoft.Network/networkSecurityGroups", "gone");
const groupResource = regionResource("azure-native:network:NetworkSecurityGroup", networkSecurityGroupId, networkSecurityGroup());

function networkWith(...names: string[]) {
  const subnets = names.map((name) => ({ name, addressPrefix: name === "instances" ? "10.0.1.0/24" : "10.0.9.0/24" }));
  return regionResource("azure-native:network:VirtualNetwork", virtualNetworkId, { ...virtualNetwork(), subnets });
}

function networkOfBoth() {
  const addressSpace = { addressPrefixes: ["10.0.0.0/16", "fd00:db8::/48"] };
  return regionResource("azure-native:network:VirtualNetwork", virtualNetworkId, { ...virtualNetwork(), addressSpace });
}

function neighbour(addressPrefix: string) {
  return regionResource("azure-native:network:Subnet", `${virtualNetworkId}/subnets/other`, { name: "other", addressPrefix });
}

function scaleSetIn(id: string, capacity: number, publicIPAddressConfiguration?: Properties) {
  const ipConfiguration = { name: "ip", subnet: { id }, ...(publicIPAddressConfiguration && { publicIPAddressConfiguration }) };
  return regionResource("azure-native:compute:VirtualMachineScaleSet", armId("Microsoft.Compute/virtualMachineScaleSets", "web"), {
    sku: { capacity },
    virtualMachineProfile: { networkProfile: { networkInterfaceConfigurations: [{ name: "nic", ipConfigurations: [ipConfiguration] }] } },
  });
}

const gatewayId = armId("Microsoft.Network/natGateways", "web-nat");
const gateway = regionResource("azure-native:network:NatGateway", gatewayId, { natGatewayName: "web-nat" });
const basic = { name: "own", sku: { name: "Basic" } };
const addressTaken = scaleSetIn(subnetId, 2);
const frontendThere = regionResource("azure-native:network:LoadBalancer", armId("Microsoft.Network/loadBalancers", "inner"), {
  frontendIPConfigurations: [{ name: "front", subnet: { id: subnetId } }],
});
const delegation = [{ name: "web", serviceName: "Microsoft.Web/serverFarms" }];

/** The rules of a subnet. */
export const subnetCases: TypeCases = {
  type: subnetType,
  valid: subnet,
  rules: [
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
    ...declaredSubnetCases({
      declare: (properties) => edits(...Object.entries(properties).map(([name, value]) => set(name, value))),
      named: (subnetName) => ({ subnetName }),
      at: (property) => property,
    }),
    {
      rule: "R123",
      refused: [
        {
          name: "a subnet of IPv6 that is no /64",
          change: edits(remove("addressPrefix"), set("addressPrefixes", ["10.0.1.0/24", "fd00:db8::/56"])),
          others: [networkOfBoth()],
          at: "addressPrefixes[1]",
        },
      ],
      accepted: [
        {
          name: "a /64 of IPv6 beside IPv4",
          change: edits(remove("addressPrefix"), set("addressPrefixes", ["10.0.1.0/24", "fd00:db8::/64"])),
          others: [networkOfBoth()],
        },
      ],
    },
    {
      rule: "R125",
      refused: [
        {
          name: "a part of another subnet",
          change: set("addressPrefix", "10.0.2.128/25"),
          others: [neighbour("10.0.2.0/24")],
          at: "addressPrefix",
        },
        { name: "more than another subnet", change: nothing, others: [neighbour("10.0.1.0/28")], at: "addressPrefix" },
      ],
      accepted: [
        { name: "the range beside another", change: nothing, others: [neighbour("10.0.2.0/24")] },
        { name: "a prefix that is not known yet", change: unknown("addressPrefix"), others: [neighbour("10.0.1.0/24")] },
      ],
    },
    {
      rule: "R128-gateway-subnet",
      refused: [
        {
          name: "a NAT gateway on the subnet of gateways",
          change: edits(set("subnetName", "GatewaySubnet"), remove("networkSecurityGroup"), set("natGateway.id", gatewayId)),
          others: [gateway],
          at: "natGateway",
        },
      ],
      accepted: [
        { name: "the subnet of gateways without one", change: edits(set("subnetName", "GatewaySubnet"), remove("networkSecurityGroup")) },
      ],
    },
    {
      rule: "R139-subnet",
      refused: [
        {
          name: "a NAT gateway for instances with Basic addresses",
          change: set("natGateway.id", gatewayId),
          others: [gateway, scaleSetIn(subnetId, 2, basic)],
          at: "natGateway",
        },
        {
          name: "a NAT gateway for a frontend of a load balancer without a SKU, which is a Basic one",
          change: set("natGateway.id", gatewayId),
          others: [gateway, frontendThere],
          at: "natGateway",
        },
      ],
      accepted: [
        {
          name: "a NAT gateway for instances without",
          change: set("natGateway.id", gatewayId),
          others: [gateway, scaleSetIn(subnetId, 2)],
        },
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
        {
          name: "a security group of another region than the network",
          change: nothing,
          others: [
            regionResource("azure-native:network:NetworkSecurityGroup", networkSecurityGroupId, {
              ...networkSecurityGroup(),
              location: "northeurope",
            }),
          ],
          at: "networkSecurityGroup.id",
        },
      ],
      accepted: [{ name: "a security group that is not known yet", change: unknown("networkSecurityGroup.id") }],
    },
  ],
  changes: [
    {
      rule: "R133",
      refused: [
        {
          name: "another prefix under instances",
          change: set("addressPrefix", "10.0.5.0/24"),
          others: [addressTaken],
          at: "addressPrefix",
        },
        {
          name: "a smaller prefix under a frontend",
          change: set("addressPrefix", "10.0.1.0/25"),
          others: [frontendThere],
          at: "addressPrefix",
        },
      ],
      accepted: [
        { name: "another prefix where nothing is", change: set("addressPrefix", "10.0.5.0/24") },
        {
          name: "another prefix under a scale set of none",
          change: set("addressPrefix", "10.0.5.0/24"),
          others: [scaleSetIn(subnetId, 0)],
        },
        {
          name: "the same prefix in a list, with another one",
          change: edits(remove("addressPrefix"), set("addressPrefixes", ["10.0.1.0/24", "10.0.5.0/24"])),
          others: [addressTaken],
        },
      ],
    },
    {
      rule: "R134",
      refused: [
        { name: "a delegation under instances", change: set("delegations", delegation), others: [addressTaken], at: "delegations" },
      ],
      accepted: [{ name: "a delegation where nothing is", change: set("delegations", delegation) }],
    },
  ],
  surroundings: { self: subnetId, others: () => [groupResource, networkWith()] },
};
