import { ArmError } from "../../../../azure/arm/error";
import type { EventLog } from "../../foundation/event-log";
import type { Store } from "../../store/store";
import { withCapacity } from "./capacity";
import type { DeployedScaleSet } from "./deployed-scale-set";
import { isStandIn, type Protection } from "./instance";
import { bringToModel, deleteInstance, type InstanceChange, reimage, restart } from "./instance-changes";
import { newRepairService } from "./repair/repairs";
import type { ScaleSetService } from "./scale-set-service";
import { type InstanceRecord, type ScaleSetState, toInstance } from "./scale-set-state";

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

/** An operation of `az vmss` on the instances of a scale set, with what it begins on one of them. */
type Operation = (state: ScaleSetState, record: InstanceRecord, now: number) => InstanceChange;

/** Operations that the instance survives, by the names that `az vmss` gives them. */
const operations = {
  /** A new disk from the instance's model, on which user data runs; name, id and address stay. */
  reimage: (state, { id }, now) => reimage(state, id, now),
  /** A boot of the disk that the instance has. */
  restart: (state, { id }, now) => restart(state, id, now),
  /** The latest model, as an upgrade in place brings it, whatever the upgrade mode. */
  "update-instances": (state, { id }, now) => bringToModel(state, id, state.latestModel, now),
} satisfies Record<string, Operation>;

export type InstanceOperation = keyof typeof operations;

/**
 * Begins an operation on an instance, whatever its health and the upgrade that is under way.
 * @param name The instance's name.
 * @param now In region milliseconds.
 * @throws ArmError OperationNotAllowed where the instance is protected from scale set actions, and Error where something else is under way
 * on it.
 */
export function operate(set: OperatedSet, name: string, operation: InstanceOperation, now: number, events: Events): void {
  const record = operable(set, name);
  carryOut(set, operations[operation](set.view, record, now), `by hand (az vmss ${operation})`, events);
}

/**
 * Begins the deletion of an instance, as `az vmss delete-instances` does: with the terminate notification of its model, and with a capacity of
 * one less, so that nothing takes its place.
 * @param eventId A new globally unique identifier.
 * @throws As {@link operate} does.
 */
export function deleteByHand(
  { service, resource, model }: Pick<DeployedScaleSet, "resource" | "model"> & { readonly service: OperatedSet },
  name: string,
  {
    store,
    events,
    now,
    eventId,
  }: { readonly store: Pick<Store, "put">; readonly events: Events; readonly now: number; readonly eventId: string },
): void {
  const record = operable(service, name);
  const instances = service.view.instances.map((one) => toInstance(one, service.view, undefined));
  const isCounted = !instances.some((one) => one.id === record.id && isStandIn(one, instances));
  carryOut(service, deleteInstance(service.view, record.id, "is deleted", eventId, now), "by hand (az vmss delete-instances)", events);
  if (isCounted) {
    store.put(withCapacity(resource, model.capacity - 1));
  }
}

function operable({ instances }: OperatedSet, name: string): InstanceRecord {
  const record = instances.find((one) => one.name === name);
  if (record === undefined) {
    throw new Error(`there is no instance ${name}. "make status" shows those that there are.`);
  }
  if (record.protection === "scale-set-actions") {
    throw new ArmError(
      "OperationNotAllowed",
      `instanceIds: ${name} is protected from scale set actions, and an operation on the scale set may name no such instance; fix: make unprotect INSTANCE=${record.id} ` +
        `(https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-instance-protection).`,
    );
  }
  if (record.provisioningState !== "Succeeded" && record.provisioningState !== "Failed") {
    throw new Error(`${name} is ${record.provisioningState}; fix: try again once "make status" shows it as Succeeded or Failed.`);
  }
  return record;
}

function carryOut(set: OperatedSet, { state, note }: InstanceChange, why: string, events: Events): void {
  set.change(() => state);
  events.add(note.subject, `${note.message}, ${why}`);
}
