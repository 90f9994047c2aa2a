import { armTypeOf } from "../../../arm/id";
import { cooldownLimits, timeWindowsTaken } from "../../../facts/autoscale-limits";
import { expectedValue, hardestScaleIn, type Scaling, valueBefore } from "../../../facts/flapping";
import { parseDuration } from "../../../facts/duration";
import { limitsText } from "../../../facts/limits";
import { count, limitsOf, rulesOf, ScaleRule, scaleRules, stepOf } from "./model";
import { meteredType, metricGrains } from "../../../facts/metrics";
import { durationOutside } from "../../../rules/duration";
import type { Rule } from "../../../rules/rule";
import { is, sameText } from "../../../rules/lookups";

const api = "https://learn.microsoft.com/rest/api/monitor/autoscale-settings/create-or-update";

const documented = { code: "BadRequest", codeIsAssumed: true, grade: "documented", source: api, severity: "error" } as const;

/** What Azure refuses of the rules in an autoscale setting's profiles. */
export const scaleRuleRules: Rule[] = [
  {
    ...documented,
    id: "R86-grain",
    title: "A metric is sampled over 1 minute to 12 hours",
    allowed: "PT1M to PT12H",
    *check(setting) {
      yield* scaleRules(setting)
        .map(({ trigger }) => trigger.at("timeGrain"))
        .filter((grain) => durationOutside(grain, { minimum: "PT1M", maximum: "PT12H" }));
    },
  },
  {
    ...documented,
    id: "R322-grain",
    title: "A metric of Azure's is sampled over one of the lengths that it is measured in",
    allowed: metricGrains.join(", "),
    *check(setting) {
      for (const { trigger } of scaleRules(setting)) {
        const grain = trigger.at("timeGrain");
        const seconds = parseDuration(grain.text() ?? "");
        const isOfAzure = meteredType(armTypeOf(trigger.text("metricResourceUri") ?? "") ?? "") !== undefined;
        const isBounded = seconds !== undefined && !durationOutside(grain, { minimum: "PT1M", maximum: "PT12H" });
        if (isOfAzure && isBounded && !metricGrains.some((other) => parseDuration(other) === seconds)) {
          yield grain;
        }
      }
    },
  },
  {
    ...documented,
    id: "R86-window",
    title: "A rule looks at the last minute to 12 hours of a metric",
    source: "https://github.com/Azure/azure-powershell/issues/11556",
    allowed: limitsText(timeWindowsTaken),
    *check(setting) {
      yield* scaleRules(setting)
        .map(({ trigger }) => trigger.at("timeWindow"))
        .filter((window) => durationOutside(window, timeWindowsTaken));
    },
  },
  {
    ...documented,
    id: "R322",
    title: "A rule looks at a metric for as long as it is sampled over, or longer",
    allowed: "timeGrain or longer",
    *check(setting) {
      for (const { trigger } of scaleRules(setting)) {
        const [grain, window] = ["timeGrain", "timeWindow"].map((name) => parseDuration(trigger.text(name) ?? ""));
        // What no rule takes at all is reported already.
        const isTaken = !durationOutside(trigger.at("timeWindow"), timeWindowsTaken);
        if (isTaken && grain !== undefined && window !== undefined && window < grain) {
          yield { at: trigger.at("timeWindow"), allowed: `${trigger.text("timeGrain")}, which is timeGrain, or longer` };
        }
      }
    },
  },
  {
    ...documented,
    id: "R86-cooldown",
    title: "A cooldown lasts 1 minute to 7 days",
    allowed: limitsText(cooldownLimits),
    *check(setting) {
      yield* scaleRules(setting)
        .map(({ action }) => action.at("cooldown"))
        .filter((cooldown) => durationOutside(cooldown, cooldownLimits));
    },
  },
  {
    ...documented,
    id: "R86-value",
    title: "A rule changes the number of instances by a whole number, 1 or more, written as a text",
    allowed: 'a whole number of 1 or more as a text, such as "1"',
    *check(setting) {
      yield* scaleRules(setting)
        .map(({ action }) => action.at("value"))
        .filter((value) => value.text() !== undefined && !((count(value) ?? 0) >= 1));
    },
  },
  {
    id: "R86-step",
    title: "A rule changes the number of instances by no more than lies between minimum and maximum",
    code: "InvalidActionValue",
    grade: "observed",
    source: "https://github.com/Azure/bicep-types-az/issues/1859",
    severity: "error",
    allowed: "the maximum less the minimum, or less",
    *check(setting) {
      for (const { profile, action } of scaleRules(setting)) {
        const { minimum, maximum } = limitsOf(profile);
        const step = stepOf(action);
        const knowsRange = minimum !== undefined && maximum !== undefined && minimum <= maximum;
        if (is(action.at("type"), "ChangeCount") && step !== undefined && knowsRange && step > maximum - minimum) {
          yield {
            at: action.at("value"),
            allowed: `at most ${maximum - minimum}`,
            because: `the capacity lies between ${minimum} and ${maximum}`,
          };
        }
      }
    },
  },
  {
    id: "T10",
    title: "A scale-in rule whose effect would at once scale out again is put off",
    code: "Warning",
    grade: "documented",
    source: "https://learn.microsoft.com/azure/azure-monitor/autoscale/autoscale-flapping",
    severity: "warning",
    allowed: "a lower threshold, further from that of the scale-out rule",
    *check(setting) {
      for (const profile of setting.list("profiles")) {
        for (const scaleIn of rulesOf(profile).filter(isScaleIn)) {
          const lowest = Math.min(
            ...rulesOf(profile)
              .filter((other) => isScaleOutFor(scaleIn, other))
              .flatMap(thresholdOf),
          );
          const worst = worstScaleIn(scaleIn);
          const [threshold] = thresholdOf(scaleIn);
          if (worst && threshold !== undefined && expectedValue(threshold, worst) >= lowest) {
            yield {
              at: scaleIn.trigger.at("threshold"),
              allowed: `less than ${rounded(valueBefore(lowest, worst))}`,
              because: `from ${worst.from} to ${worst.to} instances, ${threshold} becomes ${rounded(expectedValue(threshold, worst))}, and at ${lowest} a rule scales out`,
            };
          }
        }
      }
    },
  },
];

