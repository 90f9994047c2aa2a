import type { RuleCases } from "../../../rules/cases";
import { add, edits, nothing, remove, set, unknown } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import { subnet, subnetId, virtualNetwork, virtualNetworkId } from "../../../rules/valid/virtual-network";

const frontend = "frontendIPConfigurations[0]";
const address = `${frontend}.privateIPAddress`;
const besideId = armId("Microsoft.Network/loadBalancers", "beside");

const inSubnet = edits(remove(`${frontend}.publicIPAddress`), set(`${frontend}.subnet.id`, subnetId), remove("outboundRules"));
/** A frontend in a subnet of the name. */
const inSubnetNamed = (name: string) => {
  const id = `${virtualNetworkId}/subnets/${name}`;
  return {
    change: edits(inSubnet, set(`${frontend}.subnet.id`, id)),
    others: [regionResource("azure-native:network:Subnet", id, { ...subnet(), subnetName: name })],
  };
};
const asking = (text: string) => edits(inSubnet, set(`${frontend}.privateIPAllocationMethod`, "Static"), set(address, text));
const theSubnet = regionResource("azure-native:network:Subnet", subnetId, subnet());
const subnetOfBoth = regionResource("azure-native:network:Subnet", subnetId, {
  ...subnet(),
  addressPrefix: null,
  addressPrefixes: ["10.0.1.0/24", "fd00::/64"],
});
const subnetOfAService = regionResource("azure-native:network:Subnet", subnetId, {
  ...subnet(),
  delegations: [{ name: "web", serviceName: "Microsoft.Web/serverFarms" }],
});
const subnetWithNat = regionResource("azure-native:network:Subnet", subnetId, {
  ...subnet(),
  natGateway: { id: armId("Microsoft.Network/natGateways", "web-nat") },
});
const withSix = edits(
  inSubnet,
  add("frontendIPConfigurations", { name: "six", privateIPAddressVersion: "IPv6", subnet: { id: subnetId } }),
);
const inline = regionResource("azure-native:network:VirtualNetwork", virtualNetworkId, {
  ...virtualNetwork(),
  subnets: [{ name: "instances", addressPrefixes: ["10.0.1.0/24"] }],
});
const beside = regionResource("azure-native:network:LoadBalancer", besideId, {
  frontendIPConfigurations: [{ name: "internal", subnet: { id: subnetId }, privateIPAddress: "10.0.1.10" }],
});

/** The private addresses of internal frontends. */
export const privateAddressCases: RuleCases[] = [
  {
    rule: "R139-frontend",
    refused: [
      {
        name: "a Basic load balancer in a subnet with a NAT gateway",
        change: edits(inSubnet, set("sku.name", "Basic")),
        others: [subnetWithNat],
        at: "sku.name",
      },
    ],
    accepted: [
      { name: "a Standard one there", change: inSubnet, others: [subnetWithNat] },
      { name: "a Basic one elsewhere", change: edits(inSubnet, set("sku.name", "Basic")), others: [theSubnet] },
    ],
  },
  {
    rule: "R264",
    refused: [{ name: "the subnet of a service", change: inSubnet, others: [subnetOfAService], at: `${frontend}.subnet.id` }],
    accepted: [{ name: "a subnet of nobody's", change: inSubnet, others: [theSubnet] }],
  },
  {
    rule: "R428",
    refused: [{ name: "the subnet of Bastion", ...inSubnetNamed("AzureBastionSubnet"), at: `${frontend}.subnet.id` }],
    accepted: [{ name: "a subnet beside it", ...inSubnetNamed("AzureBastionSubnet2") }],
  },
  {
    rule: "R428-gateway",
    refused: [{ name: "the subnet of gateways", ...inSubnetNamed("gatewaySubnet"), at: `${frontend}.subnet.id` }],
    accepted: [{ name: "a subnet beside it", ...inSubnetNamed("gateways") }],
  },
  {
    rule: "R265",
    refused: [
      { name: "version 6 in a subnet without it", change: withSix, others: [theSubnet], at: "frontendIPConfigurations[1].subnet.id" },
    ],
    accepted: [{ name: "version 6 in a subnet of both", change: withSix, others: [subnetOfBoth] }],
  },
  {
    rule: "R153",
    refused: [
      { name: "five numbers", change: asking("10.11.12.13.14"), others: [theSubnet], at: address },
      { name: "a block", change: asking("10.0.1.0/24"), others: [theSubnet], at: address },
    ],
    accepted: [
      { name: "an address of version 4", change: asking("10.0.1.10"), others: [theSubnet] },
      {
        name: "an address of version 6",
        change: edits(
          asking("fd00::10"),
          set(`${frontend}.privateIPAddressVersion`, "IPv6"),
          add("frontendIPConfigurations", { name: "four", subnet: { id: subnetId } }),
        ),
        others: [subnetOfBoth],
      },
    ],
  },
  {
    rule: "R154",
    refused: [
      { name: "an address of another subnet", change: asking("10.0.2.10"), others: [theSubnet], at: address },
      { name: "an address beside a subnet that its network declares", change: asking("10.0.0.255"), others: [inline], at: address },
    ],
    accepted: [
      { name: "an address of the subnet", change: asking("10.0.1.200"), others: [inline] },
      { name: "a subnet that is not known yet", change: edits(asking("10.0.2.10"), unknown(`${frontend}.subnet.id`)) },
    ],
  },
  {
    rule: "R155",
    refused: [
      { name: "the fourth address", change: asking("10.0.1.3"), others: [theSubnet], at: address },
      { name: "the last address", change: asking("10.0.1.255"), others: [theSubnet], at: address },
    ],
    accepted: [
      { name: "the fifth address", change: asking("10.0.1.4"), others: [theSubnet] },
      { name: "the last but one", change: asking("10.0.1.254"), others: [inline] },
    ],
  },
  {
    rule: "R156",
    refused: [
      {
        name: "one address for two frontends",
        change: edits(
          asking("10.0.1.10"),
          add("frontendIPConfigurations", { name: "second", subnet: { id: subnetId }, privateIPAddress: "10.0.1.10" }),
        ),
        others: [theSubnet],
        at: "frontendIPConfigurations[1].privateIPAddress",
      },
    ],
    accepted: [
      {
        name: "two addresses for two frontends",
        change: edits(
          asking("10.0.1.10"),
          add("frontendIPConfigurations", { name: "second", subnet: { id: subnetId }, privateIPAddress: "10.0.1.11" }),
        ),
        others: [theSubnet],
      },
    ],
  },
  {
    rule: "R157",
    refused: [{ name: "an address of another load balancer", change: asking("10.0.1.10"), others: [theSubnet, beside], at: address }],
    accepted: [{ name: "an address beside it", change: asking("10.0.1.11"), others: [theSubnet, beside] }],
  },
  {
    rule: "R158",
    refused: [
      {
        name: "a static address that is not given",
        change: edits(inSubnet, set(`${frontend}.privateIPAllocationMethod`, "Static")),
        others: [theSubnet],
        at: address,
      },
    ],
    accepted: [
      {
        name: "a dynamic address",
        change: edits(inSubnet, set(`${frontend}.privateIPAllocationMethod`, "Dynamic")),
        others: [theSubnet],
      },
      { name: "a public frontend", change: nothing },
    ],
  },
];
