import type {
  AutoscaleProfile,
  AutoscaleSetting,
  MetricTrigger,
  ScaleAction,
  ScaleRule,
} from "../../../../region/services/autoscale/decision/setting";
import { type MetricGrain, minute } from "../../../../region/store/metrics/metric-grain";

/** A rule on the average CPU of five minutes that changes the capacity by one. */
export function cpuRule(
  direction: "Increase" | "Decrease",
  operator: MetricTrigger["operator"],
  threshold: number,
  action: Partial<ScaleAction> = {},
  trigger: Partial<MetricTrigger> = {},
): ScaleRule {
  return {
    metricTrigger: {
      metricName: "Percentage CPU",
      metricResourceUri: "/scale-set",
      dimensions: [],
      timeGrainSeconds: 60,
      statistic: "Average",
      timeWindowSeconds: 300,
      timeAggregation: "Average",
      operator,
      threshold,
      dividePerInstance: false,
      ...trigger,
    },
    scaleAction: { direction, type: "ChangeCount", value: 1, cooldownSeconds: 300, ...action },
  };
}

export const usualRules = [cpuRule("Increase", "GreaterThan", 75), cpuRule("Decrease", "LessThan", 20)];

export function profile(differences: Partial<AutoscaleProfile> = {}): AutoscaleProfile {
  return { name: "usual", capacity: { minimum: 1, default: 2, maximum: 10 }, rules: usualRules, ...differences };
}

export function setting(...profiles: AutoscaleProfile[]): AutoscaleSetting {
  return { enabled: true, profiles, predictiveScaleMode: "Disabled" };
}

/** One grain for each value, minute after minute up to `end`. */
export function grains(values: readonly number[], end: number, part = ""): MetricGrain[] {
  return values.map((value, index) => ({
    time: end - (values.length - index) * minute,
    part,
    average: value,
    minimum: value,
    maximum: value,
    total: value,
    count: 1,
  }));
}

/** The same value in each of the last `count` minutes. */
export function steady(value: number, end: number, count = 10): MetricGrain[] {
  return grains(Array<number>(count).fill(value), end);
}
