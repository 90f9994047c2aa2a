import { edits, nothing, remove, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { loadBalancerId } from "../../../rules/valid/scale-set";

const profile = "virtualMachineProfile";
const extensions = `${profile}.extensionProfile.extensions`;
const enabled = "resiliencyPolicy.automaticZoneRebalancingPolicy.enabled";
const rebalanced = set(enabled, true);
/** Neither repairs nor rolling upgrades, which need a source of health too. */
const idle = edits(set("upgradePolicy.mode", "Automatic"), remove("automaticRepairsPolicy"));
const withoutHealth = edits(idle, remove(`${profile}.extensionProfile`));

export const rebalancingCases: RuleCases[] = [
  {
    rule: "R343",
    refused: [
      { name: "one zone", change: edits(rebalanced, set("zones", ["1"])), at: enabled },
      { name: "no zones", change: edits(rebalanced, remove("zones")), at: enabled },
    ],
    accepted: [
      { name: "two zones", change: edits(rebalanced, set("zones", ["1", "3"])) },
      { name: "one zone that stays as it is", change: edits(set(enabled, false), set("zones", ["1"])) },
      { name: "zones that are not known yet", change: edits(rebalanced, unknown("zones")) },
    ],
  },
  {
    rule: "R343-health",
    refused: [{ name: "no source of health", change: edits(rebalanced, withoutHealth), at: enabled }],
    accepted: [
      { name: "the extension", change: edits(rebalanced, idle) },
      {
        name: "a probe",
        change: edits(rebalanced, withoutHealth, set(`${profile}.networkProfile.healthProbe.id`, `${loadBalancerId}/probes/http`)),
      },
      { name: "extensions that are not known yet", change: edits(rebalanced, idle, unknown(extensions)) },
    ],
  },
];

export const rebalancingChangeCases: RuleCases[] = [
  {
    rule: "R343-later",
    refused: [{ name: "balance together with the health extension", before: withoutHealth, change: edits(idle, rebalanced), at: enabled }],
    accepted: [
      { name: "balance of a scale set that has the extension", before: idle, change: edits(idle, rebalanced) },
      { name: "the extension alone", before: withoutHealth, change: idle },
      { name: "balance that is there already", before: rebalanced, change: edits(rebalanced, nothing) },
    ],
  },
];
