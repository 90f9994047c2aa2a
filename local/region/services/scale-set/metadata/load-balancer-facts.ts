import { own } from "../../../foundation/own";
import type { Properties } from "../../../../../azure/properties/value";
import { type Frontend, readLoadBalancerRules } from "../../load-balancer/load-balancer-rules";
import { partsOf } from "../../load-balancer/load-balancer-model";
import type { Balance } from "../../load-balancer/load-balancer-service";
import type { ScaleSetNetwork } from "../scale-set-model";
import type { LoadBalancerFacts } from "./facts";

/** A load balancer that may be in front of an instance. */
export interface FrontLoadBalancer {
  readonly id: string;
  readonly outputs: Properties;
  /** The frontend ports that it gives instances, by NAT rule or pool; none before the load balancer serves. */
  readonly natPorts?: Balance["natPorts"];
}

/**
 * What the load balancers in front of an instance do for it, as their declared rules say.
 * @param publicAddress The address of a public IP address, by its id.
 * @returns undefined where the instance is in no pool of a load balancer; one of SKU Basic does not count
 * (https://learn.microsoft.com/azure/load-balancer/howto-load-balancer-imds).
 */
export function loadBalancerFacts(
  { backendPoolIds, natPoolIds }: ScaleSetNetwork,
  { name, address }: { readonly name: string; readonly address: string },
  loadBalancers: readonly FrontLoadBalancer[],
  publicAddress: (id: string) => string | undefined,
): LoadBalancerFacts | undefined {
  const pair = ({ publicIpAddressId, privateIpAddress }: Frontend) => ({
    frontendIpAddress: (publicIpAddressId === undefined ? privateIpAddress : publicAddress(publicIpAddressId)) ?? "",
    privateIpAddress: address,
  });
  const inFront = loadBalancers.flatMap(({ id, outputs, natPorts }) => {
    const rules = readLoadBalancerRules(outputs);
    const backendPools = partsOf(id, "backendAddressPools", backendPoolIds);
    const natPools = partsOf(id, "inboundNatPools", natPoolIds);
    return rules.sku === "Basic" || backendPools.length + natPools.length === 0 ? [] : [{ rules, backendPools, natPools, natPorts }];
  });
  if (inFront.length === 0) {
    return undefined;
  }
  return {
    // No instance of the region has a public address of its own.
    publicIpAddresses: [],
    inboundRules: inFront.flatMap(({ rules, backendPools, natPools, natPorts }) =>
      rules.inbound.flatMap(({ frontend, protocol, frontendPort, backendPort, pools, nat }) => {
        const port = nat === undefined ? frontendPort : own(own(natPorts ?? {}, nat.name) ?? {}, name);
        const isServed = pools.some((pool) => (nat?.kind === "inboundNatPool" ? natPools : backendPools).includes(pool));
        return isServed && port !== undefined ? [{ ...pair(frontend), protocol, frontendPort: port, backendPort }] : [];
      }),
    ),
    outboundRules: inFront.flatMap(({ rules, backendPools }) =>
      rules.outbound
        .filter(({ pools }) => pools.some((pool) => backendPools.includes(pool)))
        .flatMap(({ frontends }) => frontends.map(pair)),
    ),
  };
}
