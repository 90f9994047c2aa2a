import { edits, nothing, remove, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { loadBalancerId } from "../../../rules/valid/scale-set";

const healthProbe = "virtualMachineProfile.networkProfile.healthProbe";
const extensions = "virtualMachineProfile.extensionProfile.extensions";
const version = `${extensions}[0].typeHandlerVersion`;
const settings = `${extensions}[0].settings`;
const enabled = "automaticRepairsPolicy.enabled";
const gracePeriod = "automaticRepairsPolicy.gracePeriod";
const mode = "upgradePolicy.mode";

const withProbe = set(`${healthProbe}.id`, `${loadBalancerId}/probes/http`);
const tcp = set(settings, { protocol: "tcp", port: 80 });
const manual = set(mode, "Manual");

export const healthCases: RuleCases[] = [
  {
    rule: "R27",
    refused: [
      { name: "two sources of health for repairs", change: edits(manual, withProbe), at: healthProbe },
      { name: "two sources of health for rolling upgrades", change: edits(set(enabled, false), withProbe), at: healthProbe },
    ],
    accepted: [
      { name: "the probe alone", change: edits(withProbe, remove("virtualMachineProfile.extensionProfile")) },
      { name: "two sources that nothing acts on", change: edits(manual, set(enabled, false), withProbe) },
    ],
  },
  {
    rule: "R28",
    refused: [{ name: "repairs without a source of health", change: edits(manual, set(extensions, [])), at: enabled }],
    accepted: [
      { name: "repairs with the extension", change: manual },
      { name: "repairs with the probe", change: edits(manual, withProbe, set(extensions, [])) },
      { name: "repairs with extensions that are not known yet", change: edits(manual, unknown(extensions)) },
      { name: "no repairs and no source of health", change: edits(manual, set(enabled, false), set(extensions, [])) },
    ],
  },
  {
    rule: "R30",
    refused: [
      { name: "9 minutes and 59 seconds", change: set(gracePeriod, "PT9M59S"), at: gracePeriod },
      { name: "91 minutes", change: set(gracePeriod, "PT1H31M"), at: gracePeriod },
      { name: "a text that is no duration", change: set(gracePeriod, "10 minutes"), at: gracePeriod },
    ],
    accepted: [
      { name: "10 minutes", change: set(gracePeriod, "PT10M") },
      { name: "90 minutes", change: set(gracePeriod, "PT1H30M") },
      { name: "the default", change: remove(gracePeriod) },
    ],
  },
  {
    rule: "R32",
    refused: [
      {
        name: "rolling upgrades without a source of health",
        change: edits(set(enabled, false), remove("virtualMachineProfile.extensionProfile")),
        at: mode,
      },
    ],
    accepted: [
      { name: "rolling upgrades with the extension", change: set(enabled, false) },
      { name: "manual upgrades without a source of health", change: edits(manual, set(enabled, false), set(extensions, [])) },
    ],
  },
  {
    rule: "T1",
    refused: [{ name: "version 2.0 over http", change: set(version, "2.0"), at: version }],
    accepted: [
      { name: "version 1.0 over http", change: nothing },
      { name: "version 2.0 over tcp", change: edits(set(version, "2.0"), tcp) },
    ],
  },
];
