import type { Properties } from "../../../../properties/value";
import type { TypeCases } from "../../../rules/cases";
import { edits, nothing, remove, set, unknown } from "../../../rules/edits";
import { declaredSubnetCases } from "./declared-subnets.cases";
import { virtualNetworkServiceCases } from "./virtual-network-services.cases";
import { armId, regionResource } from "../../../rules/fake-region";
import { networkSecurityGroup } from "../../../rules/valid/network-security-group";
import { networkSecurityGroupId, subnet, subnetId, virtualNetwork, virtualNetworkId } from "../../../rules/valid/virtual-network";
import { locationCases } from "../../../rules/locations.cases";
import { tagCases } from "../../../rules/tags.cases";
import { virtualNetwork as virtualNetworkType } from "../../../../resources/network/virtual-network";

const missingGroup = armId("Microsoft.Network/networkSecurityGroups", "gone");
const groupResource = regionResource("azure-native:network:NetworkSecurityGroup", networkSecurityGroupId, networkSecurityGroup());
const subnetResource = regionResource("azure-native:network:Subnet", subnetId, subnet());
const foreignSubnet = regionResource(
  "azure-native:network:Subnet",
  `${armId("Microsoft.Network/virtualNetworks", "other")}/subnets/x`,
  subnet(),
);

const gatewayId = armId("Microsoft.Network/natGateways", "web-nat");
const gateway = regionResource("azure-native:network:NatGateway", gatewayId, { natGatewayName: "web-nat" });
const space = "addressSpace.addressPrefixes";
const servers = "dhcpOptions.dnsServers";
const declared = { name: "instances", addressPrefix: "10.0.1.0/24" };
const list = (...subnets: Properties[]) => set("subnets", subnets);
const user = regionResource("azure-native:network:LoadBalancer", armId("Microsoft.Network/loadBalancers", "inner"), {
  frontendIPConfigurations: [{ name: "front", subnet: { id: subnetId } }],
});
const delegations = [{ name: "web", serviceName: "Microsoft.Web/serverFarms" }];

