import { edits, remove, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { another, anotherNatRule, internal, secondFrontend, secondPool, withNatPool } from "./edits";

const rule = "loadBalancingRules[0]";
const nat = "inboundNatRules[0]";
const pool = "inboundNatPools[0]";

/** Ports and timeouts of the load balancer's rules. */
export const portCases: RuleCases[] = [
  {
    rule: "R10",
    refused: [
      { name: "a second rule to the same port of the pool", change: another({ backendPort: 80 }), at: "loadBalancingRules[1].backendPort" },
      {
        name: "a second rule at another frontend to the same port of the pool",
        change: edits(
          secondFrontend,
          another({ backendPort: 80, frontendIPConfiguration: { id: "$self/frontendIPConfigurations/second" } }),
        ),
        at: "loadBalancingRules[1].backendPort",
      },
      {
        name: "two rules that name no backend port, which means port 0",
        change: edits(remove(`${rule}.backendPort`), another({ frontendPort: 8080 }), remove("loadBalancingRules[1].backendPort")),
        at: "loadBalancingRules[1].backendPort",
      },
    ],
    accepted: [
      { name: "the same port over another protocol", change: another({ backendPort: 80, protocol: "Udp" }) },
      {
        name: "the same port of another pool",
        change: edits(secondPool, another({ backendPort: 80, backendAddressPool: { id: "$self/backendAddressPools/admin" } })),
      },
      {
        name: "the same port with floating IP on both, at another frontend",
        change: edits(
          secondFrontend,
          set(`${rule}.enableFloatingIP`, true),
          another({ backendPort: 80, enableFloatingIP: true, frontendIPConfiguration: { id: "$self/frontendIPConfigurations/second" } }),
        ),
      },
      { name: "the same port with floating IP", change: another({ backendPort: 80, enableFloatingIP: true }) },
      {
        name: "a pool that is not known yet",
        change: edits(another({ backendPort: 80 }), unknown("loadBalancingRules[1].backendAddressPool")),
      },
    ],
  },
  {
    rule: "R160",
    refused: [
      {
        name: "two rules with floating IP to the same port of a pool from one frontend",
        change: edits(set(`${rule}.enableFloatingIP`, true), another({ backendPort: 80, enableFloatingIP: true })),
        at: "loadBalancingRules[1]",
      },
      {
        name: "two rules with floating IP that are one but for their names",
        change: edits(set(`${rule}.enableFloatingIP`, true), another({ frontendPort: 80, backendPort: 80, enableFloatingIP: true })),
        at: "loadBalancingRules[1]",
      },
    ],
    accepted: [
      {
        name: "two rules with floating IP to different ports",
        change: edits(set(`${rule}.enableFloatingIP`, true), another({ enableFloatingIP: true })),
      },
    ],
  },
  {
    rule: "R11-backend-port",
    refused: [
      { name: "a NAT rule to the port of a load balancing rule", change: set(`${nat}.backendPort`, 80), at: `${nat}.backendPort` },
      { name: "two NAT rules to one port", change: anotherNatRule({ backendPort: 22 }), at: "inboundNatRules[1].backendPort" },
    ],
    accepted: [
      { name: "two NAT rules to different ports", change: anotherNatRule({ backendPort: 23 }) },
      {
        name: "two NAT rules to one port of different pools",
        change: edits(secondPool, anotherNatRule({ backendPort: 22, backendAddressPool: { id: "$self/backendAddressPools/admin" } })),
      },
    ],
  },
  {
    rule: "R11-frontend-ports",
    refused: [
      {
        name: "a range that begins where another ends",
        change: anotherNatRule({ frontendPortRangeStart: 50119 }),
        at: "inboundNatRules[1].frontendPortRangeStart",
      },
      {
        name: "a load balancing rule's port within a range",
        change: set(`${rule}.frontendPort`, 50000),
        at: `${nat}.frontendPortRangeStart`,
      },
      {
        name: "a load balancing rule's port within a NAT pool's range",
        change: edits(withNatPool, set(`${rule}.frontendPort`, 50119)),
        at: `${pool}.frontendPortRangeStart`,
      },
    ],
    accepted: [
      { name: "a range that begins after another ends", change: anotherNatRule({ frontendPortRangeStart: 50120 }) },
      {
        name: "the same range over another protocol",
        change: anotherNatRule({ frontendPortRangeStart: 50000, frontendPortRangeEnd: 50119, protocol: "Udp" }),
      },
      {
        name: "the same range at another frontend",
        change: edits(
          secondFrontend,
          anotherNatRule({
            frontendPortRangeStart: 50000,
            frontendPortRangeEnd: 50119,
            frontendIPConfiguration: { id: "$self/frontendIPConfigurations/second" },
          }),
        ),
      },
    ],
  },
  {
    rule: "R12-frontend-port",
    refused: [
      { name: "port 65535", change: set(`${rule}.frontendPort`, 65535), at: `${rule}.frontendPort` },
      { name: "port -1", change: set(`${rule}.frontendPort`, -1), at: `${rule}.frontendPort` },
    ],
    accepted: [
      { name: "port 65534", change: set(`${rule}.frontendPort`, 65534) },
      {
        name: "port 0, which means any",
        change: edits(internal, set(`${rule}.protocol`, "All"), set(`${rule}.frontendPort`, 0), set(`${rule}.backendPort`, 0)),
      },
    ],
  },
  {
    rule: "R12-backend-port",
    refused: [
      { name: "port 65536", change: set(`${rule}.backendPort`, 65536), at: `${rule}.backendPort` },
      { name: "port -1", change: set(`${rule}.backendPort`, -1), at: `${rule}.backendPort` },
    ],
    accepted: [
      { name: "port 65535", change: set(`${rule}.backendPort`, 65535) },
      { name: "port 0, which means any", change: set(`${rule}.backendPort`, 0) },
    ],
  },
  {
    rule: "R12-unique",
    refused: [
      { name: "two rules at one port", change: another({ frontendPort: 80 }), at: "loadBalancingRules[1].frontendPort" },
      {
        name: "a rule for all protocols at the port of another",
        change: another({ frontendPort: 80, protocol: "All" }),
        at: "loadBalancingRules[1].frontendPort",
      },
    ],
    accepted: [
      { name: "two rules at different ports", change: another({ frontendPort: 81 }) },
      { name: "one port over another protocol", change: another({ frontendPort: 80, protocol: "Udp" }) },
    ],
  },
  {
    rule: "R13",
    refused: [
      { name: "3 minutes", change: set(`${rule}.idleTimeoutInMinutes`, 3), at: `${rule}.idleTimeoutInMinutes` },
      { name: "101 minutes for a NAT rule", change: set(`${nat}.idleTimeoutInMinutes`, 101), at: `${nat}.idleTimeoutInMinutes` },
      {
        name: "101 minutes for a NAT pool",
        change: edits(withNatPool, set(`${pool}.idleTimeoutInMinutes`, 101)),
        at: `${pool}.idleTimeoutInMinutes`,
      },
    ],
    accepted: [
      { name: "4 minutes", change: set(`${rule}.idleTimeoutInMinutes`, 4) },
      { name: "100 minutes", change: set(`${nat}.idleTimeoutInMinutes`, 100) },
    ],
  },
];
