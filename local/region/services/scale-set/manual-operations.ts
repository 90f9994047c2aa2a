import type { EventLog } from "../../foundation/event-log";
import type { Protection } from "./instance";
import { newRepairService } from "./repair/repairs";
import type { ScaleSetService } from "./scale-set-service";

/** What a person asks of a scale set by a command, where on Azure there is one of `az vmss`. */

type OperatedSet = Pick<ScaleSetService, "name" | "instances" | "view" | "change">;
type Events = Pick<EventLog, "add">;

const protections: Record<Protection, string> = {
  "scale-in": "is protected from scale-in",
  "scale-set-actions": "is protected from scale set actions: scale-in, repairs and upgrades leave it as it is",
};

/**
 * Protects an instance, or takes its protection off (https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-instance-protection).
 * @param name The instance's name.
 * @param protection In place of what it was protected from before; undefined to protect it from nothing.
 * @throws Error where the instance is being deleted.
 */
export function setProtection(set: OperatedSet, name: string, protection: Protection | undefined, events: Events): void {
  if (set.instances.some((record) => record.name === name && record.provisioningState === "Deleting")) {
    throw new Error(`${name} is being deleted, and a deletion cannot be called off. "make status" shows the instances that stay.`);
  }
  set.change((state) => ({
    ...state,
    instances: state.instances.map((record) => (record.name === name ? { ...record, protection } : record)),
  }));
  events.add(name, protection === undefined ? "is not protected any more" : protections[protection]);
}

/**
 * Resumes the automatic repairs that are suspended, as Azure's operation `setOrchestrationServiceState` does; fruitless repairs count from
 * none again.
 * @returns The names of the scale sets whose repairs were suspended.
 */
export function resumeRepairs(sets: readonly OperatedSet[], events: Events): string[] {
  const suspended = sets.filter(({ view }) => view.repairs.serviceState === "Suspended");
  for (const set of suspended) {
    set.change((state) => ({ ...state, repairs: newRepairService }));
    events.add(set.name, "its automatic repairs are resumed");
  }
  return suspended.map(({ name }) => name);
}
