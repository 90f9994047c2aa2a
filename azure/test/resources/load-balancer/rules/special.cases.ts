import type { Properties } from "../../../../properties/value";
import type { RuleCases } from "../../../rules/cases";
import { add, edits, nothing, remove, set, unknown } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import { loadBalancerId } from "../../../rules/valid/load-balancer";
import { publicIpAddress, publicIpAddressId } from "../../../rules/valid/public-ip-address";
import { publicIpPrefixId } from "../../../rules/valid/public-ip-prefix";
import { virtualNetwork, virtualNetworkId } from "../../../rules/valid/virtual-network";
import { another, gateway, internal, poolReference, secondPool } from "./edits";

const frontend = "frontendIPConfigurations[0]";
const rule = "loadBalancingRules[0]";
const pool = "backendAddressPools[0]";
const otherId = armId("Microsoft.Network/loadBalancers", "other");

const allPorts = edits(set(`${rule}.protocol`, "All"), set(`${rule}.frontendPort`, 0), set(`${rule}.backendPort`, 0));
const global = edits(set("sku.tier", "Global"), remove("outboundRules"), remove("inboundNatRules"));
const globalAddress = regionResource("azure-native:network:PublicIPAddress", publicIpAddressId, {
  ...publicIpAddress(),
  sku: { name: "Standard", tier: "Global" },
});
const chained = set(`${frontend}.gatewayLoadBalancer.id`, `${otherId}/frontendIPConfigurations/front`);

function otherLoadBalancer(sku: string) {
  const frontendIPConfigurations = [{ name: "front" }];
  return regionResource("azure-native:network:LoadBalancer", otherId, { sku: { name: sku }, frontendIPConfigurations });
}

const member = `${pool}.loadBalancerBackendAddresses[0].loadBalancerFrontendIPConfiguration`;
const overAnother = edits(global, set(`${member}.id`, `${otherId}/frontendIPConfigurations/front`));

function regional(frontend: Properties) {
  const frontendIPConfigurations = [{ name: "front", ...frontend }];
  return regionResource("azure-native:network:LoadBalancer", otherId, { sku: { name: "Standard" }, frontendIPConfigurations });
}

function withMember(member: Record<string, string | { id: string }>) {
  return set(`${pool}.loadBalancerBackendAddresses`, [{ name: "one", ...member }]);
}

const twoPools = edits(
  remove(`${rule}.backendAddressPool`),
  set(`${rule}.backendAddressPools`, [poolReference, { id: "$self/backendAddressPools/admin" }]),
);
const secondTunnelPool = add("backendAddressPools", {
  name: "admin",
  tunnelInterfaces: [{ type: "Internal", protocol: "VXLAN", identifier: 900, port: 3000 }],
});

function scaleSetIn(name: string) {
  const ipConfigurations = [{ name: "ip", loadBalancerBackendAddressPools: [{ id: `${loadBalancerId}/backendAddressPools/${name}` }] }];
  return regionResource("azure-native:compute:VirtualMachineScaleSet", armId("Microsoft.Compute/virtualMachineScaleSets", "web"), {
    virtualMachineProfile: { networkProfile: { networkInterfaceConfigurations: [{ name: "nic", ipConfigurations }] } },
  });
}

const network = regionResource("azure-native:network:VirtualNetwork", virtualNetworkId, virtualNetwork());

