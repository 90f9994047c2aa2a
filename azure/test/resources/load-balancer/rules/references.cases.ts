import { edits, remove, set, unknown } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import type { RuleCases } from "../../../rules/cases";
import { internal, withoutOutbound } from "./edits";
import { loadBalancerId } from "../../../rules/valid/load-balancer";
import { publicIpAddressId } from "../../../rules/valid/public-ip-address";
import { subnet, subnetId, virtualNetwork, virtualNetworkId } from "../../../rules/valid/virtual-network";

const rule = "loadBalancingRules[0]";
const outbound = "outboundRules[0]";
const frontend = "frontendIPConfigurations[0]";

const gatewayId = armId("Microsoft.Network/loadBalancers", "gateway");
const chained = set(`${frontend}.gatewayLoadBalancer.id`, `${gatewayId}/frontendIPConfigurations/front`);
const gatewayElsewhere = regionResource("azure-native:network:LoadBalancer", gatewayId, {
  location: "northeurope",
  sku: { name: "Gateway" },
  frontendIPConfigurations: [{ name: "front" }],
});

/** References, to parts of the same load balancer and to other resources. */
export const referenceCases: RuleCases[] = [
  {
    rule: "R9",
    refused: [
      { name: "a probe that is not declared", change: set(`${rule}.probe.id`, "$self/probes/liveness"), at: `${rule}.probe.id` },
      {
        name: "a pool where none is declared",
        change: edits(remove("backendAddressPools"), remove("inboundNatRules"), withoutOutbound),
        at: `${rule}.backendAddressPool.id`,
      },
      {
        name: "a whole id of a part that is not declared",
        change: set(`${rule}.probe.id`, `${loadBalancerId}/probes/liveness`),
        at: `${rule}.probe.id`,
      },
      {
        name: "a part of another load balancer",
        change: set(`${rule}.probe.id`, `${armId("Microsoft.Network/loadBalancers", "other")}/probes/readiness`),
        at: `${rule}.probe.id`,
      },
      {
        name: "an outbound rule's frontend that is not declared",
        change: edits(set(`${outbound}.frontendIPConfigurations[0].id`, "$self/frontendIPConfigurations/second")),
        at: `${outbound}.frontendIPConfigurations[0].id`,
      },
    ],
    accepted: [
      { name: "a part in other letters", change: set(`${rule}.probe.id`, "$self/Probes/READINESS") },
      { name: "the whole id of a part", change: set(`${rule}.probe.id`, `${loadBalancerId}/probes/readiness`) },
      { name: "a list of parts that is not known yet", change: unknown("probes") },
      { name: "a rule without a probe", change: remove(`${rule}.probe`) },
    ],
  },
  {
    rule: "R266",
    refused: [
      {
        name: "a rule without a frontend",
        change: remove(`${rule}.frontendIPConfiguration`),
        at: `${rule}.frontendIPConfiguration`,
      },
    ],
    accepted: [{ name: "a frontend that is not known yet", change: unknown(`${rule}.frontendIPConfiguration`) }],
  },
  {
    rule: "T19",
    refused: [
      {
        name: "the list's name as the SDK's text has it",
        change: set(`${rule}.frontendIPConfiguration.id`, "$self/frontEndConfigurations/public"),
        at: `${rule}.frontendIPConfiguration.id`,
      },
      {
        name: "the list of another kind of part",
        change: set(`${rule}.probe.id`, "$self/backendAddressPools/instances"),
        at: `${rule}.probe.id`,
      },
    ],
    accepted: [
      { name: "the list in other letters", change: set(`${rule}.frontendIPConfiguration.id`, "$self/frontendipconfigurations/public") },
    ],
  },
  {
    rule: "R9-missing",
    refused: [
      {
        name: "a public IP address that does not exist",
        change: set(`${frontend}.publicIPAddress.id`, armId("Microsoft.Network/publicIPAddresses", "gone")),
        at: `${frontend}.publicIPAddress.id`,
      },
      {
        name: "a public IP address of another region",
        change: set("location", "northeurope"),
        at: `${frontend}.publicIPAddress.id`,
      },
      {
        name: "a subnet of a network in another region",
        change: edits(internal, set(`${frontend}.subnet.id`, subnetId)),
        others: [
          regionResource("azure-native:network:VirtualNetwork", virtualNetworkId, { ...virtualNetwork(), location: "northeurope" }),
          regionResource("azure-native:network:Subnet", subnetId, subnet()),
        ],
        at: `${frontend}.subnet.id`,
      },
    ],
    accepted: [
      { name: "an id in other letters", change: set(`${frontend}.publicIPAddress.id`, publicIpAddressId.toUpperCase()) },
      { name: "an id that is not known yet", change: unknown(`${frontend}.publicIPAddress.id`) },
    ],
  },
  {
    rule: "R9-anywhere",
    refused: [{ name: "a Gateway load balancer that does not exist", change: chained, at: `${frontend}.gatewayLoadBalancer.id` }],
    accepted: [{ name: "a Gateway load balancer in another region", change: chained, others: [gatewayElsewhere] }],
  },
];
