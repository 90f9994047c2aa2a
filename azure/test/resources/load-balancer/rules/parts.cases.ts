import type { RuleCases } from "../../../rules/cases";
import { add, edits, unknown } from "../../../rules/edits";
import { another } from "./edits";

/** The names of a load balancer's parts. */
export const partCases: RuleCases[] = [
  {
    rule: "R420",
    refused: [{ name: "a probe without a name", change: add("probes", { protocol: "Tcp", port: 80 }), at: "probes[1].name" }],
    accepted: [
      { name: "a name that is not known yet", change: edits(add("probes", { protocol: "Tcp", port: 80 }), unknown("probes[1].name")) },
    ],
  },
  {
    rule: "R118",
    refused: [
      { name: "two pools of one name", change: add("backendAddressPools", { name: "INSTANCES" }), at: "backendAddressPools[1].name" },
      { name: "two rules of one name", change: another({ name: "http" }), at: "loadBalancingRules[1].name" },
    ],
    accepted: [{ name: "a pool and a probe of one name", change: add("backendAddressPools", { name: "readiness" }) }],
  },
];
