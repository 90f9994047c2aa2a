import type { RuleCases } from "../../../rules/cases";
import type { Properties, Value } from "../../../../properties/value";
import { add, edits, nothing, remove, set, unknown } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import { publicIpPrefixId } from "../../../rules/valid/public-ip-prefix";
import { loadBalancer, loadBalancerId, networkId, validScaleSet } from "../../../rules/valid/scale-set";

const ip = "virtualMachineProfile.networkProfile.networkInterfaceConfigurations[0].ipConfigurations[0]";
const ownAddress = `${ip}.publicIPAddressConfiguration`;
const ipConfigurations = "virtualMachineProfile.networkProfile.networkInterfaceConfigurations[0].ipConfigurations";
const pools = `${ip}.loadBalancerBackendAddressPools`;
const natPools = `${ip}.loadBalancerInboundNatPools`;
const inBothPools = add(pools, { id: `${loadBalancerId}/backendAddressPools/others` });

function rule(name: string, pool: string, backendPort: number, properties: Properties = {}): Properties {
  return { name, protocol: "Tcp", backendPort, backendAddressPool: { id: `${loadBalancerId}/backendAddressPools/${pool}` }, ...properties };
}

function withRules(...loadBalancingRules: Value[]) {
  return [loadBalancer({ loadBalancingRules })];
}

function withNatPool(properties: Properties) {
  const ssh = { name: "ssh", protocol: "Tcp", frontendPortRangeStart: 50000, frontendPortRangeEnd: 50009, backendPort: 22, ...properties };
  return [loadBalancer({ loadBalancingRules: [rule("http", "instances", 80)], inboundNatPools: [ssh] })];
}

/** A load balancer that listens on port 80 alone, which leaves 63992 ports to outbound flows. */
function withOutboundPorts(allocatedOutboundPorts: number, frontend: Properties = {}) {
  const reference = { id: `${loadBalancerId}/frontendIPConfigurations/public` };
  return loadBalancer({
    frontendIPConfigurations: [
      { name: "public", publicIPAddress: { id: armId("Microsoft.Network/publicIPAddresses", "web-ip") }, ...frontend },
    ],
    loadBalancingRules: [rule("http", "instances", 80, { frontendPort: 80, frontendIPConfiguration: reference })],
    inboundNatPools: [{ name: "ssh" }],
    outboundRules: [
      {
        name: "outbound",
        protocol: "All",
        allocatedOutboundPorts,
        frontendIPConfigurations: [reference],
        backendAddressPool: { id: `${loadBalancerId}/backendAddressPools/instances` },
      },
    ],
  });
}

function withNatRule(frontendPortRangeEnd: number, pool = "instances") {
  const backendAddressPool = { id: `$self/backendAddressPools/${pool}` };
  const ssh = { name: "ssh", protocol: "Tcp", frontendPortRangeStart: 50000, frontendPortRangeEnd, backendPort: 22, backendAddressPool };
  return [loadBalancer({ inboundNatPools: null, inboundNatRules: [ssh] })];
}

function otherScaleSet(capacity: number) {
  const id = armId("Microsoft.Compute/virtualMachineScaleSets", "other");
  return regionResource("azure-native:compute:VirtualMachineScaleSet", id, { ...validScaleSet(), sku: { capacity } });
}

const versionSix = {
  name: "six",
  primary: false,
  privateIPAddressVersion: "IPv6",
  subnet: { id: `${networkId}/subnets/web` },
  loadBalancerBackendAddressPools: [{ id: `${loadBalancerId}/backendAddressPools/six` }],
};

function withOutboundRuleFor(pool: string) {
  const backendAddressPool = { id: `${loadBalancerId}/backendAddressPools/${pool}` };
  return loadBalancer({
    backendAddressPools: [{ name: "instances" }, { name: pool }],
    outboundRules: [{ name: "outbound", protocol: "All", backendAddressPool }],
  });
}

/** The load balancer as an internal one, with its frontend in a virtual network of this name. */
function internalIn(network: string) {
  const subnet = { id: `${armId("Microsoft.Network/virtualNetworks", network)}/subnets/frontends` };
  return loadBalancer({ frontendIPConfigurations: [{ name: "internal", subnet }] });
}

