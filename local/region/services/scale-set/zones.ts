import { type Instance, staying } from "./instance";
import { listOf } from "../../foundation/words";

/** Where a scale set spreads its instances. */
export interface ZoneModel {
  /** The scale set's availability zones; empty for a regional set. */
  readonly zones: readonly string[];
  /** Azure's `zoneBalance`: true for strict balance, false (the default) for best effort. */
  readonly zoneBalance: boolean;
}

/** The zones of new instances, or why there can be none. */
export type Placement =
  | { readonly isBlocked: false; /** One for each new instance. */ readonly zones: (string | undefined)[]; readonly reason: string }
  | { readonly isBlocked: true; readonly reason: string };

/** How many instances each zone has, in the order of the set's zones. Instances on their way out do not count. */
export function countByZone({ zones }: ZoneModel, instances: readonly Instance[]): Map<string, number> {
  const present = staying(instances);
  return new Map(zones.map((zone) => [zone, present.filter((instance) => instance.zone === zone).length]));
}

/** True where no zone has two instances more than another. */
export function isBalanced(counts: ReadonlyMap<string, number>): boolean {
  return counts.size === 0 || Math.max(...counts.values()) - Math.min(...counts.values()) <= 1;
}

/** Why the set can be scaled neither out nor in; undefined where it can. */
export function whyScalingIsBlocked({ zones, zoneBalance }: ZoneModel, unavailable: ReadonlySet<string>): string | undefined {
  const down = zones.filter((zone) => unavailable.has(zone));
  if (zoneBalance || down.length < 2) {
    return undefined;
  }
  return `zones ${listOf(down)} are down, and with two or more zones down Azure does not scale a set with best-effort balance`;
}

/** Why strict balance forbids an operation that ends with these counts; undefined where it does not. */
export function whyBalanceForbids({ zoneBalance }: ZoneModel, counts: ReadonlyMap<string, number>): string | undefined {
  if (!zoneBalance || isBalanced(counts)) {
    return undefined;
  }
  const spread = listOf([...counts].map(([zone, count]) => `${count} in zone ${zone}`));
  return `zoneBalance is true, and the set would end unbalanced: ${spread}`;
}

/**
 * Chooses the zones of new instances: of a scale-out, a repair by replacement, or the first creation.
 * @param unavailable The zones that are down.
 */
export function placeInstances(
  model: ZoneModel,
  instances: readonly Instance[],
  count: number,
  unavailable: ReadonlySet<string>,
): Placement {
  if (model.zones.length === 0) {
    return { isBlocked: false, zones: Array<undefined>(count).fill(undefined), reason: "the set has no zones" };
  }
  const blocked = whyScalingIsBlocked(model, unavailable);
  if (blocked !== undefined) {
    return { isBlocked: true, reason: blocked };
  }
  const counts = countByZone(model, instances);
  const available = model.zones.filter((zone) => !unavailable.has(zone));
  if (available.length === 0) {
    return { isBlocked: true, reason: `all zones of the set are down: ${listOf(model.zones)}` };
  }
  const chosen: string[] = [];
  while (chosen.length < count) {
    const zone = available.reduce((best, next) => ((counts.get(next) ?? 0) < (counts.get(best) ?? 0) ? next : best));
    counts.set(zone, (counts.get(zone) ?? 0) + 1);
    chosen.push(zone);
  }
  const forbidden = whyBalanceForbids(model, counts);
  return forbidden === undefined
    ? { isBlocked: false, zones: chosen, reason: explain(model, available) }
    : { isBlocked: true, reason: forbidden };
}

function explain({ zones }: ZoneModel, available: readonly string[]): string {
  const down = zones.filter((zone) => !available.includes(zone));
  const rule = "the zone with the fewest instances comes first";
  return down.length === 0 ? rule : `${rule}, and zone ${listOf(down)} is down`;
}
