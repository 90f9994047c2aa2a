import { maximumRepairsAtOnce } from "../azure/facts/scale-set-limits";

/**
 * How a new model reaches the instances, and how many instances there can be while it does.
 */

/**
 * The percentages of a rolling upgrade, chosen so that a set of two or three instances is upgraded one at a time. Azure's own 20 %
 * would stop there as soon as one instance is unhealthy, because one of three is 33 %. Meaning of each:
 * learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-configure-rolling-upgrades.
 */
export const rollingUpgradePercentages = {
  /** One of three, however a fraction of an instance is rounded: 34 % would be two of three if it is rounded up. */
  maxBatchInstancePercent: 33,
  /** An upgrade goes on with one of two instances unhealthy, since it may be the one that fixes it, but not with two of three. */
  maxUnhealthyInstancePercent: 50,
  /** The first new instance of a small set that is not healthy stops the upgrade: one of three is more than 20 %. */
  maxUnhealthyUpgradedInstancePercent: 20,
} as const;

/** Most instances that an upgrade with surge adds at a time. */
function surgeInstances(instances: number): number {
  return Math.ceil((instances * rollingUpgradePercentages.maxBatchInstancePercent) / 100);
}

export interface InstanceCounts {
  /** Most instances that autoscale asks for, schedules included. */
  readonly maximum: number;
  /** Instances of a set that is created anew. */
  readonly default: number;
  /** Whether upgrades add new instances before they remove old ones. */
  readonly maxSurge: boolean;
}

/**
 * The most instances there can be at a time, which is more than the maximum while an upgrade, a repair, or the replacement of the
 * whole scale set has old and new instances side by side; a replacement by a repair with a terminate notification does not wait for the old
 * instance (learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-automatic-instance-repairs). Ports and
 * addresses must be enough for all of them: where they are not, Azure refuses new instances
 * (InboundNatPoolFrontendPortRangeSmallerThanRequestedPorts for a NAT pool).
 */
export function peakInstanceCount(counts: InstanceCounts): number {
  const upgrade = counts.maxSurge ? surgeInstances(counts.maximum) : 0;
  const replacement = counts.default;
  return counts.maximum + Math.max(upgrade, maximumRepairsAtOnce(counts.maximum), replacement);
}
