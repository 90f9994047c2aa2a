/**
 * Whether autoscale would undo its own scale-in. The same load then falls on fewer instances, and a metric of each instance, such as its CPU,
 * rises. Where it would reach the threshold of a rule that scales out, Azure skips the scale-in or makes it smaller
 * (https://learn.microsoft.com/azure/azure-monitor/autoscale/autoscale-flapping), which leaves instances that are paid for and never removed.
 */

/** A change of the number of instances. */
export interface Scaling {
  readonly from: number;
  readonly to: number;
}

/**
 * What a metric of each instance is expected to be when the same load falls on another number of them. Rounded beyond the ninth digit, so
 * that a value that is on the threshold is not taken for one beside it.
 */
export function expectedValue(value: number, { from, to }: Scaling): number {
  return Math.round(((value * from) / to) * 1e9) / 1e9;
}

/** The value that a metric must stay below for a scale-in not to bring it to a threshold. */
export function valueBefore(threshold: number, { from, to }: Scaling): number {
  return expectedValue(threshold, { from: to, to: from });
}

/**
 * The scale-in after which each of the remaining instances has most to bear: the one that ends at the minimum.
 *
 * @param step How many instances the rule removes at a time.
 * @returns undefined where nothing can be scaled in.
 */
export function hardestScaleIn(minimum: number, maximum: number, step: number): Scaling | undefined {
  const to = Math.max(minimum, 1);
  const from = Math.min(maximum, to + step);
  return from > to ? { from, to } : undefined;
}
