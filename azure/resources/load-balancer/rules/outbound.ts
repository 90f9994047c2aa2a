import { outboundPortBlock, outboundPortsOfAddress } from "../../../facts/load-balancer-limits";
import type { View } from "../../../properties/view";
import { frontendOf, isInternal } from "./frontend-model";
import { partName, protocolsOverlap } from "./model";
import { outside } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";

const portCodes = "https://github.com/MicrosoftDocs/azure-docs/issues/124508";
const outboundPage = "https://learn.microsoft.com/azure/load-balancer/outbound-rules";

/** What Azure refuses of a load balancer's outbound rules. */
export const outboundRules: Rule[] = [
  {
    id: "R13-outbound",
    title: "An outbound flow may be idle for 4 to 120 minutes",
    code: "RuleIdleTimeoutIsOutOfRange",
    codeIsAssumed: true,
    grade: "documented",
    source: outboundPage,
    severity: "error",
    allowed: "4 to 120 minutes",
    *check(loadBalancer) {
      yield* loadBalancer
        .list("outboundRules")
        .map((rule) => rule.at("idleTimeoutInMinutes"))
        .filter((timeout) => outside(timeout, 4, 120));
    },
  },
  {
    id: "R14",
    title: "A load balancing rule leaves the outbound flows of a frontend to its outbound rule",
    code: "LoadBalancingRuleMustDisableSNATSinceSameFrontendIPConfigurationIsReferencedByOutboundRule",
    grade: "observed",
    source: "https://github.com/ansible-collections/azure/issues/743",
    severity: "error",
    allowed: "true",
    because: "an outbound rule uses the same frontend",
    *check(loadBalancer) {
      const outbound = new Set(loadBalancer.list("outboundRules").flatMap(frontendsOf));
      for (const rule of loadBalancer.list("loadBalancingRules")) {
        const disabled = rule.at("disableOutboundSnat");
        const frontend = partName(rule.at("frontendIPConfiguration"));
        if (frontend !== undefined && outbound.has(frontend) && (disabled.absent || disabled.flag() === false)) {
          yield disabled;
        }
      }
    },
  },
  {
    id: "R14-one-rule",
    title: "A frontend has one outbound rule for a protocol",
    code: "MoreThanOneOutboundRuleUsingSameFrontendIPConfigurationAndProtocolIsNotSupported",
    grade: "observed",
    source: "https://github.com/Azure/AzLoadBalancerMigration/issues/10",
    severity: "error",
    allowed: "frontends that no other outbound rule uses for this protocol",
    *check(loadBalancer) {
      const rules = loadBalancer.list("outboundRules");
      for (const [index, rule] of rules.entries()) {
        if (rules.slice(0, index).some((earlier) => shareAFrontend(earlier, rule) && shareAProtocol(earlier, rule))) {
          yield rule.at("frontendIPConfigurations");
        }
      }
    },
  },
  {
    id: "R15-steps",
    title: "Outbound ports are allocated in steps of eight",
    code: "SpecifiedAllocatedOutboundPortsForOutboundRuleIsNotAMultipleOfEight",
    grade: "observed",
    source: portCodes,
    severity: "error",
    allowed: `a multiple of ${outboundPortBlock}, or 0, which leaves the number to Azure`,
    *check(loadBalancer) {
      for (const rule of loadBalancer.list("outboundRules")) {
        const ports = rule.number("allocatedOutboundPorts") ?? 0;
        if (ports % outboundPortBlock !== 0) {
          yield rule.at("allocatedOutboundPorts");
        }
      }
    },
  },
  {
    id: "R15-most",
    title: "An outbound rule allocates 64000 ports at most",
    code: "SpecifiedAllocatedOutboundPortsForOutboundRuleExceedsTotalNumberOfAllowedPortsPerRule",
    grade: "documented",
    source: "https://learn.microsoft.com/troubleshoot/azure/load-balancer/load-balancer-common-deployment-errors",
    severity: "error",
    allowed: `0 to ${outboundPortsOfAddress}`,
    *check(loadBalancer) {
      yield* loadBalancer
        .list("outboundRules")
        .map((rule) => rule.at("allocatedOutboundPorts"))
        .filter((ports) => outside(ports, 0, outboundPortsOfAddress));
    },
  },
  {
    id: "R170",
    title: "An outbound rule sends from public frontends",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/45707",
    severity: "error",
    allowed: "frontends with public addresses; an internal load balancer has no outbound rules",
    *check(loadBalancer) {
      for (const rule of loadBalancer.list("outboundRules")) {
        const frontends = rule.list("frontendIPConfigurations");
        yield* frontends.filter((reference) => isInternalFrontend(loadBalancer, reference)).slice(0, 1);
      }
    },
  },
];

function isInternalFrontend(loadBalancer: View, reference: View): boolean {
  const frontend = frontendOf(loadBalancer, reference);
  return frontend !== undefined && isInternal(frontend);
}

function frontendsOf(outboundRule: View): string[] {
  return outboundRule.list("frontendIPConfigurations").flatMap((reference) => partName(reference) ?? []);
}

function shareAFrontend(one: View, other: View): boolean {
  const names = frontendsOf(one);
  return frontendsOf(other).some((name) => names.includes(name));
}

function shareAProtocol(one: View, other: View): boolean {
  const [first, second] = [one.text("protocol"), other.text("protocol")];
  return first !== undefined && second !== undefined && protocolsOverlap(first.toLowerCase(), second.toLowerCase());
}
