import { edits, remove, set } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { inFlexible } from "../../../rules/valid/scale-set";
import { onWindows } from "../../../rules/valid/windows-scale-set";

const osProfile = "virtualMachineProfile.osProfile";
const linux = `${osProfile}.linuxConfiguration`;
const windows = `${osProfile}.windowsConfiguration`;
const byPlatform = set(`${linux}.patchSettings.patchMode`, "AutomaticByPlatform");
const withoutHealth = edits(
  set("virtualMachineProfile.extensionProfile.extensions", []),
  remove("automaticRepairsPolicy"),
  set("upgradePolicy.mode", "Manual"),
);
const withoutAgent = edits(withoutHealth, set(`${linux}.provisionVMAgent`, false));
const onFlexibleWindows = edits(onWindows, inFlexible);

export const patchingCases: RuleCases[] = [
  {
    rule: "R307",
    refused: [
      {
        name: "assessment without the agent",
        change: edits(inFlexible, withoutAgent, set(`${linux}.patchSettings.assessmentMode`, "AutomaticByPlatform")),
        at: `${linux}.patchSettings.assessmentMode`,
      },
    ],
    accepted: [
      { name: "assessment with the agent", change: edits(inFlexible, set(`${linux}.patchSettings.assessmentMode`, "AutomaticByPlatform")) },
      {
        name: "the image's own patching",
        change: edits(inFlexible, withoutAgent, set(`${linux}.patchSettings.patchMode`, "ImageDefault")),
      },
    ],
  },
  {
    rule: "R308",
    refused: [
      { name: "no health extension", change: edits(inFlexible, withoutHealth, byPlatform), at: `${linux}.patchSettings.patchMode` },
    ],
    accepted: [{ name: "a health extension", change: edits(inFlexible, byPlatform) }],
  },
  {
    rule: "R309",
    refused: [
      {
        name: "automatic, and updates off",
        change: edits(onWindows, set(windows, { enableAutomaticUpdates: false, patchSettings: { patchMode: "AutomaticByOS" } })),
        at: `${windows}.enableAutomaticUpdates`,
      },
      {
        name: "manual, and updates on",
        change: edits(onWindows, set(windows, { enableAutomaticUpdates: true, patchSettings: { patchMode: "Manual" } })),
        at: `${windows}.enableAutomaticUpdates`,
      },
    ],
    accepted: [
      {
        name: "both",
        change: edits(onWindows, set(windows, { enableAutomaticUpdates: true, patchSettings: { patchMode: "AutomaticByOS" } })),
      },
      {
        name: "neither",
        change: edits(onWindows, set(windows, { enableAutomaticUpdates: false, patchSettings: { patchMode: "Manual" } })),
      },
    ],
  },
  {
    rule: "R39-windows",
    refused: [
      {
        name: "a Uniform scale set",
        change: edits(onWindows, set(`${windows}.patchSettings.patchMode`, "AutomaticByPlatform")),
        at: `${windows}.patchSettings.patchMode`,
      },
    ],
    accepted: [{ name: "Windows by itself", change: edits(onFlexibleWindows, set(`${windows}.patchSettings.patchMode`, "AutomaticByOS")) }],
  },
];
