/**
 * Whether autoscale would undo its own scale-in.
 *
 * After one of n instances is removed, the same load is shared by n − 1, so the average CPU rises by n / (n − 1). If it then reaches
 * the scale-out threshold, autoscale would add the instance again. Azure sees this coming and skips the scale-in
 * (learn.microsoft.com/azure/azure-monitor/autoscale/autoscale-flapping), which leaves instances that are paid for and never removed.
 *
 * @param scaleInBelow Average CPU, in percent, below which an instance is removed.
 * @param scaleOutAbove Average CPU, in percent, above which one is added.
 * @returns The smallest number of instances from which a scale-in would be undone, or undefined if there is none in the range.
 */
export function flappingInstanceCount(scaleInBelow: number, scaleOutAbove: number, minimum: number, maximum: number): number | undefined {
  // The rise is greatest where there are fewest instances, so the lowest count that can be scaled in is the only one to look at.
  const fewest = Math.max(minimum + 1, 2);
  const undone = fewest <= maximum && scaleInBelow * fewest >= scaleOutAbove * (fewest - 1);
  return undone ? fewest : undefined;
}

/** The highest whole scale-in threshold that does not flap from `count` instances; undefined if there is none. */
export function highestSteadyScaleIn(scaleOutAbove: number, count: number): number | undefined {
  const highest = Math.ceil((scaleOutAbove * (count - 1)) / count) - 1;
  return highest > 0 ? highest : undefined;
}
