import { byId, type Instance, isProtected, staying } from "./instance";
import { countByZone, whyBalanceForbids, whyScalingIsBlocked, type ZoneModel } from "./zones";

export const scaleInRules = ["Default", "OldestVM", "NewestVM"] as const;

/** Azure's `scaleInPolicy.rules`; Default where none is declared. */
export type ScaleInRule = (typeof scaleInRules)[number];

/** An instance to delete, and why this one. */
export interface Deletion {
  readonly instance: string;
  readonly reason: string;
}

/** The deletions of a scale-in in their order, or why there are none or fewer than asked for. */
export interface ScaleIn {
  readonly deletions: Deletion[];
  readonly shortfall?: string;
}

/**
 * Chooses the instances that a scale-in deletes, one after the other.
 * @param count How many instances to delete.
 * @param unavailable The zones that are down.
 */
export function chooseForScaleIn(
  rule: ScaleInRule,
  model: ZoneModel,
  instances: readonly Instance[],
  count: number,
  unavailable: ReadonlySet<string>,
): ScaleIn {
  const blocked = whyScalingIsBlocked(model, unavailable);
  if (blocked !== undefined) {
    return { deletions: [], shortfall: blocked };
  }
  let left = staying(instances);
  const deletions: Deletion[] = [];
  while (deletions.length < count) {
    const [candidates, why] = candidatesOf(model, left);
    if (candidates.length === 0) {
      break;
    }
    const chosen = [...candidates].sort(orders[rule])[0];
    left = left.filter((instance) => instance !== chosen);
    deletions.push({ instance: chosen.id, reason: `${words[rule]} ${why}` });
  }
  const forbidden = whyBalanceForbids(model, countByZone(model, left));
  if (forbidden !== undefined) {
    return { deletions: [], shortfall: forbidden };
  }
  return deletions.length === count
    ? { deletions }
    : {
        deletions,
        shortfall: `the set keeps ${count - deletions.length} more than its capacity, as all instances that are left are protected`,
      };
}

function byAge(a: Instance, b: Instance): number {
  return a.createdAt - b.createdAt || byId(a, b);
}

const orders: Record<ScaleInRule, (a: Instance, b: Instance) => number> = {
  Default: (a, b) => byId(b, a),
  OldestVM: byAge,
  NewestVM: (a, b) => byAge(b, a),
};

const words: Record<ScaleInRule, string> = { Default: "has the highest id", OldestVM: "is the oldest", NewestVM: "is the newest" };

/** The instances among which the rule chooses next, and their common ground as words. */
function candidatesOf(model: ZoneModel, instances: readonly Instance[]): [candidates: Instance[], why: string] {
  const free = instances.filter((instance) => !instance.protectFromScaleIn && !isProtected(instance));
  if (model.zones.length === 0) {
    return [free, "in the set"];
  }
  const zoneless = free.filter(({ zone }) => zone === undefined || !model.zones.includes(zone));
  if (zoneless.length > 0) {
    return [zoneless, "of the instances without a zone, which go first"];
  }
  const counts = countByZone(model, instances);
  const countAround = ({ zone }: Instance) => counts.get(zone ?? "") ?? 0;
  const fullest = Math.max(...free.map(countAround));
  const isEven = new Set(counts.values()).size === 1;
  const candidates = free.filter((instance) => countAround(instance) === fullest);
  return [candidates, isEven ? "in the set, whose zones are even" : `of the zones that have ${fullest}, the most`];
}
