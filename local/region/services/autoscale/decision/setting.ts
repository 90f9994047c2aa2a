import type { Weekday } from "../../../../../azure/facts/autoscale-limits";

/** An autoscale setting as the engine sees it: Azure's names, numbers in place of texts, and nothing left open. */
export interface AutoscaleSetting {
  readonly enabled: boolean;
  /** Which of them holds depends on the time; see `profileAt`. */
  readonly profiles: readonly AutoscaleProfile[];
  /** Azure's `predictiveAutoscalePolicy.scaleMode`. */
  readonly predictiveScaleMode: (typeof predictiveScaleModes)[number];
}

export const predictiveScaleModes = ["Disabled", "ForecastOnly", "Enabled"] as const;

/** Limits and rules for a time: a fixed date, a recurring time, or, with neither, all other times. */
export interface AutoscaleProfile {
  readonly name: string;
  readonly capacity: ProfileCapacity;
  readonly rules: readonly ScaleRule[];
  readonly fixedDate?: FixedDate;
  readonly recurrence?: WeeklyRecurrence;
}

export interface ProfileCapacity {
  readonly minimum: number;
  readonly maximum: number;
  /** How many instances there are at least while a metric cannot be read. */
  readonly default: number;
}

/** One stretch of time; start and end as Azure takes them, such as `2027-12-24T08:00:00`. */
export interface FixedDate {
  readonly start: string;
  readonly end: string;
  /** The Windows name of the time zone, such as `W. Europe Standard Time`. */
  readonly timeZone: string;
}

/** Moments of the week at which a profile begins: each of the days at each of the hours and minutes. */
export interface WeeklyRecurrence {
  readonly days: readonly Weekday[];
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  /** The Windows name of the time zone. */
  readonly timeZone: string;
}

export interface ScaleRule {
  readonly metricTrigger: MetricTrigger;
  readonly scaleAction: ScaleAction;
}

export const metricStatistics = ["Average", "Min", "Max", "Sum", "Count"] as const;
export const timeAggregations = ["Average", "Minimum", "Maximum", "Total", "Count", "Last"] as const;
export const comparisonOperators = ["Equals", "NotEquals", "GreaterThan", "GreaterThanOrEqual", "LessThan", "LessThanOrEqual"] as const;

/** Which metric a rule goes by, and when the rule is triggered. */
export interface MetricTrigger {
  readonly metricName: string;
  readonly metricNamespace?: string;
  /** The ARM id of the resource that has the metric, as it was given; mostly the one that is scaled. */
  readonly metricResourceUri: string;
  /** Which parts of the metric count; it is for whoever looks the metric up to keep to it. */
  readonly dimensions: readonly MetricDimension[];
  /** Length of one sample, in seconds. */
  readonly timeGrainSeconds: number;
  /** How a sample is made of the values of all instances. */
  readonly statistic: (typeof metricStatistics)[number];
  /** How far back the samples go, in seconds. */
  readonly timeWindowSeconds: number;
  /** How one value is made of the samples. */
  readonly timeAggregation: (typeof timeAggregations)[number];
  readonly operator: (typeof comparisonOperators)[number];
  readonly threshold: number;
  /** Whether the value is divided by the number of instances. */
  readonly dividePerInstance: boolean;
}

export interface MetricDimension {
  readonly dimensionName: string;
  readonly operator: "Equals" | "NotEquals";
  readonly values: readonly string[];
}

export const scaleDirections = ["None", "Increase", "Decrease"] as const;
export const scaleTypes = ["ChangeCount", "PercentChangeCount", "ExactCount", "ServiceAllowedNextValue"] as const;

/** What a rule does to the number of instances when it is triggered. */
export interface ScaleAction {
  readonly direction: (typeof scaleDirections)[number];
  readonly type: (typeof scaleTypes)[number];
  /** A number of instances, or percent of the capacity, as the type says. */
  readonly value: number;
  /** Seconds after this action in which there is no other, in either direction. */
  readonly cooldownSeconds: number;
}

/** What is said, once, of a setting with predictive autoscale; undefined for any other. */
export function predictiveNotice({ predictiveScaleMode }: AutoscaleSetting): string | undefined {
  return predictiveScaleMode === "Disabled"
    ? undefined
    : `predictiveAutoscalePolicy.scaleMode is ${predictiveScaleMode}: it is accepted, but not evaluated here, as forecasts need a week of metrics; the rules alone scale`;
}
