import type { View } from "../../../properties/view";
import { is } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { frontendOf, isPublic } from "./frontend-model";
import { partName, poolNames } from "./model";

const page = "https://learn.microsoft.com/azure/load-balancer/load-balancer-ha-ports-overview";

/** What Azure refuses of rules for all ports ("HA ports"): of protocol All, at port 0. */
export const allPortsRules: Rule[] = [
  {
    id: "R161",
    title: "A rule for all ports serves an internal frontend",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: page,
    severity: "error",
    allowed: "a port from 1 to 65534 at a public frontend",
    because: "rules for all ports are for internal frontends",
    *check(loadBalancer) {
      for (const rule of loadBalancer.list("loadBalancingRules").filter(isForAllPorts)) {
        const frontend = frontendOf(loadBalancer, rule.at("frontendIPConfiguration"));
        if (frontend && isPublic(frontend)) {
          yield rule.at("frontendPort");
        }
      }
    },
  },
  {
    id: "R162",
    title: "Beside a rule for all ports, a frontend and pool have no other rule unless both have floating IP",
    code: "RulesUseSameBackendPortProtocolAndPool",
    codeIsAssumed: true,
    grade: "documented",
    source: page,
    severity: "error",
    allowed: "one rule for the frontend and the pool, or floating IP on both",
    *check(loadBalancer) {
      const rules = loadBalancer.list("loadBalancingRules");
      const forAll = rules.filter(isForAllPorts);
      for (const rule of rules.filter((other) => hasPort(other))) {
        if (forAll.some((other) => shareFrontendAndPool(other, rule) && !(mayFloat(other) && mayFloat(rule)))) {
          yield rule;
        }
      }
    },
  },
];

function isForAllPorts(rule: View): boolean {
  return is(rule.at("protocol"), "All") && rule.number("frontendPort") === 0;
}

function hasPort(rule: View): boolean {
  return (rule.number("frontendPort") ?? 0) > 0;
}

function mayFloat(rule: View): boolean {
  const floating = rule.at("enableFloatingIP");
  return floating.given && floating.flag() !== false;
}

function shareFrontendAndPool(one: View, other: View): boolean {
  const [first, second] = [one, other].map((rule) => partName(rule.at("frontendIPConfiguration")));
  return first !== undefined && first === second && poolNames(one).some((pool) => poolNames(other).includes(pool));
}
