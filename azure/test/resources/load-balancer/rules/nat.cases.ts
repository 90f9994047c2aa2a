import { edits, nothing, remove, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { frontendReference, withNatPool } from "./edits";
import { natPool } from "../../../rules/valid/load-balancer";

const rule = "loadBalancingRules[0]";
const nat = "inboundNatRules[0]";
const pool = "inboundNatPools[0]";

/** A NAT rule of version 1, from one port to one machine, in place of the one for the pool. */
function singlePort(frontendPort: number) {
  const rule = { name: "ssh", protocol: "Tcp", frontendPort, backendPort: 22, frontendIPConfiguration: frontendReference };
  return set("inboundNatRules", [rule]);
}

const allPorts = edits(singlePort(0), set(`${nat}.protocol`, "All"), set(`${nat}.backendPort`, 0));

/** Inbound NAT pools and inbound NAT rules. */
export const natCases: RuleCases[] = [
  {
    rule: "R18",
    refused: [
      {
        name: "a NAT pool beside a NAT rule",
        change: set("inboundNatPools", [{ ...natPool(), frontendPortRangeStart: 51000, frontendPortRangeEnd: 51119 }]),
        at: "inboundNatRules",
      },
    ],
    accepted: [
      { name: "a NAT pool alone", change: withNatPool },
      { name: "a NAT rule beside an empty list of pools", change: set("inboundNatPools", []) },
    ],
  },
  {
    rule: "R19-all-ports",
    refused: [{ name: "port 0 for a rule to a single machine", change: singlePort(0), at: `${nat}.frontendPort` }],
    accepted: [
      { name: "port 1", change: singlePort(1) },
      // terraform-provider-azurerm#15694 has this from Azure.
      { name: "port 0 for all protocols", change: allPorts },
      { name: "port 0 for a protocol that is not known yet", change: edits(singlePort(0), unknown(`${nat}.protocol`)) },
    ],
  },
  {
    rule: "R19-start",
    refused: [
      {
        name: "port 0 for a pool",
        change: edits(withNatPool, set(`${pool}.frontendPortRangeStart`, 0), set(`${rule}.frontendPort`, 60000)),
        at: `${pool}.frontendPortRangeStart`,
      },
      {
        name: "port 65535 for a pool",
        change: edits(withNatPool, set(`${pool}.frontendPortRangeStart`, 65535), unknown(`${pool}.frontendPortRangeEnd`)),
        at: `${pool}.frontendPortRangeStart`,
      },
      { name: "port 65535 for a rule to a single machine", change: singlePort(65535), at: `${nat}.frontendPort` },
    ],
    accepted: [
      { name: "port 1", change: edits(set(`${nat}.frontendPortRangeStart`, 1), set(`${nat}.frontendPortRangeEnd`, 2)) },
      { name: "port 1 for a rule to a single machine", change: singlePort(1) },
      { name: "port 65534 for a rule to a single machine", change: singlePort(65534) },
      {
        name: "port 65534",
        change: edits(withNatPool, set(`${pool}.frontendPortRangeStart`, 65534), set(`${pool}.frontendPortRangeEnd`, 65534)),
      },
    ],
  },
  {
    rule: "R19-end",
    refused: [
      {
        name: "port 65535 for a pool, as was recorded",
        change: edits(withNatPool, set(`${pool}.frontendPortRangeEnd`, 65535)),
        at: `${pool}.frontendPortRangeEnd`,
      },
      { name: "port 65535 for a rule", change: set(`${nat}.frontendPortRangeEnd`, 65535), at: `${nat}.frontendPortRangeEnd` },
      { name: "port 0 for a rule", change: set(`${nat}.frontendPortRangeEnd`, 0), at: `${nat}.frontendPortRangeEnd` },
      { name: "port 0 for a pool", change: edits(withNatPool, set(`${pool}.frontendPortRangeEnd`, 0)), at: `${pool}.frontendPortRangeEnd` },
    ],
    accepted: [
      { name: "port 65534 for a pool", change: edits(withNatPool, set(`${pool}.frontendPortRangeEnd`, 65534)) },
      { name: "port 65534 for a rule", change: set(`${nat}.frontendPortRangeEnd`, 65534) },
      { name: "port 1 for a rule", change: edits(set(`${nat}.frontendPortRangeStart`, 1), set(`${nat}.frontendPortRangeEnd`, 1)) },
      {
        name: "port 1 for a pool",
        change: edits(withNatPool, set(`${pool}.frontendPortRangeStart`, 1), set(`${pool}.frontendPortRangeEnd`, 1)),
      },
    ],
  },
  {
    rule: "R19-order",
    refused: [
      { name: "a range that ends before it begins", change: set(`${nat}.frontendPortRangeEnd`, 49999), at: `${nat}.frontendPortRangeEnd` },
      {
        name: "a pool's range that ends before it begins",
        change: edits(withNatPool, set(`${pool}.frontendPortRangeEnd`, 49999)),
        at: `${pool}.frontendPortRangeEnd`,
      },
    ],
    accepted: [{ name: "a range of one port", change: set(`${nat}.frontendPortRangeEnd`, 50000) }],
  },
  {
    rule: "R19-backend-port",
    refused: [
      { name: "port 0", change: set(`${nat}.backendPort`, 0), at: `${nat}.backendPort` },
      { name: "port 65536 for a pool", change: edits(withNatPool, set(`${pool}.backendPort`, 65536)), at: `${pool}.backendPort` },
    ],
    accepted: [
      { name: "port 1", change: set(`${nat}.backendPort`, 1) },
      { name: "port 0 for all protocols", change: allPorts },
      { name: "port 65535 for a pool", change: edits(withNatPool, set(`${pool}.backendPort`, 65535)) },
    ],
  },
  {
    rule: "R19-range",
    refused: [
      { name: "a pool without the end of the range", change: remove(`${nat}.frontendPortRangeEnd`), at: `${nat}.frontendPortRangeEnd` },
      {
        name: "a pool without the start of the range",
        change: remove(`${nat}.frontendPortRangeStart`),
        at: `${nat}.frontendPortRangeStart`,
      },
      {
        name: "a pool with a single port",
        change: edits(remove(`${nat}.frontendPortRangeStart`), remove(`${nat}.frontendPortRangeEnd`), set(`${nat}.frontendPort`, 22)),
        at: `${nat}.frontendPortRangeStart`,
      },
    ],
    accepted: [
      {
        name: "a range that is not known yet",
        change: edits(unknown(`${nat}.frontendPortRangeStart`), unknown(`${nat}.frontendPortRangeEnd`)),
      },
      {
        name: "a rule to a single machine",
        change: singlePort(50000),
      },
    ],
  },
  {
    rule: "R19-single-port",
    refused: [{ name: "a port beside a range", change: set(`${nat}.frontendPort`, 49000), at: `${nat}.frontendPort` }],
    accepted: [{ name: "a port that is null", change: set(`${nat}.frontendPort`, null) }],
  },
  {
    rule: "T-retiring-nat",
    refused: [
      { name: "a NAT pool", change: withNatPool, at: "inboundNatPools" },
      {
        name: "a NAT rule to a single machine",
        change: singlePort(50000),
        at: nat,
      },
    ],
    accepted: [
      { name: "no NAT at all", change: remove("inboundNatRules") },
      { name: "a NAT rule for a pool", change: nothing },
    ],
  },
];
