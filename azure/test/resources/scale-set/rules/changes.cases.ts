import { armId, regionResource } from "../../../rules/fake-region";
import { add, edits, nothing, remove, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { healthExtension, networkId, scaleSetId } from "../../../rules/valid/scale-set";

const profile = "virtualMachineProfile";
const extensionProfile = `${profile}.extensionProfile`;
const osProfile = `${profile}.osProfile`;
const ip = `${profile}.networkProfile.networkInterfaceConfigurations[0].ipConfigurations[0]`;
const enabled = "automaticRepairsPolicy.enabled";
const action = "automaticRepairsPolicy.repairAction";
const gracePeriod = "automaticRepairsPolicy.gracePeriod";
const mode = "upgradePolicy.mode";

/** As the scale set was before it got repairs and what they need. */
const withoutHealth = edits(remove(extensionProfile), remove(enabled));
const autoscale = (target: string, on = true) => [
  regionResource("azure-native:monitor:AutoscaleSetting", armId("Microsoft.Insights/autoscaleSettings", "web"), {
    enabled: on,
    targetResourceUri: target,
  }),
];

/** Changes whose answer depends on what the scale set was before. */
export const conditionalChangeCases: RuleCases[] = [
  {
    rule: "R40-add-only",
    refused: [
      { name: "the loss of a zone", change: set("zones", ["1", "2"]), at: "zones" },
      { name: "the loss of all zones", change: remove("zones"), at: "zones" },
    ],
    accepted: [
      { name: "the same zones in another order", change: set("zones", ["3", "1", "2"]) },
      { name: "zones that are not known yet", change: unknown("zones") },
    ],
  },
  {
    rule: "T13",
    refused: [
      { name: "a further zone", before: set("zones", ["1", "2"]), change: nothing, at: "zones" },
      { name: "zones for a regional scale set", before: remove("zones"), change: nothing, at: "zones" },
    ],
    accepted: [{ name: "the same zones", change: nothing }],
  },
  {
    rule: "R98",
    refused: [
      {
        name: "a subnet of another network",
        change: set(`${ip}.subnet.id`, `${armId("Microsoft.Network/virtualNetworks", "elsewhere")}/subnets/web`),
        at: `${ip}.subnet.id`,
      },
    ],
    accepted: [
      { name: "another subnet of the network", change: set(`${ip}.subnet.id`, `${networkId.toUpperCase()}/subnets/other`) },
      { name: "a subnet that is not known yet", change: unknown(`${ip}.subnet.id`) },
    ],
  },
  {
    rule: "R29",
    refused: [{ name: "repairs together with the health extension", before: withoutHealth, change: nothing, at: enabled }],
    accepted: [
      { name: "repairs on a scale set that has the extension", before: remove(enabled), change: nothing },
      { name: "the extension alone", before: withoutHealth, change: set(enabled, false) },
    ],
  },
  {
    rule: "T4",
    refused: [
      {
        name: "a health extension with manual upgrades",
        before: withoutHealth,
        change: edits(set(mode, "Manual"), set(enabled, false)),
        at: mode,
      },
    ],
    accepted: [
      { name: "a health extension with rolling upgrades", before: withoutHealth, change: set(enabled, false) },
      {
        name: "a changed health extension with manual upgrades",
        change: edits(set(mode, "Manual"), set(`${extensionProfile}.extensions`, [healthExtension()])),
      },
    ],
  },
  {
    rule: "R31",
    refused: [
      { name: "another action while repairs are on", change: set(action, "Reimage"), at: action },
      { name: "an action other than the default", before: remove(action), change: set(action, "Restart"), at: action },
    ],
    accepted: [
      { name: "another action with repairs switched off", change: edits(set(action, "Reimage"), set(enabled, false)) },
      { name: "another action as repairs are switched on", before: set(enabled, false), change: set(action, "Reimage") },
      { name: "the default in words", before: remove(action), change: set(action, "Replace") },
    ],
  },
  {
    rule: "R31-kept",
    refused: [
      { name: "a grace period that is taken away", change: remove(gracePeriod), at: gracePeriod },
      { name: "an action that is taken away", change: remove(action), at: action },
    ],
    accepted: [
      { name: "another grace period", change: set(gracePeriod, "PT20M") },
      { name: "a grace period that was never there", before: remove(gracePeriod), change: remove(gracePeriod) },
    ],
  },
  {
    rule: "R65-removal",
    refused: [
      {
        name: "custom data that is taken away",
        before: set(`${osProfile}.customData`, "I2Nsb3VkLWNvbmZpZw=="),
        change: nothing,
        at: `${osProfile}.customData`,
      },
    ],
    accepted: [
      {
        name: "other custom data",
        before: set(`${osProfile}.customData`, "I2Nsb3VkLWNvbmZpZw=="),
        change: set(`${osProfile}.customData`, "IyEvYmluL3No"),
      },
      { name: "custom data where there was none", change: set(`${osProfile}.customData`, "IyEvYmluL3No") },
    ],
  },
  {
    rule: "C-administrator",
    refused: [
      { name: "another administrator", change: set(`${osProfile}.adminUsername`, "operator"), at: `${osProfile}.adminUsername` },
      {
        name: "another password",
        before: set(`${osProfile}.adminPassword`, "Correct-horse-9"),
        change: set(`${osProfile}.adminPassword`, "Correct-horse-10"),
        at: `${osProfile}.adminPassword`,
      },
    ],
    accepted: [{ name: "the same administrator", change: nothing }],
  },
  {
    rule: "T7",
    refused: [{ name: "a capacity beside autoscale", change: set("sku.capacity", 3), others: autoscale(scaleSetId), at: "sku.capacity" }],
    accepted: [
      { name: "a capacity without autoscale", change: set("sku.capacity", 3) },
      { name: "a capacity beside autoscale that is off", change: set("sku.capacity", 3), others: autoscale(scaleSetId, false) },
      {
        name: "a capacity beside autoscale of another scale set",
        change: set("sku.capacity", 3),
        others: autoscale(`${scaleSetId}-other`),
      },
      { name: "the same capacity beside autoscale", change: add("zones"), others: autoscale(scaleSetId) },
    ],
  },
];
