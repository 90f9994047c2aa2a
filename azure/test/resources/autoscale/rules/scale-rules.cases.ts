import { edits, remove, set, unknown } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import type { RuleCases } from "../../../rules/cases";
import { cpuRule } from "../../../rules/valid/autoscale-setting";

const queueId = armId("Contoso.Jobs/queues", "jobs");
const out = "profiles[0].rules[0]";
const scaleIn = "profiles[0].rules[1]";

function capacities(minimum: string, maximum: string) {
  return set("profiles[0].capacity", { minimum, maximum, default: minimum });
}

/** The rules in an autoscale setting's profiles. */
export const scaleRuleCases: RuleCases[] = [
  {
    rule: "R86-grain",
    refused: [
      { name: "59 seconds", change: set(`${out}.metricTrigger.timeGrain`, "PT59S"), at: `${out}.metricTrigger.timeGrain` },
      {
        name: "12 hours and a minute",
        change: edits(set(`${out}.metricTrigger.timeGrain`, "PT12H1M"), unknown(`${out}.metricTrigger.timeWindow`)),
        at: `${out}.metricTrigger.timeGrain`,
      },
    ],
    accepted: [
      { name: "1 minute", change: set(`${out}.metricTrigger.timeGrain`, "PT60S") },
      {
        name: "12 hours",
        change: edits(set(`${out}.metricTrigger.timeGrain`, "PT12H"), set(`${out}.metricTrigger.timeWindow`, "PT12H")),
      },
    ],
  },
  {
    rule: "R86-window",
    refused: [
      { name: "half a minute", change: set(`${scaleIn}.metricTrigger.timeWindow`, "PT30S"), at: `${scaleIn}.metricTrigger.timeWindow` },
      { name: "13 hours", change: set(`${scaleIn}.metricTrigger.timeWindow`, "PT13H"), at: `${scaleIn}.metricTrigger.timeWindow` },
      {
        name: "what is no duration",
        change: set(`${scaleIn}.metricTrigger.timeWindow`, "5 min"),
        at: `${scaleIn}.metricTrigger.timeWindow`,
      },
    ],
    accepted: [
      { name: "1 minute", change: set(`${scaleIn}.metricTrigger.timeWindow`, "PT1M") },
      { name: "12 hours", change: set(`${scaleIn}.metricTrigger.timeWindow`, "PT12H") },
    ],
  },
  {
    rule: "R86-cooldown",
    refused: [
      { name: "30 seconds", change: set(`${out}.scaleAction.cooldown`, "PT30S"), at: `${out}.scaleAction.cooldown` },
      { name: "8 days", change: set(`${out}.scaleAction.cooldown`, "P8D"), at: `${out}.scaleAction.cooldown` },
    ],
    accepted: [
      { name: "1 minute", change: set(`${out}.scaleAction.cooldown`, "PT1M") },
      { name: "7 days", change: set(`${out}.scaleAction.cooldown`, "P7D") },
      { name: "a week", change: set(`${out}.scaleAction.cooldown`, "P1W") },
    ],
  },
  {
    rule: "R86-value",
    refused: [
      { name: "0", change: set(`${out}.scaleAction.value`, "0"), at: `${out}.scaleAction.value` },
      { name: "a fraction", change: set(`${out}.scaleAction.value`, "1.5"), at: `${out}.scaleAction.value` },
    ],
    accepted: [
      { name: "1", change: set(`${out}.scaleAction.value`, "1") },
      { name: "nothing, which means 1", change: remove(`${out}.scaleAction.value`) },
    ],
  },
  {
    rule: "R86-step",
    refused: [
      { name: "two more between 2 and 3", change: set(`${out}.scaleAction.value`, "2"), at: `${out}.scaleAction.value` },
      {
        name: "one more between 3 and 3",
        change: edits(capacities("3", "3"), set("profiles[0].rules", [cpuRule("Increase", "GreaterThan", 75)])),
        at: `${out}.scaleAction.value`,
      },
    ],
    accepted: [
      { name: "two more between 2 and 4", change: edits(capacities("2", "4"), set(`${out}.scaleAction.value`, "2")) },
      {
        name: "100 percent between 2 and 3",
        change: edits(set(`${out}.scaleAction.type`, "PercentChangeCount"), set(`${out}.scaleAction.value`, "100")),
      },
    ],
  },
  {
    rule: "T10",
    refused: [
      {
        name: "50 % on 3, which is 75 % on 2",
        change: set(`${scaleIn}.metricTrigger.threshold`, 50),
        at: `${scaleIn}.metricTrigger.threshold`,
      },
      {
        name: "50 % on 3 with the step that is the default",
        change: edits(set(`${scaleIn}.metricTrigger.threshold`, 50), remove(`${scaleIn}.scaleAction.value`)),
        at: `${scaleIn}.metricTrigger.threshold`,
      },
      {
        name: "20 % on 5, which is 100 % on 1, at four fewer",
        change: edits(capacities("1", "5"), set(`${scaleIn}.scaleAction.value`, "4")),
        at: `${scaleIn}.metricTrigger.threshold`,
      },
      {
        name: "Microsoft's example without a margin",
        change: edits(
          set("profiles[0].rules", [cpuRule("Increase", "GreaterThanOrEqual", 600), cpuRule("Decrease", "LessThan", 600)]),
          set(`${out}.metricTrigger.metricName`, "/builtin/process/threadcount"),
          set(`${scaleIn}.metricTrigger.metricName`, "/builtin/process/threadcount"),
        ),
        at: `${scaleIn}.metricTrigger.threshold`,
      },
    ],
    accepted: [
      { name: "49 % on 3, which is 73.5 % on 2", change: set(`${scaleIn}.metricTrigger.threshold`, 49) },
      {
        name: "50 % where the number of instances is fixed",
        change: edits(
          capacities("3", "3"),
          set(`${scaleIn}.metricTrigger.threshold`, 50),
          set(`${out}.scaleAction.type`, "ExactCount"),
          set(`${scaleIn}.scaleAction.type`, "ExactCount"),
        ),
      },
      {
        name: "a threshold on another metric",
        change: edits(set(`${scaleIn}.metricTrigger.threshold`, 50), set(`${scaleIn}.metricTrigger.metricName`, "Network In Total")),
      },
      {
        name: "a metric that is not one of each instance",
        change: edits(
          set(`${scaleIn}.metricTrigger.threshold`, 50),
          set(`${out}.metricTrigger.statistic`, "Sum"),
          set(`${scaleIn}.metricTrigger.statistic`, "Sum"),
        ),
      },
      { name: "a threshold that is not known yet", change: unknown(`${scaleIn}.metricTrigger.threshold`) },
    ],
  },
  {
    rule: "R322",
    refused: [{ name: "samples of an hour", change: set(`${out}.metricTrigger.timeGrain`, "PT1H"), at: `${out}.metricTrigger.timeWindow` }],
    accepted: [{ name: "samples of the whole window", change: set(`${out}.metricTrigger.timeGrain`, "PT5M") }],
  },
  {
    rule: "R322-grain",
    refused: [{ name: "2 minutes", change: set(`${out}.metricTrigger.timeGrain`, "PT2M"), at: `${out}.metricTrigger.timeGrain` }],
    accepted: [
      { name: "60 seconds", change: set(`${out}.metricTrigger.timeGrain`, "PT60S") },
      {
        name: "2 minutes of what is not Azure's",
        change: edits(set(`${out}.metricTrigger.timeGrain`, "PT2M"), set(`${out}.metricTrigger.metricResourceUri`, queueId)),
        others: [regionResource("azure-native:contoso:Queue", queueId, {})],
      },
    ],
  },
];
