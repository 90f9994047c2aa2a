import { expectedValue } from "../../../../../azure/facts/flapping";
import { instanceCount } from "../../../foundation/words";
import { type RuleEvaluation, readable, triggers } from "./rules";
import type { MetricTrigger } from "./setting";

/** A scale-in that scaling out would have undone, in the terms of Azure's activity log. */
export interface Flapping {
  /** `Flapping` where nothing is removed, `FlappingOccurred` where fewer instances are removed than the rules said. */
  readonly eventName: "Flapping" | "FlappingOccurred";
  readonly currentInstanceCount: number;
  readonly intendedInstanceCount: number;
  readonly actualInstanceCount: number;
  readonly reason: string;
}

/**
 * Looks for a scale-in that no scale-out rule would undo: to the intended capacity, or else to the next higher one below the present.
 * @returns undefined if the intended capacity is one.
 */
export function checkFlapping(scaleOutRules: readonly RuleEvaluation[], capacity: number, intended: number): Flapping | undefined {
  const because = whyUndone(scaleOutRules, capacity, intended);
  if (because === undefined) {
    return undefined;
  }
  let actual = intended + 1;
  while (actual < capacity && whyUndone(scaleOutRules, capacity, actual) !== undefined) {
    actual++;
  }
  const counts = { currentInstanceCount: capacity, intendedInstanceCount: intended, actualInstanceCount: actual };
  return actual < capacity
    ? { eventName: "FlappingOccurred", ...counts, reason: `scales in to ${actual} and not to ${intended}, as ${because}` }
    : { eventName: "Flapping", ...counts, reason: `does not scale in to ${intended}, as ${because}` };
}

/** Which rule would scale out again after a scale-in; undefined where none would. */
function whyUndone(scaleOutRules: readonly RuleEvaluation[], from: number, to: number): string | undefined {
  for (const { rule, observedValue } of scaleOutRules) {
    const expected = observedValue === undefined ? undefined : valueAfter(rule.metricTrigger, observedValue, from, to);
    if (expected !== undefined && triggers(rule.metricTrigger, expected)) {
      const { metricName, threshold } = rule.metricTrigger;
      return `${metricName} would be ${readable(expected)} on ${instanceCount(to)}, and at ${threshold} a rule scales out`;
    }
  }
  return undefined;
}

/** What a metric is expected to be after a scale-in. */
function valueAfter(trigger: MetricTrigger, value: number, from: number, to: number): number {
  return isOfEachInstance(trigger) ? expectedValue(value, { from, to }) : value;
}

/** Whether a metric is of an instance, and so changes with their number; a sum over all of them does not. */
function isOfEachInstance({ statistic, dividePerInstance }: MetricTrigger): boolean {
  return dividePerInstance || (statistic !== "Sum" && statistic !== "Count");
}
