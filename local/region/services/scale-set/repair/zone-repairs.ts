import type { Instance } from "../instance";
import { placeInstances, type ZoneModel } from "../zones";
import type { RepairAction } from "./repairs";

/**
 * Why the zones forbid the repair of an instance: no repair brings a zone back that is down, so its instances are replaced elsewhere, where
 * the set may grow there, or left as they are. Undefined where nothing forbids it.
 * @param instances The instances of the set.
 * @param unavailable The zones that are down.
 */
export function whyZoneForbidsRepair(
  action: RepairAction,
  model: ZoneModel,
  { id, zone }: Instance,
  instances: readonly Instance[],
  unavailable: ReadonlySet<string>,
): string | undefined {
  const isDown = zone !== undefined && unavailable.has(zone);
  if (action !== "Replace") {
    return isDown ? `zone ${zone} is down` : undefined;
  }
  if (zone !== undefined && !isDown) {
    return undefined;
  }
  const others = instances.filter((instance) => instance.id !== id);
  const placement = placeInstances(model, others, 1, unavailable);
  return placement.isBlocked ? placement.reason : undefined;
}
