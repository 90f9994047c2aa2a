import { repeated } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";

const lists = [
  "frontendIPConfigurations",
  "backendAddressPools",
  "probes",
  "loadBalancingRules",
  "inboundNatRules",
  "inboundNatPools",
  "outboundRules",
];

/** What Azure refuses of the names of a load balancer's parts, by which they are addressed. */
export const partsHaveNamesOfTheirOwn: Rule = {
  id: "R174",
  title: "The parts of one kind of a load balancer have different names",
  code: "DuplicateResourceName",
  codeIsAssumed: true,
  grade: "documented",
  source: "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules",
  severity: "error",
  allowed: "a name that no other part of the kind has",
  *check(loadBalancer) {
    for (const list of lists) {
      yield* repeated(loadBalancer.list(list), (part) => part.text("name")?.toLowerCase()).map((part) => part.at("name"));
    }
  },
};