/** Rules for all ports, pools of addresses, tiers and Gateway load balancers. */
export const specialCases: RuleCases[] = [
  {
    rule: "R161",
    refused: [
      { name: "all ports of a public frontend", change: allPorts, at: `${rule}.frontendPort` },
      {
        name: "all ports of one protocol",
        change: edits(internal, allPorts, set(`${rule}.protocol`, "Tcp")),
        at: `${rule}.frontendPort`,
      },
    ],
    accepted: [
      { name: "all ports of an internal frontend", change: edits(internal, allPorts) },
      { name: "a frontend that is not known yet", change: edits(allPorts, unknown(frontend)) },
    ],
  },
  {
    rule: "R162",
    refused: [
      { name: "a rule for one port beside one for all", change: edits(internal, allPorts, another({})), at: "loadBalancingRules[1]" },
      {
        name: "floating IP on one of them",
        change: edits(internal, allPorts, another({ enableFloatingIP: true })),
        at: "loadBalancingRules[1]",
      },
    ],
    accepted: [
      {
        name: "floating IP on both",
        change: edits(internal, allPorts, set(`${rule}.enableFloatingIP`, true), another({ enableFloatingIP: true })),
      },
    ],
  },
  {
    rule: "R171",
    refused: [
      {
        name: "an address without a network",
        change: withMember({ ipAddress: "10.0.1.11" }),
        at: `${pool}.loadBalancerBackendAddresses[0].virtualNetwork`,
      },
    ],
    accepted: [
      {
        name: "an address with its network",
        change: withMember({ ipAddress: "10.0.1.11", virtualNetwork: { id: virtualNetworkId } }),
        others: [network],
      },
      {
        name: "an address in a pool with a network",
        change: edits(withMember({ ipAddress: "10.0.1.11" }), set(`${pool}.virtualNetwork.id`, virtualNetworkId)),
        others: [network],
      },
    ],
  },
  {
    rule: "R172",
    refused: [
      {
        name: "an address outside its network",
        change: withMember({ ipAddress: "10.1.0.11", virtualNetwork: { id: virtualNetworkId } }),
        others: [network],
        at: `${pool}.loadBalancerBackendAddresses[0].ipAddress`,
      },
    ],
    accepted: [
      {
        name: "the last address of its network",
        change: withMember({ ipAddress: "10.0.255.255", virtualNetwork: { id: virtualNetworkId } }),
        others: [network],
      },
    ],
  },
  {
    rule: "R260",
    refused: [{ name: "two pools of a Standard load balancer", change: edits(secondPool, twoPools), at: `${rule}.backendAddressPools` }],
    accepted: [
      { name: "two pools of a Gateway load balancer", change: edits(gateway, secondTunnelPool, twoPools) },
      { name: "a list of one pool", change: set(`${rule}.backendAddressPools`, [poolReference]) },
    ],
  },
  {
    rule: "R261",
    refused: [
      { name: "a pool of a Gateway load balancer", change: edits(gateway, set(`${pool}.syncMode`, "Automatic")), at: `${pool}.syncMode` },
    ],
    accepted: [{ name: "a pool of a Standard load balancer", change: set(`${pool}.syncMode`, "Automatic") }],
  },
  {
    rule: "R262",
    refused: [
      {
        name: "an address in the pool of a scale set",
        change: withMember({ ipAddress: "10.0.1.11", virtualNetwork: { id: virtualNetworkId } }),
        others: [network, scaleSetIn("instances")],
        at: `${pool}.loadBalancerBackendAddresses`,
      },
    ],
    accepted: [
      {
        name: "an address beside the pool of a scale set",
        change: withMember({ ipAddress: "10.0.1.11", virtualNetwork: { id: virtualNetworkId } }),
        others: [network, scaleSetIn("others")],
      },
    ],
  },
  {
    rule: "R152",
    refused: [
      { name: "a regional address", change: global, at: "sku.tier" },
      { name: "a global address of a regional load balancer", change: nothing, others: [globalAddress], at: "sku.tier" },
    ],
    accepted: [{ name: "a global address of a global load balancer", change: global, others: [globalAddress] }],
  },
  {
    rule: "R163",
    refused: [
      {
        name: "an outbound rule",
        change: edits(set("sku.tier", "Global"), remove("inboundNatRules")),
        others: [globalAddress],
        at: "outboundRules",
      },
      {
        name: "a NAT rule",
        change: edits(set("sku.tier", "Global"), remove("outboundRules")),
        others: [globalAddress],
        at: "inboundNatRules",
      },
    ],
    accepted: [{ name: "neither", change: global, others: [globalAddress] }],
  },
  {
    rule: "R163-sku",
    refused: [{ name: "the SKU Gateway", change: edits(gateway, global, unknown(frontend)), at: "sku.name" }],
    accepted: [{ name: "the SKU Standard", change: global, others: [globalAddress] }],
  },
  {
    rule: "R164",
    refused: [{ name: "an internal frontend", change: edits(global, internal), at: `${frontend}.subnet` }],
    accepted: [{ name: "a public frontend", change: global, others: [globalAddress] }],
  },
  {
    rule: "R164-members",
    refused: [
      {
        name: "an internal frontend of another load balancer",
        change: overAnother,
        others: [globalAddress, regional({ subnet: { id: `${virtualNetworkId}/subnets/servers` } })],
        at: `${member}.id`,
      },
    ],
    accepted: [
      {
        name: "a public frontend of another load balancer",
        change: overAnother,
        others: [globalAddress, regional({ publicIPPrefix: { id: publicIpPrefixId } })],
      },
      { name: "a frontend that is not known yet", change: edits(overAnother, unknown(`${member}.id`)), others: [globalAddress] },
    ],
  },
  {
    rule: "R165",
    refused: [
      {
        name: "a public frontend",
        change: edits(
          gateway,
          remove(`${frontend}.subnet`),
          set(`${frontend}.publicIPPrefix.id`, publicIpPrefixId),
          set("loadBalancingRules", []),
        ),
        at: frontend,
      },
    ],
    accepted: [{ name: "an internal frontend", change: gateway }],
  },
  {
    rule: "R166",
    refused: [
      { name: "protocol Tcp", change: edits(gateway, set(`${rule}.protocol`, "Tcp")), at: `${rule}.protocol` },
      { name: "port 80", change: edits(gateway, set(`${rule}.frontendPort`, 80)), at: `${rule}.frontendPort` },
    ],
    accepted: [{ name: "all ports", change: gateway }],
  },
  {
    rule: "R167",
    refused: [
      {
        name: "tunnel interfaces of a Standard load balancer",
        change: set(`${pool}.tunnelInterfaces`, [{ type: "Internal", port: 2000 }]),
        at: `${pool}.tunnelInterfaces`,
      },
      {
        name: "three tunnel interfaces",
        change: edits(gateway, add(`${pool}.tunnelInterfaces`, { type: "Internal", identifier: 802, port: 2002 })),
        at: `${pool}.tunnelInterfaces`,
      },
      {
        name: "a Gateway load balancer's pool without any",
        change: edits(gateway, remove(`${pool}.tunnelInterfaces`)),
        at: `${pool}.tunnelInterfaces`,
      },
    ],
    accepted: [
      { name: "two tunnel interfaces of a Gateway load balancer", change: gateway },
      { name: "no tunnel interface", change: set(`${pool}.tunnelInterfaces`, []) },
    ],
  },
  {
    rule: "R168",
    refused: [
      {
        name: "the frontend of a Standard load balancer",
        change: chained,
        others: [otherLoadBalancer("Standard")],
        at: `${frontend}.gatewayLoadBalancer.id`,
      },
    ],
    accepted: [{ name: "the frontend of a Gateway load balancer", change: chained, others: [otherLoadBalancer("Gateway")] }],
  },
  {
    rule: "R169",
    refused: [
      {
        name: "an internal frontend",
        change: edits(internal, chained),
        others: [otherLoadBalancer("Gateway")],
        at: `${frontend}.gatewayLoadBalancer`,
      },
    ],
    accepted: [{ name: "a public frontend", change: chained, others: [otherLoadBalancer("Gateway")] }],
  },
];
