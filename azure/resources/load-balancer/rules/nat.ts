import { maximumFrontendPort, maximumPort } from "../../../facts/load-balancer-limits";
import type { View } from "../../../properties/view";
import { is, outside } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";

const api = "https://learn.microsoft.com/rest/api/load-balancer/load-balancers/create-or-update";
const recordings = "https://github.com/Azure/azure-xplat-cli/tree/dev/test/recordings/arm-network-lb-inbound-nat-pool-tests-generated";
const rangeAnswers = "https://github.com/Azure/azure-cli/issues/21583";

const portRule = { code: "PortValueIsOutOfRange", grade: "observed", source: recordings, severity: "error" } as const;

/** What Azure refuses of a load balancer's inbound NAT pools and inbound NAT rules. */
export const natRules: Rule[] = [
  {
    id: "R18",
    title: "A load balancer has inbound NAT pools or inbound NAT rules, not both",
    code: "AddingOrUpdatingNatRulesWhenNatPoolIsPresentOnLoadbalancerIsNotSupported",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/59705",
    severity: "error",
    allowed: "one of inboundNatPools and inboundNatRules",
    *check(loadBalancer) {
      if (loadBalancer.list("inboundNatPools").length > 0 && loadBalancer.list("inboundNatRules").length > 0) {
        yield loadBalancer.at("inboundNatRules");
      }
    },
  },
  {
    ...portRule,
    id: "R19-start",
    title: "Inbound NAT begins at a port from 1 to 65534",
    allowed: `1 to ${maximumFrontendPort}`,
    *check(loadBalancer) {
      yield* ports(loadBalancer, ["inboundNatPools", "inboundNatRules"], "frontendPortRangeStart").filter((port) =>
        outside(port, 1, maximumFrontendPort),
      );
      yield* ports(loadBalancer, ["inboundNatRules"], "frontendPort").filter((port) => outside(port, 0, maximumFrontendPort));
    },
  },
  {
    id: "R19-all-ports",
    title: "Inbound NAT of one protocol is for one port, not for all of them",
    code: "SubscriptionNotRegisteredForFeature",
    grade: "observed",
    source:
      "https://github.com/Azure/azure-xplat-cli/blob/dev/test/recordings/arm-network-lb-inbound-nat-rule-tests-generated/arm_network_inbound_nat_rules_create_should_fail_for_frontend_port_under_allowed_value.nock.js",
    severity: "error",
    allowed: `1 to ${maximumFrontendPort}, or 0 with the protocol All`,
    because: "0 stands for all ports",
    *check(loadBalancer) {
      for (const rule of loadBalancer.list("inboundNatRules")) {
        if (rule.number("frontendPort") === 0 && !mayForwardAll(rule)) {
          yield rule.at("frontendPort");
        }
      }
    },
  },
  {
    ...portRule,
    id: "R19-end",
    title: "Inbound NAT ends at a port from 1 to 65534",
    allowed: `1 to ${maximumFrontendPort}`,
    *check(loadBalancer) {
      yield* ports(loadBalancer, ["inboundNatPools", "inboundNatRules"], "frontendPortRangeEnd").filter((port) =>
        outside(port, 1, maximumFrontendPort),
      );
    },
  },
  {
    id: "R19-order",
    title: "A range of frontend ports ends where it begins or after",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: api,
    severity: "error",
    allowed: "frontendPortRangeStart or more",
    *check(loadBalancer) {
      for (const nat of natsOf(loadBalancer, ["inboundNatPools", "inboundNatRules"])) {
        const [start, end] = [nat.number("frontendPortRangeStart"), nat.at("frontendPortRangeEnd")];
        // What is no port at all is reported already.
        if (start !== undefined && outside(end, start, Infinity) && !outside(end, 1, Infinity)) {
          yield { at: end, allowed: `${start} or more`, because: `the range begins at ${start}` };
        }
      }
    },
  },
  {
    ...portRule,
    id: "R19-backend-port",
    title: "Inbound NAT sends to a port from 1 to 65535, or to 0 for all protocols",
    allowed: `1 to ${maximumPort}, or 0 with the protocol All`,
    *check(loadBalancer) {
      for (const nat of natsOf(loadBalancer, ["inboundNatPools", "inboundNatRules"])) {
        const port = nat.at("backendPort");
        if (outside(port, mayForwardAll(nat) ? 0 : 1, maximumPort)) {
          yield port;
        }
      }
    },
  },
  {
    id: "R19-range",
    title: "An inbound NAT rule for a backend pool has a range of frontend ports",
    code: "MissedInboundNatRuleV2Properties",
    grade: "observed",
    source: rangeAnswers,
    severity: "error",
    allowed: "a port; a rule with a backendAddressPool needs frontendPortRangeStart and frontendPortRangeEnd, not a frontendPort",
    *check(loadBalancer) {
      for (const rule of loadBalancer.list("inboundNatRules")) {
        if (rule.has("backendAddressPool")) {
          yield* [rule.at("frontendPortRangeStart"), rule.at("frontendPortRangeEnd")].filter((port) => port.absent).slice(0, 1);
        }
      }
    },
  },
  {
    id: "R19-single-port",
    title: "An inbound NAT rule has one frontend port or a range of them, not both",
    code: "UnsupportedSetOfInboundNatRulePropertiesWhenFrontendPortIsSpecified",
    grade: "observed",
    source: rangeAnswers,
    severity: "error",
    allowed: "no frontendPort beside a range",
    *check(loadBalancer) {
      for (const rule of loadBalancer.list("inboundNatRules")) {
        const hasRange = ["frontendPortRangeStart", "frontendPortRangeEnd"].some((name) => rule.has(name));
        if (hasRange && rule.number("frontendPort") !== undefined) {
          yield rule.at("frontendPort");
        }
      }
    },
  },
  {
    id: "T-retiring-nat",
    title: "Inbound NAT pools and NAT rules for single machines retire on 30 September 2027",
    code: "Warning",
    grade: "documented",
    source: "https://learn.microsoft.com/azure/load-balancer/load-balancer-nat-pool-migration",
    severity: "warning",
    allowed: "inboundNatRules with a backendAddressPool and a range of frontend ports",
    because: "version 1 of inbound NAT rules, which NAT pools belong to, retires on 30 September 2027",
    *check(loadBalancer) {
      if (loadBalancer.list("inboundNatPools").length > 0) {
        yield loadBalancer.at("inboundNatPools");
      }
      yield* loadBalancer.list("inboundNatRules").filter((rule) => !rule.unknown && rule.at("backendAddressPool").absent);
    },
  },
];

function ports(loadBalancer: View, lists: string[], property: string): View[] {
  return natsOf(loadBalancer, lists).map((nat) => nat.at(property));
}

function natsOf(loadBalancer: View, lists: string[]): View[] {
  return lists.flatMap((list) => loadBalancer.list(list));
}

/** Whether it is for all protocols, as far as is known: then both of its ports may be 0, which stands for all of them. */
function mayForwardAll(nat: View): boolean {
  return nat.at("protocol").unknown || is(nat.at("protocol"), "All");
}
