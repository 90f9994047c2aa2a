import { armId } from "../../../rules/fake-region";
import { add, edits, nothing, remove, set } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { healthExtension, inSpot } from "../../../rules/valid/scale-set";

const profile = "virtualMachineProfile";
const extensions = `${profile}.extensionProfile.extensions`;
const budget = `${profile}.extensionProfile.extensionsTimeBudget`;
const terminate = `${profile}.scheduledEventsProfile.terminateNotificationProfile`;
const imageNotification = `${profile}.scheduledEventsProfile.osImageNotificationProfile.notBeforeTimeout`;
const allow = `${profile}.osProfile.allowExtensionOperations`;
const agent = `${profile}.osProfile.linuxConfiguration.provisionVMAgent`;

const fromKeyVault = {
  secretUrl: "https://web.vault.azure.net/secrets/script",
  sourceVault: { id: armId("Microsoft.KeyVault/vaults", "web") },
};
const script = { name: "Script", publisher: "Microsoft.Azure.Extensions", type: "CustomScript", typeHandlerVersion: "2.1" };
const marketplace = set(`${profile}.storageProfile.imageReference`, {
  publisher: "Debian",
  offer: "debian-12",
  sku: "12-gen2",
  version: "latest",
});

/** No extension, and so neither repairs nor rolling upgrades, which need one. */
const withoutExtensions = edits(
  remove(`${profile}.extensionProfile`),
  remove("automaticRepairsPolicy"),
  set("upgradePolicy.mode", "Manual"),
);

export const extensionCases: RuleCases[] = [
  {
    rule: "R240",
    refused: [
      { name: "a slash", change: set(`${extensions}[0].name`, "Health/Extension"), at: `${extensions}[0].name` },
      { name: "two lines", change: set(`${extensions}[0].name`, "Health\nExtension"), at: `${extensions}[0].name` },
    ],
    accepted: [{ name: "letters, digits, hyphens, periods and blanks", change: set(`${extensions}[0].name`, "Health-1.0 of web") }],
  },
  {
    rule: "R68",
    refused: [
      {
        name: "an extension without a version",
        change: add(extensions, { ...script, typeHandlerVersion: null }),
        at: `${extensions}[1].typeHandlerVersion`,
      },
    ],
    accepted: [{ name: "an extension with publisher, type and version", change: add(extensions, script) }],
  },
  {
    rule: "R68-once",
    refused: [
      { name: "a second health extension", change: add(extensions, { ...healthExtension(), name: "Second" }), at: `${extensions}[1].type` },
    ],
    accepted: [{ name: "an extension of another handler", change: add(extensions, script) }],
  },
  {
    rule: "R68-health",
    refused: [
      { name: "version 3.0", change: set(`${extensions}[0].typeHandlerVersion`, "3.0"), at: `${extensions}[0].typeHandlerVersion` },
    ],
    accepted: [
      { name: "version 1.0", change: nothing },
      { name: "version 2.0", change: set(`${extensions}[0].typeHandlerVersion`, "2.0") },
    ],
  },
  {
    rule: "R71",
    refused: [
      { name: "14 minutes", change: set(budget, "PT14M"), at: budget },
      { name: "2 hours and a minute", change: set(budget, "PT2H1M"), at: budget },
      { name: "a number of minutes", change: set(budget, "90"), at: budget },
    ],
    accepted: [
      { name: "15 minutes", change: set(budget, "PT15M") },
      { name: "120 minutes", change: set(budget, "PT120M") },
    ],
  },
  {
    rule: "R72",
    refused: [{ name: "extensions and none allowed", change: set(allow, false), at: allow }],
    accepted: [{ name: "no extensions and none allowed", change: edits(withoutExtensions, set(allow, false)) }],
  },
  {
    rule: "R72-agent",
    refused: [
      { name: "extensions without an agent", change: set(agent, false), at: agent },
      { name: "allowing extensions without an agent", change: edits(withoutExtensions, set(agent, false), set(allow, true)), at: agent },
    ],
    accepted: [{ name: "neither extensions nor agent", change: edits(withoutExtensions, set(agent, false)) }],
  },
  {
    rule: "R73",
    refused: [
      {
        name: "protected settings from both",
        change: add(extensions, {
          ...script,
          protectedSettings: { script: "…" },
          protectedSettingsFromKeyVault: fromKeyVault,
        }),
        at: `${extensions}[1].protectedSettingsFromKeyVault`,
      },
    ],
    accepted: [
      {
        name: "protected settings from a key vault",
        change: add(extensions, { ...script, protectedSettingsFromKeyVault: fromKeyVault }),
      },
    ],
  },
  {
    rule: "R74",
    refused: [
      { name: "4 minutes", change: set(`${terminate}.notBeforeTimeout`, "PT4M"), at: `${terminate}.notBeforeTimeout` },
      { name: "16 minutes", change: set(`${terminate}.notBeforeTimeout`, "PT16M"), at: `${terminate}.notBeforeTimeout` },
    ],
    accepted: [
      { name: "5 minutes", change: set(`${terminate}.notBeforeTimeout`, "PT5M") },
      { name: "15 minutes", change: set(`${terminate}.notBeforeTimeout`, "PT15M") },
    ],
  },
  {
    rule: "R74-spot",
    refused: [{ name: "a notification of Spot instances", change: inSpot, at: `${terminate}.enable` }],
    accepted: [
      { name: "Spot instances without one", change: edits(inSpot, set(`${terminate}.enable`, false)) },
      { name: "a notification of regular instances", change: set(`${profile}.priority`, "Regular") },
    ],
  },
  {
    rule: "R75",
    refused: [
      { name: "14 minutes", change: set(imageNotification, "PT14M"), at: imageNotification },
      { name: "16 minutes", change: set(imageNotification, "PT16M"), at: imageNotification },
    ],
    accepted: [{ name: "15 minutes", change: set(imageNotification, "PT15M") }],
  },
  {
    rule: "T24",
    refused: [
      {
        name: "a notification that a bare marketplace image cannot answer",
        change: edits(marketplace, remove(`${profile}.userData`)),
        at: `${terminate}.enable`,
      },
    ],
    accepted: [
      { name: "a marketplace image with user data", change: marketplace },
      { name: "a marketplace image with a script", change: edits(marketplace, remove(`${profile}.userData`), add(extensions, script)) },
      { name: "an image of one's own", change: remove(`${profile}.userData`) },
    ],
  },
];
