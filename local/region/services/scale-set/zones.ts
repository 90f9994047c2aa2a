import type { Behaviour } from "../../../../azure/fidelity/behaviour";
import { type Instance, staying } from "./instance";
import { zoneBalancingPage } from "../../../../azure/fidelity/sources";
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

const test = "services/scale-set/zones.test.ts";

export const zoneBehaviours: Behaviour[] = [
  {
    id: "zones-balanced",
    title: "A set is balanced when no zone has two instances more than another, failed ones counted",
    grade: "documented",
    source: zoneBalancingPage,
    test,
  },
  {
    id: "zones-emptiest-first",
    title: "A new instance goes to the zone that has the fewest",
    grade: "documented",
    source: zoneBalancingPage,
    test,
    note: "Which of several equal zones comes first is assumed: the first one in the order of the set's zones.",
  },
  {
    id: "zones-one-down",
    title: "With one zone down best effort goes on in the others",
    grade: "documented",
    source: zoneBalancingPage,
    test,
    note: "The page's example has 2 and 4 instances after such an outage, where spreading evenly over the zones left gives 3 and 3. It does not say why.",
  },
  {
    id: "zones-two-down",
    title: "With two zones down best effort scales neither out nor in",
    grade: "documented",
    source: zoneBalancingPage,
    test,
  },
  {
    id: "zones-strict",
    title: "Strict balance refuses a whole operation that would end unbalanced, zones down or not",
    grade: "documented",
    source: zoneBalancingPage,
    test,
  },
  {
    id: "zones-recovery",
    title: "After an outage a set is balanced again by scaling out and in, as in Microsoft's two examples",
    grade: "documented",
    source: zoneBalancingPage,
    test,
  },
];

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