/** What Azure refuses because of what the load balancer before the scale set declares. */
export const loadBalancedInstanceCases: RuleCases[] = [
  {
    rule: "R1-instances",
    refused: [
      {
        name: "a Basic address of its own",
        change: set(ownAddress, { name: "own", sku: { name: "Basic" } }),
        at: `${ownAddress}.sku.name`,
      },
      {
        name: "an address of its own without a SKU, which is a Basic one",
        change: set(ownAddress, { name: "own" }),
        at: `${ownAddress}.sku.name`,
      },
    ],
    accepted: [
      { name: "a Standard address of its own", change: set(ownAddress, { name: "own", sku: { name: "standard" } }) },
      {
        name: "a Basic address behind no load balancer",
        change: edits(set(ownAddress, { name: "own" }), remove(pools), remove(natPools)),
      },
      {
        name: "an address of a prefix, which is Standard",
        change: set(ownAddress, { name: "own", publicIPPrefix: { id: publicIpPrefixId } }),
      },
      { name: "a SKU that is not known yet", change: edits(set(ownAddress, { name: "own" }), unknown(`${ownAddress}.sku`)) },
    ],
  },
  {
    rule: "R10-instances",
    refused: [
      {
        name: "two pools whose rules send to one port",
        change: inBothPools,
        others: withRules(rule("http", "instances", 80), rule("admin", "others", 80)),
        at: pools,
      },
    ],
    accepted: [
      {
        name: "two pools whose rules send to different ports",
        change: inBothPools,
        others: withRules(rule("http", "instances", 80), rule("admin", "others", 81)),
      },
      {
        name: "two pools whose rules send to one port over different protocols",
        change: inBothPools,
        others: withRules(rule("http", "instances", 80), rule("admin", "others", 80, { protocol: "Udp" })),
      },
      {
        name: "one pool of two whose rules send to one port",
        change: nothing,
        others: withRules(rule("http", "instances", 80), rule("admin", "others", 80)),
      },
      {
        name: "a pool that is not known yet",
        change: edits(inBothPools, unknown(`${pools}[1].id`)),
        others: withRules(rule("http", "instances", 80), rule("admin", "others", 80)),
      },
    ],
  },
  {
    rule: "R11-instances",
    refused: [{ name: "a NAT pool to the port of a rule", change: nothing, others: withNatPool({ backendPort: 80 }), at: natPools }],
    accepted: [
      { name: "a NAT pool to another port", change: nothing, others: withNatPool({ backendPort: 22 }) },
      { name: "a NAT pool to the port of a rule for another pool", change: nothing, others: withRules(rule("http", "others", 22)) },
    ],
  },
  {
    rule: "R15",
    refused: [
      {
        name: "7 instances with 10000 ports each, Microsoft's example",
        change: set("sku.capacity", 7),
        others: [withOutboundPorts(10_000)],
        at: "sku.capacity",
      },
      {
        name: "10 instances with 6400 ports each, less what the rule itself listens on",
        change: set("sku.capacity", 10),
        others: [withOutboundPorts(6400)],
        at: "sku.capacity",
      },
      {
        name: "6 instances with 10000 ports each beside another scale set in the pool",
        change: set("sku.capacity", 6),
        others: [withOutboundPorts(10_000), otherScaleSet(1)],
        at: "sku.capacity",
      },
    ],
    accepted: [
      { name: "6 instances with 10000 ports each", change: set("sku.capacity", 6), others: [withOutboundPorts(10_000)] },
      { name: "10 instances with 6392 ports each", change: set("sku.capacity", 10), others: [withOutboundPorts(6392)] },
      {
        name: "5 instances beside another scale set in the pool",
        change: set("sku.capacity", 5),
        others: [withOutboundPorts(10_000), otherScaleSet(1)],
      },
      { name: "any number where Azure allocates the ports", change: set("sku.capacity", 100), others: [withOutboundPorts(0)] },
      {
        name: "a frontend with a prefix of addresses",
        change: set("sku.capacity", 100),
        others: [withOutboundPorts(10_000, { publicIPAddress: null, publicIPPrefix: { id: publicIpPrefixId } })],
      },
      { name: "a capacity that is not known yet", change: unknown("sku.capacity"), others: [withOutboundPorts(64_000)] },
    ],
  },
  {
    rule: "T-nat-rule-ports",
    refused: [
      {
        name: "11 instances with 10 ports",
        change: edits(set("sku.capacity", 11), remove(natPools)),
        others: withNatRule(50_009),
        at: "sku.capacity",
      },
    ],
    accepted: [
      { name: "10 instances with 10 ports", change: edits(set("sku.capacity", 10), remove(natPools)), others: withNatRule(50_009) },
      {
        name: "11 instances where the rule is for another pool",
        change: edits(set("sku.capacity", 11), remove(natPools)),
        others: withNatRule(50_009, "others"),
      },
      {
        name: "a capacity that is not known yet",
        change: edits(unknown("sku.capacity"), remove(natPools)),
        others: withNatRule(50_009),
      },
    ],
  },
  {
    rule: "R176",
    refused: [{ name: "a frontend in another virtual network", change: nothing, others: [internalIn("elsewhere")], at: `${ip}.subnet.id` }],
    accepted: [
      { name: "a frontend in another subnet of the same virtual network", change: nothing, others: [internalIn("web-network")] },
      { name: "a subnet that is not known yet", change: unknown(`${ip}.subnet.id`), others: [internalIn("elsewhere")] },
    ],
  },
  {
    rule: "R177",
    refused: [
      {
        name: "a secondary IP configuration in a pool with an outbound rule",
        change: set(`${ip}.primary`, false),
        others: [withOutboundPorts(1000)],
        at: pools,
      },
    ],
    accepted: [
      { name: "a secondary IP configuration in a pool without one", change: set(`${ip}.primary`, false) },
      {
        name: "one of IP version 6 in a pool of its own",
        change: add(ipConfigurations, versionSix),
        others: [withOutboundRuleFor("six")],
      },
    ],
  },
];
