import { readOnce } from "../../../../azure/properties/read-once";
import { type View, viewOf } from "../../../../azure/properties/view";
import { partName, poolNames, skuOf } from "../../../../azure/resources/load-balancer/rules/model";
import { sameText } from "../../../../azure/rules/lookups";

/** Where a load balancer is reached: by a public IP address, or by a private address of its network. */
export interface Frontend {
  readonly publicIpAddressId?: string;
  readonly privateIpAddress?: string;
}

/** What leads from a frontend to the members of pools. */
export interface InboundRule {
  readonly frontend: Frontend;
  readonly protocol: "tcp" | "udp" | "all";
  /** Of a NAT rule or pool each member has a port of its own, so there is none here. */
  readonly frontendPort?: number;
  readonly backendPort: number;
  /** Backend pools, or the NAT pool itself; by their names in lower case. */
  readonly pools: readonly string[];
  /** Absent for a load balancing rule. */
  readonly nat?: { readonly kind: "inboundNatPool" | "inboundNatRule"; /** As it was declared. */ readonly name: string };
}

const skus = ["Basic", "Standard", "Gateway"] as const;

/** The rules of a load balancer as they are declared, also those that the edge does not carry. */
export interface LoadBalancerRules {
  /** Absent where it is none of these. */
  readonly sku?: (typeof skus)[number];
  readonly inbound: readonly InboundRule[];
  readonly outbound: readonly { readonly frontends: readonly Frontend[]; readonly pools: readonly string[] }[];
}

/** Reads the rules from the properties of a load balancer. */
export const readLoadBalancerRules = readOnce((properties): LoadBalancerRules => {
  const loadBalancer = viewOf(properties);
  const frontends = new Map(
    loadBalancer
      .list("frontendIPConfigurations")
      .map((one) => [
        (one.text("name") ?? "").toLowerCase(),
        { publicIpAddressId: one.text("publicIPAddress.id"), privateIpAddress: one.text("privateIPAddress") },
      ]),
  );
  const frontendOf = (reference: View): Frontend => frontends.get(partName(reference) ?? "") ?? {};
  const inbound = (rule: View) => ({
    frontend: frontendOf(rule.at("frontendIPConfiguration")),
    protocol: rule.choice(["tcp", "udp"], "protocol") ?? ("all" as const),
    backendPort: rule.number("backendPort") ?? 0,
    pools: poolNames(rule),
  });
  const name = (rule: View) => rule.text("name") ?? rule.property;
  return {
    sku: skus.find((sku) => sameText(sku, skuOf(loadBalancer))),
    inbound: [
      ...loadBalancer.list("loadBalancingRules").map((rule) => ({ ...inbound(rule), frontendPort: rule.number("frontendPort") })),
      ...loadBalancer
        .list("inboundNatRules")
        .map((rule) => ({ ...inbound(rule), nat: { kind: "inboundNatRule", name: name(rule) } as const })),
      ...loadBalancer.list("inboundNatPools").map((pool) => ({
        ...inbound(pool),
        nat: { kind: "inboundNatPool", name: name(pool) } as const,
        pools: [name(pool).toLowerCase()],
      })),
    ],
    outbound: loadBalancer.list("outboundRules").map((rule) => ({
      frontends: rule.list("frontendIPConfigurations").map(frontendOf),
      pools: poolNames(rule),
    })),
  };
});
