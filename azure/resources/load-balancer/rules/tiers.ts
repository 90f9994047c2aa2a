import { is, sameText, textOr } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { frontendOf, isInternal } from "./frontend-model";
import { skuOf } from "./model";

const globalTier = "https://learn.microsoft.com/azure/load-balancer/cross-region-overview";

/** What Azure refuses of a load balancer because of its tier: Regional, or Global for one that stands before others of several regions. */
export const tierRules: Rule[] = [
  {
    id: "R152",
    title: "A load balancer and its public IP addresses are of one tier",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: globalTier,
    severity: "error",
    allowed: "the tier of the public IP address",
    *check(loadBalancer, region) {
      const tier = textOr(loadBalancer.at("sku.tier"), "Regional");
      for (const frontend of loadBalancer.list("frontendIPConfigurations")) {
        const address = region.find(frontend.text("publicIPAddress.id") ?? "");
        const other = address && textOr(address.properties.at("sku.tier"), "Regional");
        if (tier !== undefined && other !== undefined && !sameText(tier, other)) {
          yield { at: loadBalancer.at("sku.tier"), allowed: `${other}, the tier of the public IP address` };
          return;
        }
      }
    },
  },
  {
    id: "R163",
    title: "A global load balancer has neither outbound rules nor inbound NAT",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: globalTier,
    severity: "error",
    allowed: "nothing on a load balancer of the tier Global",
    because: "the regional load balancers behind it have outbound rules and inbound NAT",
    *check(loadBalancer) {
      if (is(loadBalancer.at("sku.tier"), "Global")) {
        yield* ["outboundRules", "inboundNatRules", "inboundNatPools"]
          .map((list) => loadBalancer.at(list))
          .filter((list) => list.list().length > 0);
      }
    },
  },
  {
    id: "R163-sku",
    title: "A global load balancer is of the SKU Standard",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "source",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/loadbalancer/lb_resource.go",
    severity: "error",
    allowed: "Standard with the tier Global",
    *check(loadBalancer) {
      const sku = skuOf(loadBalancer);
      if (is(loadBalancer.at("sku.tier"), "Global") && sku !== undefined && !sameText(sku, "Standard")) {
        yield loadBalancer.at("sku.name");
      }
    },
  },
  {
    id: "R164",
    title: "The frontends of a global load balancer are public",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: globalTier,
    severity: "error",
    allowed: "a public IP address of the tier Global",
    *check(loadBalancer) {
      if (is(loadBalancer.at("sku.tier"), "Global")) {
        yield* loadBalancer
          .list("frontendIPConfigurations")
          .filter(isInternal)
          .map((frontend) => frontend.at("subnet"));
      }
    },
  },
  {
    id: "R164-members",
    title: "The load balancers behind a global one are public",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: globalTier,
    severity: "error",
    allowed: "a public frontend of a regional load balancer",
    *check(loadBalancer, region) {
      const members = loadBalancer.list("backendAddressPools").flatMap((pool) => pool.list("loadBalancerBackendAddresses"));
      for (const reference of members.map((member) => member.at("loadBalancerFrontendIPConfiguration"))) {
        const regional = region.find(reference.text("id") ?? "");
        const frontend = regional && frontendOf(regional.properties, reference);
        if (frontend && isInternal(frontend)) {
          yield { at: reference.at("id"), because: `${frontend.text("name")} is internal` };
        }
      }
    },
  },
];
