import type { Behaviour } from "../../../../azure/fidelity/behaviour";
import { byId, type Instance, staying } from "./instance";
import { instanceProtectionPage, scaleInPage, zoneBalancingPage } from "../../../../azure/fidelity/sources";
import { countByZone, whyBalanceForbids, whyScalingIsBlocked, type ZoneModel } from "./zones";

/** Azure's `scaleInPolicy.rules`; Default where none is declared. */
export type ScaleInRule = "Default" | "OldestVM" | "NewestVM";

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

const test = "services/scale-set/scale-in.test.ts";

export const scaleInBehaviours: Behaviour[] = [
  {
    id: "scale-in-oldest",
    title: "OldestVM deletes as in Microsoft's table: six of six",
    grade: "documented",
    source: scaleInPage,
    test,
    note: "The table places VM6 in zone 1 in one of its remarks, where its own columns have it in zone 2.",
  },
  {
    id: "scale-in-newest",
    title: "NewestVM deletes as in Microsoft's table: six of six",
    grade: "documented",
    source: scaleInPage,
    test,
  },
  {
    id: "scale-in-default",
    title: "Default deletes the highest instance id of the fullest zones",
    grade: "documented",
    source: scaleInPage,
    test,
    note: "The API's text has the newest instance instead. Fault domains, which come between zones and ids, are not modelled: the region has one for each zone.",
  },
  {
    id: "scale-in-zoneless-first",
    title: "In a set with zones, instances that have none go first",
    grade: "documented",
    source: zoneBalancingPage,
    test,
  },
  {
    id: "scale-in-protected",
    title: "Protected instances are skipped, and the next fullest zone takes the turn of a zone that has no others",
    grade: "documented",
    source: instanceProtectionPage,
    test,
    note: "That protected instances are skipped is documented, what happens when a zone has no others is assumed.",
  },
  {
    id: "scale-in-regional",
    title: "Without zones the oldest or newest instance of the whole set goes",
    grade: "documented",
    source: scaleInPage,
    test,
  },
  {
    id: "scale-in-same-age",
    title: "Of two instances of the same age the lower id counts as the older",
    grade: "assumed",
    source: scaleInPage,
    test,
  },
];

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
  const free = instances.filter((instance) => !instance.protectFromScaleIn && !instance.protectFromScaleSetActions);
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
