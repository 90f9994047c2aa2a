import type { View } from "../../../properties/view";
import { is, sameText } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { frontendOf, isPublic } from "./frontend-model";
import { partName, poolNames } from "./model";

const page = "https://learn.microsoft.com/azure/load-balancer/load-balancer-ha-ports-overview";

/** What Azure refuses of rules for all ports ("HA ports"): of protocol All, at port 0. */
export const allPortsRules: Rule[] = [
  {
    id: "R161",
    title: "A rule for all ports is of protocol All and serves an internal frontend",
    code: "SubscriptionNotRegisteredForFeature",
    grade: "observed",
    source:
      "https://github.com/Azure/azure-xplat-cli/blob/dev/test/recordings/arm-network-lb-rule-tests-generated/arm_network_load_balancing_rules_create_should_fail_for_frontend_port_under_allowed_value.nock.js",
    severity: "error",
    allowed: "a port from 1 to 65534, or protocol All at an internal frontend",
    because: "0 stands for all ports",
    *check(loadBalancer) {
      for (const rule of loadBalancer.list("loadBalancingRules").filter((one) => one.number("frontendPort") === 0)) {
        const frontend = frontendOf(loadBalancer, rule.at("frontendIPConfiguration"));
        const protocol = rule.text("protocol");
        const isOfOne = protocol !== undefined && !sameText(protocol, "All") && !is(loadBalancer.at("sku.name"), "Gateway");
        if ((frontend && isPublic(frontend)) || isOfOne) {
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
