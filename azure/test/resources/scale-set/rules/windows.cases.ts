import { edits, remove, set } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { onWindows } from "../../../rules/valid/windows-scale-set";

const osProfile = "virtualMachineProfile.osProfile";
const windows = `${osProfile}.windowsConfiguration`;
const listeners = `${windows}.winRM.listeners`;
const certificateUrl = "https://vault.vault.azure.net/secrets/web/1";
const updates = `${windows}.enableAutomaticUpdates`;
const automaticUpgrade = set("upgradePolicy.automaticOSUpgradePolicy.enableAutomaticOSUpgrade", true);
const withProbe = set("virtualMachineProfile.extensionProfile.extensions", [
  {
    name: "health",
    publisher: "Microsoft.ManagedServices",
    type: "ApplicationHealthWindows",
    typeHandlerVersion: "1.0",
    settings: { protocol: "tcp", port: 80 },
  },
]);

const listen = (...list: Record<string, string>[]) => edits(onWindows, set(listeners, list));
const zone = (name: string) => edits(onWindows, set(`${windows}.timeZone`, name));
const secrets = set(`${osProfile}.secrets`, [
  {
    sourceVault: { id: "/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v" },
    vaultCertificates: [{ certificateUrl }],
  },
]);

export const windowsCases: RuleCases[] = [
  {
    rule: "R303",
    refused: [{ name: "a name of the tz database", change: zone("Europe/Berlin"), at: `${windows}.timeZone` }],
    accepted: [
      { name: "a Windows name", change: zone("W. Europe Standard Time") },
      { name: "UTC", change: zone("UTC") },
    ],
  },
  {
    rule: "R304",
    refused: [
      { name: "Https without a certificate", change: listen({ protocol: "Https" }), at: `${listeners}[0].certificateUrl` },
      { name: "Http with one", change: listen({ protocol: "Http", certificateUrl }), at: `${listeners}[0].certificateUrl` },
      { name: "Http twice", change: listen({ protocol: "Http" }, { protocol: "http" }), at: `${listeners}[1].protocol` },
    ],
    accepted: [{ name: "one of each", change: listen({ protocol: "Http" }, { protocol: "Https", certificateUrl }) }],
  },
  {
    rule: "R305",
    refused: [{ name: "both", change: edits(onWindows, withProbe, automaticUpgrade, set(updates, true)), at: updates }],
    accepted: [
      { name: "upgrades by Azure", change: edits(onWindows, withProbe, automaticUpgrade, set(updates, false)) },
      { name: "updates by Windows", change: edits(onWindows, set(updates, true)) },
    ],
  },
  {
    rule: "R306",
    refused: [
      {
        name: "without the agent",
        change: edits(
          secrets,
          set(`${osProfile}.linuxConfiguration.provisionVMAgent`, false),
          set("virtualMachineProfile.extensionProfile.extensions", []),
          remove("automaticRepairsPolicy"),
          set("upgradePolicy.mode", "Manual"),
        ),
        at: `${osProfile}.secrets`,
      },
    ],
    accepted: [{ name: "with the agent", change: secrets }],
  },
];
