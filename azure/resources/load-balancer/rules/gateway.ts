import type { View } from "../../../properties/view";
import { is, sameText } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { isInternal, isPublic } from "./frontend-model";
import { skuOf } from "./model";

const page = "https://learn.microsoft.com/azure/load-balancer/gateway-overview";

const documented = { code: "InvalidRequestFormat", codeIsAssumed: true, grade: "documented", source: page, severity: "error" } as const;

/** What Azure refuses of Gateway load balancers, and of those that send their traffic through one. */
export const gatewayRules: Rule[] = [
  {
    ...documented,
    id: "R165",
    title: "The frontends of a Gateway load balancer are internal",
    allowed: "a subnet",
    *check(loadBalancer) {
      if (isGateway(loadBalancer)) {
        yield* loadBalancer.list("frontendIPConfigurations").filter(isPublic);
      }
    },
  },
  {
    ...documented,
    id: "R166",
    title: "The rules of a Gateway load balancer are for all ports",
    allowed: "protocol All and port 0",
    *check(loadBalancer) {
      for (const rule of isGateway(loadBalancer) ? loadBalancer.list("loadBalancingRules") : []) {
        const ports = [rule.at("frontendPort"), rule.at("backendPort")].filter((port) => (port.number() ?? 0) !== 0);
        const protocol = rule.at("protocol");
        yield* [...(protocol.text() !== undefined && !is(protocol, "All") ? [protocol] : []), ...ports].slice(0, 1);
      }
    },
  },
  {
    ...documented,
    id: "R167",
    title: "The pools of a Gateway load balancer, and no others, have one or two tunnel interfaces",
    allowed: "one or two on a load balancer of the SKU Gateway, none on others",
    *check(loadBalancer) {
      const sku = skuOf(loadBalancer);
      for (const pool of loadBalancer.list("backendAddressPools")) {
        const tunnels = pool.at("tunnelInterfaces");
        const [fewest, most] = isGateway(loadBalancer) ? [1, 2] : [0, 0];
        const count = tunnels.list().length;
        if (sku !== undefined && !tunnels.unknown && (count < fewest || count > most)) {
          yield tunnels;
        }
      }
    },
  },
  {
    ...documented,
    id: "R168",
    title: "Traffic is sent through the frontend of a Gateway load balancer",
    allowed: "a frontend of a load balancer of the SKU Gateway",
    *check(loadBalancer, region) {
      for (const at of chains(loadBalancer)) {
        const gateway = region.find(at.text("id") ?? "");
        const sku = gateway && skuOf(gateway.properties);
        if (sku !== undefined && !sameText(sku, "Gateway")) {
          yield at.at("id");
        }
      }
    },
  },
  {
    ...documented,
    id: "R169",
    title: "Only public frontends of a Standard load balancer send their traffic through a Gateway load balancer",
    allowed: "no gatewayLoadBalancer, or a public frontend of the SKU Standard",
    *check(loadBalancer) {
      const sku = skuOf(loadBalancer);
      for (const frontend of loadBalancer.list("frontendIPConfigurations")) {
        const fits = !isInternal(frontend) && (sku === undefined || sameText(sku, "Standard"));
        if (!frontend.unknown && frontend.has("gatewayLoadBalancer") && !fits) {
          yield frontend.at("gatewayLoadBalancer");
        }
      }
    },
  },
];

function isGateway(loadBalancer: View): boolean {
  return sameText(skuOf(loadBalancer), "Gateway");
}

function chains(loadBalancer: View): View[] {
  return loadBalancer.list("frontendIPConfigurations").map((frontend) => frontend.at("gatewayLoadBalancer"));
}
