import { byId, type Instance, isUnhealthyState, staying } from "../instance";
import type { RollingUpgradePolicy } from "./upgrade-policy";
import { listOf } from "../../../foundation/words";

/** The instances that a rolling upgrade takes next. */
export interface Batch {
  readonly instances: Instance[];
  readonly reason: string;
}

/**
 * Chooses the next batch from the instances that are to be upgraded, of which there is at least one.
 * @param all The instances of the set.
 */
export function chooseBatch(policy: RollingUpgradePolicy, outdated: readonly Instance[], all: readonly Instance[]): Batch {
  const unhealthyFirst = policy.prioritizeUnhealthyInstances && outdated.some(isUnhealthy);
  const eligible = (unhealthyFirst ? outdated.filter(isUnhealthy) : [...outdated]).sort(byZoneAndId);
  const zone = eligible[0].zone;
  const within = policy.enableCrossZoneUpgrade ? eligible : eligible.filter((instance) => instance.zone === zone);
  const total = staying(all).length;
  const largest = Math.max(1, Math.floor((policy.maxBatchInstancePercent * total) / 100));
  const instances = within.slice(0, largest);
  // An upgrade in place takes its instances down, so those that are down already leave less room. One instance always has room.
  while (!policy.maxSurge && instances.length > 1 && downDuring(instances, all) > (policy.maxUnhealthyInstancePercent * total) / 100) {
    instances.pop();
  }
  return { instances, reason: explain(policy, instances, largest, unhealthyFirst) };
}

function isUnhealthy({ health, provisioningState }: Instance): boolean {
  return isUnhealthyState(health) || provisioningState === "Failed";
}

function byZoneAndId(a: Instance, b: Instance): number {
  return (a.zone ?? "").localeCompare(b.zone ?? "", "en", { numeric: true }) || byId(a, b);
}

function downDuring(batch: readonly Instance[], all: readonly Instance[]): number {
  return staying(all).filter((instance) => isUnhealthy(instance) || batch.includes(instance)).length;
}

function explain(policy: RollingUpgradePolicy, instances: readonly Instance[], largest: number, unhealthyFirst: boolean): string {
  const zones = [...new Set(instances.flatMap(({ zone }) => zone ?? []))];
  return [
    `a batch has at most ${largest} by maxBatchInstancePercent ${policy.maxBatchInstancePercent}`,
    ...(zones.length === 0 ? [] : [`zone ${listOf(zones)}`]),
    ...(unhealthyFirst ? ["unhealthy instances come first"] : []),
  ].join(", ");
}