/** The rules of a virtual network. */
export const virtualNetworkCases: TypeCases = {
  type: virtualNetworkType,
  valid: virtualNetwork,
  rules: [
    {
      rule: "R99",
      refused: [
        { name: "an empty name", change: set("virtualNetworkName", ""), at: "virtualNetworkName" },
        { name: "a name of 81 characters", change: set("virtualNetworkName", "a".repeat(81)), at: "virtualNetworkName" },
      ],
      accepted: [{ name: "a name with periods and underscores", change: set("virtualNetworkName", "web.net_1_") }],
    },
    {
      rule: "R99-length",
      refused: [
        { name: "a name of 1 character", change: set("virtualNetworkName", "a"), at: "virtualNetworkName" },
        { name: "a name of 65 characters", change: set("virtualNetworkName", "a".repeat(65)), at: "virtualNetworkName" },
        { name: "a name of 80 characters", change: set("virtualNetworkName", "a".repeat(80)), at: "virtualNetworkName" },
      ],
      accepted: [
        { name: "a name of 2 characters", change: set("virtualNetworkName", "ab") },
        { name: "a name of 64 characters", change: set("virtualNetworkName", "a".repeat(64)) },
      ],
    },
    {
      rule: "R99-subnets",
      refused: [
        { name: "a subnet's name of 81 characters", change: list({ ...declared, name: "a".repeat(81) }), at: "subnets[0].name" },
        {
          name: "a peering's name with a slash",
          change: set("virtualNetworkPeerings", [{ name: "to/hub" }]),
          at: "virtualNetworkPeerings[0].name",
        },
      ],
      accepted: [{ name: "a subnet's name of 80 characters", change: list({ ...declared, name: "a".repeat(80) }) }],
    },
    {
      rule: "T20",
      refused: [
        {
          name: "a list of subnets that leaves out one that exists",
          change: list({ ...declared, name: "other" }),
          others: [subnetResource],
          at: "subnets",
        },
      ],
      accepted: [
        { name: "a list with all subnets that exist", change: list({ ...declared, name: "INSTANCES" }), others: [subnetResource] },
        { name: "no list of subnets", change: nothing, others: [subnetResource] },
        { name: "a list beside the subnets of another network", change: list({ ...declared, name: "other" }), others: [foreignSubnet] },
      ],
    },
    ...virtualNetworkServiceCases,
    ...declaredSubnetCases({
      declare: (properties) => set("subnets", [{ name: "instances", addressPrefix: "10.0.1.0/24", ...properties }]),
      named: (name) => ({ name }),
      at: (property) => `subnets[0].${property}`,
    }),
    {
      rule: "R120-space",
      refused: [
        { name: "an address without a length", change: set(space, ["10.10.10.10"]), at: `${space}[0]` },
        { name: "a word", change: set(space, ["10.0.0.0/16", "nonsense"]), at: `${space}[1]` },
      ],
      accepted: [{ name: "IPv6 beside IPv4", change: set(space, ["10.0.0.0/16", "fd00:db8::/48"]) }],
    },
    {
      rule: "R121-space",
      refused: [{ name: "bits after the prefix", change: set(space, ["10.10.10.0/16"]), at: `${space}[0]` }],
      accepted: [{ name: "a space that is not known yet", change: unknown(space) }],
    },
    {
      rule: "R123",
      refused: [
        {
          name: "a subnet of IPv6 that is no /64",
          change: edits(set(space, ["10.0.0.0/16", "fd00:db8::/48"]), list({ name: "six", addressPrefix: "fd00:db8::/56" })),
          at: "subnets[0].addressPrefix",
        },
      ],
      accepted: [
        {
          name: "a /64 of IPv6",
          change: edits(set(space, ["10.0.0.0/16", "fd00:db8::/48"]), list({ name: "six", addressPrefix: "fd00:db8:0:1::/64" })),
        },
      ],
    },
    {
      rule: "R125",
      refused: [
        {
          name: "one range twice",
          change: list(declared, { name: "other", addressPrefix: "10.0.1.64/26" }),
          at: "subnets[1].addressPrefix",
        },
      ],
      accepted: [{ name: "ranges side by side", change: list(declared, { name: "other", addressPrefix: "10.0.2.0/24" }) }],
    },
    {
      rule: "R124-space",
      refused: [
        { name: "a space without the subnet that exists", change: set(space, ["10.9.0.0/16"]), others: [subnetResource], at: space },
      ],
      accepted: [
        { name: "a second space", change: set(space, ["10.0.0.0/16", "10.9.0.0/16"]), others: [subnetResource] },
        { name: "another space beside the subnets of another network", change: set(space, ["10.9.0.0/16"]), others: [foreignSubnet] },
      ],
    },
    {
      rule: "R128-gateway-subnet",
      refused: [
        {
          name: "a NAT gateway on the subnet of gateways",
          change: list({ name: "gatewaysubnet", addressPrefix: "10.0.1.0/27", natGateway: { id: gatewayId } }),
          others: [gateway],
          at: "subnets[0].natGateway",
        },
      ],
      accepted: [{ name: "the subnet of gateways without one", change: list({ name: "GatewaySubnet", addressPrefix: "10.0.1.0/27" }) }],
    },
    {
      rule: "R129",
      refused: [
        { name: "no space", change: remove("addressSpace"), at: space },
        { name: "an empty space", change: set(space, []), at: space },
      ],
      accepted: [
        {
          name: "a space out of a pool",
          change: set("addressSpace", { ipamPoolPrefixAllocations: [{ numberOfIpAddresses: "256" }] }),
        },
      ],
    },
    {
      rule: "R130",
      refused: [{ name: "a prefix inside another", change: set(space, ["10.0.0.0/16", "10.0.4.0/24"]), at: `${space}[1]` }],
      accepted: [{ name: "prefixes side by side", change: set(space, ["10.0.0.0/16", "10.1.0.0/16"]) }],
    },
    {
      rule: "R131",
      refused: [
        { name: "loopback", change: set(space, ["127.0.0.0/8"]), at: `${space}[0]` },
        { name: "link-local", change: set(space, ["169.254.1.0/24"]), at: `${space}[0]` },
        { name: "multicast", change: set(space, ["239.0.0.0/8"]), at: `${space}[0]` },
      ],
      accepted: [{ name: "public addresses", change: set(space, ["172.10.0.0/19"]) }],
    },
    {
      rule: "R132",
      refused: [
        { name: "a number", change: set(servers, ["0"]), at: `${servers}[0]` },
        { name: "a host name", change: set(servers, ["10.0.0.4", "dns.example.com"]), at: `${servers}[1]` },
      ],
      accepted: [{ name: "addresses", change: set(servers, ["10.0.0.4", "2001:4860:4860::8888"]) }],
    },
    {
      rule: "R420",
      refused: [{ name: "a subnet without a name", change: list(declared, { addressPrefix: "10.0.2.0/24" }), at: "subnets[1].name" }],
      accepted: [{ name: "a peering with a name", change: set("virtualNetworkPeerings", [{ name: "hub" }]) }],
    },
    {
      rule: "R118",
      refused: [
        { name: "one name twice", change: list(declared, { name: "Instances", addressPrefix: "10.0.2.0/24" }), at: "subnets[1].name" },
      ],
      accepted: [{ name: "two names", change: list(declared, { name: "other", addressPrefix: "10.0.2.0/24" }) }],
    },
    {
      rule: "R9-missing",
      refused: [
        {
          name: "a security group that does not exist",
          change: list({ ...declared, networkSecurityGroup: { id: missingGroup } }),
          at: "subnets[0].networkSecurityGroup.id",
        },
      ],
      accepted: [
        {
          name: "a security group that exists",
          change: list({ ...declared, networkSecurityGroup: { id: networkSecurityGroupId } }),
          others: [groupResource],
        },
      ],
    },
    locationCases,
    ...tagCases,
  ],
  changes: [
    {
      rule: "R133",
      refused: [
        {
          name: "another prefix under a frontend",
          before: list(declared),
          change: list({ ...declared, addressPrefix: "10.0.5.0/24" }),
          others: [user],
          at: "subnets[0].addressPrefix",
        },
      ],
      accepted: [
        { name: "another prefix where nothing is", before: list(declared), change: list({ ...declared, addressPrefix: "10.0.5.0/24" }) },
        {
          name: "another subnet's prefix",
          before: list(declared, { name: "free", addressPrefix: "10.0.2.0/24" }),
          change: list(declared, { name: "free", addressPrefix: "10.0.3.0/24" }),
          others: [user],
        },
      ],
    },
    {
      rule: "R134",
      refused: [
        {
          name: "a delegation under a frontend",
          before: list(declared),
          change: list({ ...declared, delegations }),
          others: [user],
          at: "subnets[0].delegations",
        },
      ],
      accepted: [{ name: "a delegation where nothing is", before: list(declared), change: list({ ...declared, delegations }) }],
    },
    {
      rule: "R93-list",
      refused: [{ name: "a list without a subnet in use", before: list(declared), change: list(), others: [user], at: "subnets" }],
      accepted: [
        { name: "a list without a subnet that nothing uses", before: list(declared), change: list() },
        { name: "no list any more", before: list(declared), change: nothing, others: [user] },
      ],
    },
  ],
  surroundings: { self: virtualNetworkId },
};
