import {
  type AutoscaleProfile,
  type AutoscaleSetting,
  comparisonOperators,
  type FixedDate,
  type MetricDimension,
  metricStatistics,
  predictiveScaleModes,
  scaleDirections,
  type ScaleRule,
  scaleTypes,
  timeAggregations,
  type WeeklyRecurrence,
} from "./decision/setting";
import { weekdays } from "../../../../azure/facts/autoscale-limits";
import type { Properties } from "../../../../azure/properties/value";
import { type View, viewOf } from "../../../../azure/properties/view";
import { durationInSeconds } from "../../../../azure/facts/duration";

/** Reads an autoscale setting's properties, which the rules have accepted, with Azure's defaults for what the program left open. */
export function readAutoscaleSetting(properties: Properties): AutoscaleSetting {
  const setting = viewOf(properties);
  return {
    enabled: setting.flag("enabled") ?? false,
    profiles: setting.list("profiles").map(readProfile),
    predictiveScaleMode: setting.choice(predictiveScaleModes, "predictiveAutoscalePolicy.scaleMode") ?? "Disabled",
  };
}

function readProfile(profile: View): AutoscaleProfile {
  return {
    name: profile.text("name") ?? "",
    capacity: {
      minimum: count(profile.at("capacity.minimum"), 0),
      maximum: count(profile.at("capacity.maximum"), 0),
      default: count(profile.at("capacity.default"), 0),
    },
    rules: profile.list("rules").map(readRule),
    ...(profile.has("fixedDate") && { fixedDate: readFixedDate(profile.at("fixedDate")) }),
    ...(profile.has("recurrence") && { recurrence: readRecurrence(profile.at("recurrence.schedule")) }),
  };
}

function readFixedDate(fixedDate: View): FixedDate {
  return { start: fixedDate.text("start") ?? "", end: fixedDate.text("end") ?? "", timeZone: readTimeZone(fixedDate) };
}

function readRecurrence(schedule: View): WeeklyRecurrence {
  const numbers = (list: string) => schedule.list(list).flatMap((element) => element.number() ?? []);
  return {
    days: schedule.list("days").flatMap((day) => day.choice(weekdays) ?? []),
    hours: numbers("hours"),
    minutes: numbers("minutes"),
    timeZone: readTimeZone(schedule),
  };
}

function readTimeZone(place: View): string {
  return place.text("timeZone") ?? "UTC";
}

function readRule(rule: View): ScaleRule {
  const trigger = rule.at("metricTrigger");
  const action = rule.at("scaleAction");
  return {
    metricTrigger: {
      metricName: trigger.text("metricName") ?? "",
      ...(trigger.has("metricNamespace") && { metricNamespace: trigger.text("metricNamespace") }),
      metricResourceUri: trigger.text("metricResourceUri") ?? "",
      dimensions: trigger.list("dimensions").map(readDimension),
      timeGrainSeconds: seconds(trigger.at("timeGrain")),
      statistic: trigger.choice(metricStatistics, "statistic") ?? "Average",
      timeWindowSeconds: seconds(trigger.at("timeWindow")),
      timeAggregation: trigger.choice(timeAggregations, "timeAggregation") ?? "Average",
      operator: trigger.choice(comparisonOperators, "operator") ?? "Equals",
      threshold: trigger.number("threshold") ?? 0,
      dividePerInstance: trigger.flag("dividePerInstance") ?? false,
    },
    scaleAction: {
      direction: action.choice(scaleDirections, "direction") ?? "None",
      type: action.choice(scaleTypes, "type") ?? "ChangeCount",
      value: count(action.at("value"), 1),
      cooldownSeconds: seconds(action.at("cooldown")),
    },
  };
}

function readDimension(dimension: View): MetricDimension {
  return {
    dimensionName: dimension.text("dimensionName") ?? "",
    operator: dimension.choice(["Equals", "NotEquals"], "operator") ?? "Equals",
    values: dimension.texts("values"),
  };
}

/** Numbers of instances are texts in an autoscale setting. */
function count(place: View, otherwise: number): number {
  return Number(place.text() ?? otherwise);
}

function seconds(place: View): number {
  return durationInSeconds(place.text() ?? "");
}
