import * as fc from "fast-check";
import type { Properties } from "../../../../azure/properties/value";
import { add, edits, remove, set } from "../../../../azure/test/rules/edits";
import { armId } from "../../../../azure/test/rules/fake-region";
import { cpuRule, eventProfile } from "../../../../azure/test/rules/valid/autoscale-setting";
import { durationBetween, inAnyCase } from "../texts";
import { alternatives, varied, Widening } from "../variation";

const profile = "profiles[0]";
const [scaleOut, scaleIn] = [`${profile}.rules[0]`, `${profile}.rules[1]`];
const everyRule = [scaleOut, scaleIn];

const counts = fc
  .uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 2 })
  .map(([one, other]) => [Math.min(one, other), Math.max(one, other)]);

const date = fc.date({ min: new Date("2026-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });

/** A third rule, on what the trigger says. */
function furtherRule(trigger: Properties) {
  const rule = cpuRule("Increase", "GreaterThan", 100);
  return add(`${profile}.rules`, { ...rule, metricTrigger: { ...(rule.metricTrigger as Properties), ...trigger } });
}

/** The moment in the form that autoscale takes, without a zone. */
function written(moment: Date): string {
  return moment.toISOString().slice(0, 19);
}

/** Wider than the example of an autoscale setting: schedules, forecasts, other steps and every number in its range. */
export const autoscaleSetting: Widening = {
  aspects: [
    varied(
      "capacity",
      counts.chain(([minimum, maximum]) =>
        fc
          .integer({ min: minimum, max: maximum })
          .map((preset) => set(`${profile}.capacity`, { minimum: `${minimum}`, maximum: `${maximum}`, default: `${preset}` })),
      ),
    ),
    varied(
      "times",
      fc
        .tuple(fc.constantFrom("PT1M", "PT60S", "PT5M"), durationBetween("PT5M", "PT12H"), durationBetween("PT1M", "P7D"))
        .map(([grain, window, cooldown]) =>
          edits(
            ...everyRule.flatMap((rule) => [
              set(`${rule}.metricTrigger.timeGrain`, grain),
              set(`${rule}.metricTrigger.timeWindow`, window),
              set(`${rule}.scaleAction.cooldown`, cooldown),
            ]),
          ),
        ),
    ),
    varied(
      "thresholds",
      fc
        .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 90, max: 100 }))
        .map(([low, high]) => edits(set(`${scaleIn}.metricTrigger.threshold`, low), set(`${scaleOut}.metricTrigger.threshold`, high))),
    ),
    alternatives("a rule on another metric", {
      "of the instances": fc
        .constantFrom("Network In Total", "CPU Credits Remaining", "OS Disk Queue Depth", "/builtin/memory/percentusedmemory")
        .map((metricName) => furtherRule({ metricName })),
      "of an application": furtherRule({ metricName: "QueueLength", metricNamespace: "app/queues" }),
      "of a queue": furtherRule({
        metricName: "ApproximateMessageCount",
        metricResourceUri: armId("Microsoft.Storage/storageAccounts", "jobs/services/queue/queues/jobs"),
      }),
    }),
    alternatives("steps", {
      "by default": edits(...everyRule.map((rule) => remove(`${rule}.scaleAction.value`))),
      "in percent": fc
        .integer({ min: 1, max: 100 })
        .map((percent) =>
          edits(
            ...everyRule.flatMap((rule) => [
              set(`${rule}.scaleAction.type`, "PercentChangeCount"),
              set(`${rule}.scaleAction.value`, `${percent}`),
            ]),
          ),
        ),
    }),
    alternatives("further profiles", {
      "for events": fc.array(fc.tuple(date, fc.integer({ min: 1, max: 365 * 24 * 60 })), { minLength: 1, maxLength: 19 }).map((events) =>
        add(
          "profiles",
          ...events.map(([start, minutes], index) =>
            eventProfile({
              name: `event ${index}`,
              fixedDate: { timeZone: "UTC", start: written(start), end: written(new Date(start.getTime() + minutes * 60_000)) },
            }),
          ),
        ),
      ),
      "by the week": inAnyCase("Week").map((frequency) =>
        add(
          "profiles",
          eventProfile({
            fixedDate: null,
            recurrence: { frequency, schedule: { timeZone: "UTC", days: ["Monday"], hours: [6], minutes: [0] } },
          }),
        ),
      ),
    }),
    alternatives("notifications", {
      none: remove("notifications"),
      "to a webhook": set("notifications", [{ operation: "Scale", webhooks: [{ serviceUri: "https://example.com/hook" }] }]),
    }),
    alternatives("prediction", {
      off: set("predictiveAutoscalePolicy", { scaleMode: "Disabled" }),
      forecasts: durationBetween("PT1M", "PT1H").map((ahead) =>
        set("predictiveAutoscalePolicy", { scaleMode: "ForecastOnly", scaleLookAheadTime: ahead }),
      ),
      on: set("predictiveAutoscalePolicy", { scaleMode: "Enabled" }),
    }),
  ],
  ruled: ["notifications", "email", "webhooks", "predictiveAutoscalePolicy", "fixedDate", "recurrence", "metricNamespace"],
};
