import type { Properties } from "../../../../properties/value";
import { edits, remove, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { healthExtension, inFlexible } from "../../../rules/valid/scale-set";
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
/** Windows whose health Azure learns of, with settings for its patches. */
const patched = (settings: Properties) =>
  edits(
    onFlexibleWindows,
    set("virtualMachineProfile.extensionProfile.extensions", [{ ...healthExtension(), type: "ApplicationHealthWindows" }]),
    set(`${windows}.patchSettings`, settings),
  );
const withoutRestart = { patchMode: "AutomaticByPlatform", enableHotpatching: true };
const atAnyTime = { bypassPlatformSafetyChecksOnUserSchedule: true };

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
        at: `${windows}.patchSettings.patchMode`,
      },
      {
        name: "manual, and updates on",
        change: edits(onWindows, set(windows, { enableAutomaticUpdates: true, patchSettings: { patchMode: "Manual" } })),
        at: `${windows}.patchSettings.patchMode`,
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
    rule: "R340",
    refused: [
      {
        name: "patches without a restart by hand",
        change: patched({ patchMode: "Manual", enableHotpatching: true }),
        at: `${windows}.patchSettings.enableHotpatching`,
      },
      {
        name: "patches without a restart, and nothing said of who patches",
        change: patched({ enableHotpatching: true }),
        at: `${windows}.patchSettings.enableHotpatching`,
      },
    ],
    accepted: [
      { name: "patches without a restart by Azure", change: patched(withoutRestart) },
      { name: "patches by hand, with a restart", change: patched({ patchMode: "Manual", enableHotpatching: false }) },
      {
        name: "a mode that is not known yet",
        change: edits(patched({ enableHotpatching: true }), unknown(`${windows}.patchSettings.patchMode`)),
      },
    ],
  },
  {
    rule: "R340-safety",
    refused: [
      {
        name: "patches without a restart at any time",
        change: patched({ ...withoutRestart, automaticByPlatformSettings: atAnyTime }),
        at: `${windows}.patchSettings.automaticByPlatformSettings.bypassPlatformSafetyChecksOnUserSchedule`,
      },
    ],
    accepted: [
      {
        name: "patches with a restart at any time",
        change: patched({ patchMode: "AutomaticByPlatform", automaticByPlatformSettings: atAnyTime }),
      },
      {
        name: "patches without a restart when it is safe",
        change: patched({ ...withoutRestart, automaticByPlatformSettings: { bypassPlatformSafetyChecksOnUserSchedule: false } }),
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
