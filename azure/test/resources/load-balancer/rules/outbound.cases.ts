import { add, edits, remove, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { frontendReference, outboundFromPrefix, poolReference, secondFrontend, withoutOutbound } from "./edits";

const rule = "loadBalancingRules[0]";
const outbound = "outboundRules[0]";

/** Outbound rules. */
export const outboundCases: RuleCases[] = [
  {
    rule: "R13-outbound",
    refused: [
      { name: "3 minutes", change: set(`${outbound}.idleTimeoutInMinutes`, 3), at: `${outbound}.idleTimeoutInMinutes` },
      { name: "121 minutes", change: set(`${outbound}.idleTimeoutInMinutes`, 121), at: `${outbound}.idleTimeoutInMinutes` },
    ],
    accepted: [
      { name: "4 minutes", change: set(`${outbound}.idleTimeoutInMinutes`, 4) },
      { name: "120 minutes", change: set(`${outbound}.idleTimeoutInMinutes`, 120) },
    ],
  },
  {
    rule: "R14",
    refused: [
      {
        name: "outbound flows by the load balancing rule",
        change: set(`${rule}.disableOutboundSnat`, false),
        at: `${rule}.disableOutboundSnat`,
      },
      { name: "outbound flows by default", change: remove(`${rule}.disableOutboundSnat`), at: `${rule}.disableOutboundSnat` },
    ],
    accepted: [
      { name: "outbound flows without an outbound rule", change: edits(withoutOutbound, remove(`${rule}.disableOutboundSnat`)) },
      {
        name: "outbound flows with an outbound rule at another frontend",
        change: edits(
          secondFrontend,
          set(`${outbound}.frontendIPConfigurations[0].id`, "$self/frontendIPConfigurations/second"),
          set(`${rule}.disableOutboundSnat`, false),
        ),
      },
      { name: "a switch that is not known yet", change: unknown(`${rule}.disableOutboundSnat`) },
    ],
  },
  {
    rule: "R14-one-rule",
    refused: [
      {
        name: "a second outbound rule for a protocol of the first",
        change: add("outboundRules", {
          name: "second",
          protocol: "Tcp",
          frontendIPConfigurations: [frontendReference],
          backendAddressPool: poolReference,
        }),
        at: "outboundRules[1].frontendIPConfigurations",
      },
    ],
    accepted: [
      {
        name: "a second outbound rule for another protocol",
        change: edits(
          set(`${outbound}.protocol`, "Udp"),
          add("outboundRules", {
            name: "second",
            protocol: "Tcp",
            frontendIPConfigurations: [frontendReference],
            backendAddressPool: poolReference,
          }),
        ),
      },
    ],
  },
  {
    rule: "R15-steps",
    refused: [
      {
        name: "a number that is no multiple of 8",
        change: set(`${outbound}.allocatedOutboundPorts`, 1001),
        at: `${outbound}.allocatedOutboundPorts`,
      },
    ],
    accepted: [
      { name: "a multiple of 8", change: set(`${outbound}.allocatedOutboundPorts`, 1000) },
      { name: "0, which leaves the number to Azure", change: set(`${outbound}.allocatedOutboundPorts`, 0) },
    ],
  },
  {
    rule: "R15-most",
    refused: [
      {
        name: "64008 ports",
        change: set(`${outbound}.allocatedOutboundPorts`, 64008),
        at: `${outbound}.allocatedOutboundPorts`,
      },
      { name: "-8 ports", change: set(`${outbound}.allocatedOutboundPorts`, -8), at: `${outbound}.allocatedOutboundPorts` },
    ],
    accepted: [
      { name: "64000 ports", change: set(`${outbound}.allocatedOutboundPorts`, 64000) },
      { name: "ports that are not known yet", change: unknown(`${outbound}.allocatedOutboundPorts`) },
    ],
  },
  {
    rule: "R170",
    refused: [
      {
        name: "an outbound rule of an internal frontend",
        change: edits(remove("frontendIPConfigurations[0].publicIPAddress"), unknown("frontendIPConfigurations[0].subnet.id")),
        at: `${outbound}.frontendIPConfigurations[0]`,
      },
    ],
    accepted: [
      {
        name: "an outbound rule of a frontend with a prefix",
        change: outboundFromPrefix,
      },
    ],
  },
];
