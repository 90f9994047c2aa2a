import type { RuleCases } from "../../../rules/cases";
import { remove, set, unknown } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import { loadBalancerId } from "../../../rules/valid/load-balancer";
import { publicIpPrefixId } from "../../../rules/valid/public-ip-prefix";
import { virtualNetwork, virtualNetworkId } from "../../../rules/valid/virtual-network";

const address = "frontendIPConfigurations[0].publicIPAddress.id";
const probe = "loadBalancingRules[0].probe";
const chain = "frontendIPConfigurations[0].gatewayLoadBalancer.id";

const otherId = armId("Microsoft.Network/loadBalancers", "other");
const gateway = regionResource("azure-native:network:LoadBalancer", otherId, {
  sku: { name: "Gateway" },
  backendAddressPools: [{ name: "appliances" }],
});
const subnetId = `${virtualNetworkId}/subnets/servers`;
const network = regionResource("azure-native:network:VirtualNetwork", virtualNetworkId, {
  ...virtualNetwork(),
  subnets: [{ name: "servers" }],
});

/** What the references of a load balancer are written as. */
export const referenceIdCases: RuleCases[] = [
  {
    rule: "R119",
    refused: [
      { name: "a reference to an address without an id", change: set("frontendIPConfigurations[0].publicIPAddress", {}), at: address },
      { name: "a reference to a probe without an id", change: set(probe, {}), at: `${probe}.id` },
    ],
    accepted: [{ name: "no probe", change: remove(probe) }],
  },
  {
    rule: "R119-whole",
    refused: [{ name: "a name in place of an id", change: set(address, "web-ip"), at: address }],
    accepted: [{ name: "an id that is not known yet", change: unknown(address) }],
  },
  {
    rule: "R119-type",
    refused: [
      {
        name: "a prefix in place of an address",
        change: set(address, publicIpPrefixId),
        at: address,
      },
      {
        name: "the pool of a Gateway load balancer in place of its frontend",
        change: set(chain, `${otherId}/backendAddressPools/appliances`),
        others: [gateway],
        at: chain,
      },
      {
        name: "a subnet in place of the network of a pool",
        change: set("backendAddressPools[0].virtualNetwork.id", subnetId),
        others: [network],
        at: "backendAddressPools[0].virtualNetwork.id",
      },
    ],
    accepted: [{ name: "the whole id of a part", change: set(`${probe}.id`, `${loadBalancerId}/probes/readiness`) }],
  },
];