function rounded(metric: number): number {
  return Math.round(metric * 100) / 100;
}

function thresholdOf({ trigger }: ScaleRule): number[] {
  return [trigger.number("threshold")].filter((threshold) => threshold !== undefined);
}

function isScaleIn({ trigger, action }: ScaleRule): boolean {
  return (
    is(action.at("direction"), "Decrease") && (trigger.text("operator")?.toLowerCase().startsWith("lessthan") ?? false) && isShared(trigger)
  );
}

/** Only a metric of each instance grows when the same load falls on fewer of them. */
function isShared(trigger: ScaleRule["trigger"]): boolean {
  return is(trigger.at("statistic"), "Average") || trigger.flag("dividePerInstance") === true;
}

function isScaleOutFor(scaleIn: ScaleRule, { trigger, action }: ScaleRule): boolean {
  const comparesUpwards = trigger.text("operator")?.toLowerCase().startsWith("greaterthan") ?? false;
  const sameMetric = ["metricName", "metricResourceUri", "statistic"].every((name) =>
    sameText(trigger.text(name), scaleIn.trigger.text(name)),
  );
  return is(action.at("direction"), "Increase") && comparesUpwards && sameMetric;
}

/** The scale-in of a rule that is the hardest on the remaining instances, as far as its profile tells. */
function worstScaleIn({ profile, action }: ScaleRule): Scaling | undefined {
  const { minimum, maximum } = limitsOf(profile);
  const step = stepOf(action);
  return minimum === undefined || maximum === undefined || step === undefined || !is(action.at("type"), "ChangeCount")
    ? undefined
    : hardestScaleIn(minimum, maximum, step);
}
