import type { View } from "../../../properties/view";
import { nameInId, sameId, sameText } from "../../../rules/lookups";
import { placesOf } from "../../../rules/references";
import type { RegionView } from "../../../rules/region-view";
import type { Rule } from "../../../rules/rule";

/** The properties that name a part of the same load balancer, by the list that the part is in. */
const references: Record<string, readonly string[]> = {
  frontendIPConfigurations: [
    "loadBalancingRules[*].frontendIPConfiguration.id",
    "inboundNatPools[*].frontendIPConfiguration.id",
    "inboundNatRules[*].frontendIPConfiguration.id",
    "outboundRules[*].frontendIPConfigurations[*].id",
  ],
  backendAddressPools: [
    "loadBalancingRules[*].backendAddressPool.id",
    "loadBalancingRules[*].backendAddressPools[*].id",
    "inboundNatRules[*].backendAddressPool.id",
    "outboundRules[*].backendAddressPool.id",
  ],
  probes: ["loadBalancingRules[*].probe.id"],
};

/** What Azure refuses of a load balancer's references, those to its own parts and those to other resources. */
export const referenceRules: Rule[] = [
  {
    id: "R9",
    title: "A rule of a load balancer names a part that the same load balancer declares",
    code: "InvalidResourceReference",
    grade: "observed",
    source: "https://github.com/pulumi/pulumi-azure-native/issues/3601",
    severity: "error",
    allowed: "a part that the load balancer declares",
    *check(loadBalancer, region) {
      for (const { at, list, reference } of partReferences(loadBalancer, region)) {
        if (sameText(reference.list, list) && isMissing(loadBalancer, list, reference)) {
          const names = loadBalancer.list(list).flatMap((part) => part.text("name") ?? []);
          yield {
            at,
            allowed:
              names.length > 0 ? names.map((name) => `$self/${list}/${name}`).join(", ") : `a part that ${list} declares; there is none`,
            because:
              "it was not found; please make sure that the referenced resource exists, and that both resources are in the same region",
          };
        }
      }
    },
  },
  {
    id: "R266",
    title: "Rules and inbound NAT of a load balancer have a frontend",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "source",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/loadbalancer/lb_rule_resource.go",
    severity: "error",
    allowed: "a frontend that the load balancer declares",
    *check(loadBalancer) {
      const lists = ["loadBalancingRules", "inboundNatRules", "inboundNatPools"];
      const parts = lists.flatMap((list) => loadBalancer.list(list));
      yield* parts.map((part) => part.at("frontendIPConfiguration")).filter((frontend) => frontend.absent);
    },
  },
  {
    id: "T19",
    title: "A relative reference names the list that the part is in",
    code: "InvalidJsonReferenceWrongType",
    grade: "observed",
    source: "https://github.com/Azure/terraform-azurerm-computegroup/issues/17",
    severity: "error",
    allowed: "the list that the property refers to",
    *check(loadBalancer, region) {
      for (const { at, list, reference } of partReferences(loadBalancer, region)) {
        if (!sameText(reference.list, list)) {
          yield { at, allowed: `$self/${list}/${reference.name}`, because: `the property refers to ${list}` };
        }
      }
    },
  },
];

interface PartReference {
  /** The list that the id names, as it was written. */
  readonly list: string;
  readonly name: string;
  /** False for a part of another load balancer. */
  readonly isOwn: boolean;
}

/** Every reference to a part whose id is known, with the list that it must lead to. */
function partReferences(loadBalancer: View, region: RegionView): { at: View; list: string; reference: PartReference }[] {
  return Object.entries(references).flatMap(([list, patterns]) =>
    placesOf(loadBalancer, patterns).flatMap((at) => {
      const reference = readReference(at.text(), region);
      return reference ? [{ at, list, reference }] : [];
    }),
  );
}

/** Undefined for an id that is not known, and for a whole one as long as it is open whether it is the load balancer's own. */
function readReference(id: string | undefined, region: RegionView): PartReference | undefined {
  const shape = /^(.+)\/([^/]+)\/([^/]+)$/.exec(id ?? "");
  if (!shape) {
    return undefined;
  }
  const [, owner, list, name] = shape;
  if (owner === "$self") {
    return { list, name, isOwn: true };
  }
  return region.self === undefined ? undefined : { list, name, isOwn: sameId(owner, region.self) };
}

function isMissing(loadBalancer: View, list: string, reference: PartReference): boolean {
  if (!reference.isOwn) {
    return true;
  }
  const parts = loadBalancer.list(list);
  const namesAreKnown = !loadBalancer.at(list).unknown && parts.every((part) => !part.unknown && !part.at("name").unknown);
  return namesAreKnown && !parts.some((part) => part.text("name")?.toLowerCase() === nameInId(reference.name));
}
