import { edits, nothing, remove, set } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { onWindows } from "../../../rules/valid/windows-scale-set";

const osProfile = "virtualMachineProfile.osProfile";
const prefix = `${osProfile}.computerNamePrefix`;
const username = `${osProfile}.adminUsername`;

const windows = edits(
  remove(`${osProfile}.linuxConfiguration`),
  set(`${osProfile}.windowsConfiguration`, { provisionVMAgent: true }),
  set(`${osProfile}.adminPassword`, "Correct-horse-9"),
);

/** Without a windowsConfiguration, as most templates have Windows. */
const byImage = edits(onWindows, remove(`${osProfile}.windowsConfiguration`));

/** The path of the SSH key goes with the administrator's name, and is not what these cases are about. */
function administrator(name: string) {
  return edits(set(username, name), remove(`${osProfile}.linuxConfiguration.ssh.publicKeys[0].path`));
}

export const nameCases: RuleCases[] = [
  {
    rule: "R58",
    refused: [
      { name: "an empty prefix", change: set(prefix, ""), at: prefix },
      { name: "59 characters", change: set(prefix, "w".repeat(59)), at: prefix },
      { name: "an underscore", change: set(prefix, "web_"), at: prefix },
      { name: "a blank", change: set(prefix, "web tier"), at: prefix },
      { name: "a control character", change: set(prefix, "web\u0000"), at: prefix },
      { name: "a period at the end", change: set(prefix, "web."), at: prefix },
    ],
    accepted: [
      { name: "one character", change: set(prefix, "w") },
      { name: "58 characters", change: set(prefix, "w".repeat(58)) },
      { name: "a hyphen at the end", change: set(prefix, "web-") },
    ],
  },
  {
    rule: "R58-windows",
    refused: [
      { name: "10 characters", change: edits(windows, set(prefix, "w".repeat(10))), at: prefix },
      { name: "digits alone", change: edits(windows, set(prefix, "123")), at: prefix },
      { name: "a period", change: edits(windows, set(prefix, "web.tier")), at: prefix },
      { name: "10 characters, where the image says that it is Windows", change: edits(byImage, set(prefix, "w".repeat(10))), at: prefix },
    ],
    accepted: [
      { name: "9 characters", change: edits(windows, set(prefix, "w".repeat(9))) },
      { name: "10 characters for Linux", change: set(prefix, "w".repeat(10)) },
      { name: "a period for Linux", change: set(prefix, "web.tier") },
    ],
  },
  {
    rule: "R58-documented",
    refused: [{ name: "16 characters", change: set(prefix, "w".repeat(16)), at: prefix }],
    accepted: [{ name: "15 characters", change: set(prefix, "w".repeat(15)) }],
  },
  {
    rule: "R59",
    refused: [
      { name: "65 characters", change: set("vmScaleSetName", "w".repeat(65)), at: "vmScaleSetName" },
      { name: "an underscore in front", change: set("vmScaleSetName", "_web"), at: "vmScaleSetName" },
      { name: "a hyphen at the end", change: set("vmScaleSetName", "web-"), at: "vmScaleSetName" },
      { name: "a slash", change: set("vmScaleSetName", "web/tier"), at: "vmScaleSetName" },
      { name: "a control character", change: set("vmScaleSetName", "web\u0007"), at: "vmScaleSetName" },
    ],
    accepted: [
      { name: "64 characters", change: set("vmScaleSetName", "w".repeat(64)) },
      { name: "an underscore further on", change: set("vmScaleSetName", "web_1") },
      { name: "no name, which leaves it to autonaming", change: remove("vmScaleSetName") },
    ],
  },
  {
    rule: "R60",
    refused: [
      { name: "root", change: administrator("root"), at: username },
      { name: "a reserved name in capitals", change: administrator("Admin"), at: username },
    ],
    accepted: [{ name: "a name that only begins like one", change: administrator("adminuser") }],
  },
  {
    rule: "R60-length",
    refused: [
      { name: "an empty name", change: administrator(""), at: username },
      { name: "65 characters", change: administrator("a".repeat(65)), at: username },
      { name: "21 characters on Windows", change: edits(windows, set(username, "a".repeat(21))), at: username },
    ],
    accepted: [
      { name: "64 characters", change: administrator("a".repeat(64)) },
      { name: "20 characters on Windows", change: edits(windows, set(username, "a".repeat(20))) },
    ],
  },
  {
    rule: "R60-windows",
    refused: [
      { name: "an address on Windows", change: edits(windows, set(username, "op@contoso")), at: username },
      { name: "a domain on Windows", change: edits(windows, set(username, "contoso\\op")), at: username },
      { name: "an address, where the image says that it is Windows", change: edits(byImage, set(username, "op@contoso")), at: username },
    ],
    accepted: [{ name: "a period and a hyphen on Windows", change: edits(windows, set(username, "the.operator-1")) }],
  },
  {
    rule: "R60-linux",
    refused: [
      { name: "a digit in front", change: administrator("9lives"), at: username },
      { name: "a blank", change: administrator("the operator"), at: username },
    ],
    accepted: [
      { name: "an underscore in front", change: administrator("_operator") },
      { name: "the valid one", change: nothing },
    ],
  },
];
