import type { MetricGrain } from "../../../store/metrics/metric-grain";
import { lengthOf } from "../../../foundation/words";
import { metricValue } from "./metric-value";
import type { MetricTrigger, ScaleRule } from "./setting";

/** What a rule says at a moment, in the terms of Azure's AutoscaleEvaluations log. */
export interface RuleEvaluation {
  readonly rule: ScaleRule;
  /** `Unknown` where the metric is missing. */
  readonly estimateScaleResult: "Triggered" | "NotTriggered" | "Unknown";
  /** Absent where the metric is missing. */
  readonly observedValue?: number;
  readonly threshold: number;
  /** A clause, such as `Percentage CPU was 81.2 over the last 5 min, more than 75`. */
  readonly reason: string;
}

const comparisons: Record<MetricTrigger["operator"], { holds: (value: number, threshold: number) => boolean; words: string }> = {
  Equals: { holds: (value, threshold) => value === threshold, words: "equal to" },
  NotEquals: { holds: (value, threshold) => value !== threshold, words: "other than" },
  GreaterThan: { holds: (value, threshold) => value > threshold, words: "more than" },
  GreaterThanOrEqual: { holds: (value, threshold) => value >= threshold, words: "at least" },
  LessThan: { holds: (value, threshold) => value < threshold, words: "less than" },
  LessThanOrEqual: { holds: (value, threshold) => value <= threshold, words: "at most" },
};

/**
 * Compares a rule's metric with its threshold.
 * @param grains The metric; undefined where there is no such metric.
 * @param instances What `dividePerInstance` divides by.
 */
export function evaluateRule(rule: ScaleRule, grains: readonly MetricGrain[] | undefined, now: number, instances: number): RuleEvaluation {
  const { metricTrigger } = rule;
  const { threshold, metricName } = metricTrigger;
  const window = lengthOf(metricTrigger.timeWindowSeconds * 1000);
  const observedValue = grains && metricValue(metricTrigger, grains, now, instances);
  if (observedValue === undefined) {
    return { rule, estimateScaleResult: "Unknown", threshold, reason: `${metricName} has no values in the last ${window}` };
  }
  const isTriggered = triggers(metricTrigger, observedValue);
  const compared = `${isTriggered ? "" : "not "}${comparisons[metricTrigger.operator].words} ${threshold}`;
  return {
    rule,
    estimateScaleResult: isTriggered ? "Triggered" : "NotTriggered",
    observedValue,
    threshold,
    reason: `${metricName} was ${readable(observedValue)} over the last ${window}, ${compared}`,
  };
}

/** Whether a value triggers a rule. */
export function triggers({ operator, threshold }: MetricTrigger, value: number): boolean {
  return comparisons[operator].holds(value, threshold);
}

/** A metric's value for people, with at most two digits after the point. */
export function readable(value: number): string {
  return String(Math.round(value * 100) / 100);
}
