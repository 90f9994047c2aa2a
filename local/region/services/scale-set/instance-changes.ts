import type { InstanceRecord, ScaleSetState } from "./scale-set-state";
import { requestDeletion } from "./terminate-notification";
import { type InPlaceUpgrade, upgradeInPlace } from "./upgrade/upgrade-in-place";

/** Something that was decided, for the event log. */
export interface Note {
  readonly subject: string;
  readonly message: string;
}

/** The state of a scale set after something was begun on one of its instances, and what is told of it. */
export interface InstanceChange {
  readonly state: ScaleSetState;
  readonly note: Note;
}

/** Begins a restart, which keeps the disk. @param details What else is to be remembered of the instance. */
export function restart(state: ScaleSetState, id: string, now: number, details: Partial<InstanceRecord> = {}): InstanceChange {
  return begin(state, id, now, () => "is restarted", details);
}

/**
 * Begins to give an instance a new disk from its model, so that user data runs again. Name, id and address stay.
 * @param details What else is to be remembered of the instance, such as another model.
 */
export function reimage(state: ScaleSetState, id: string, now: number, details: Partial<InstanceRecord> = {}): InstanceChange {
  const { disk } = recordOf(state, id);
  return begin(state, id, now, ({ model }) => `gets a new disk from model ${model}`, { disk: disk + 1, ...details });
}

/** Brings an instance that stays to a model: with a new disk where the model has another image, and else without a restart. */
export function bringToModel(state: ScaleSetState, id: string, model: string, now: number): InstanceChange {
  const { name, model: former } = recordOf(state, id);
  const upgrade = upgradeInPlace(state.models[former], state.models[model]);
  if (upgrade.hasNewDisk) {
    return reimage(state, id, now, { model });
  }
  return {
    state: edit(state, id, (record) => ({ ...record, model, stateChangedAt: now })),
    note: { subject: name, message: `has model ${model}, on the disk that it has${describePending(upgrade)}` },
  };
}

/** Begins the deletion of an instance, with the terminate notification that its model asks for. @param eventId A new globally unique identifier. */
export function deleteInstance(state: ScaleSetState, id: string, why: string, eventId: string, now: number): InstanceChange {
  const { name, model } = recordOf(state, id);
  const { eventsAskedAt, models, deletions } = state;
  const request = { instance: name, eventId, ...(eventsAskedAt !== undefined && { lastAskedAt: eventsAskedAt }) };
  const { pending, reason } = requestDeletion(deletions, models[model].terminateNotification, request, now);
  return {
    state: edit({ ...state, deletions: pending }, id, (record) => ({ ...record, provisioningState: "Deleting" })),
    note: { subject: name, message: `${why}; ${reason}` },
  };
}

/** @throws Error where there is no such instance. */
export function recordOf({ instances }: ScaleSetState, id: string): InstanceRecord {
  const found = instances.find((record) => record.id === id);
  if (!found) {
    throw new Error(`there is no instance ${id}`);
  }
  return found;
}

function begin(
  state: ScaleSetState,
  id: string,
  now: number,
  message: (record: InstanceRecord) => string,
  details: Partial<InstanceRecord>,
): InstanceChange {
  const begun = edit(state, id, (record) => ({
    ...record,
    provisioningState: "Updating",
    stateChangedAt: now,
    errors: undefined,
    ...details,
  }));
  const record = recordOf(begun, id);
  return { state: begun, note: { subject: record.name, message: message(record) } };
}

function edit(state: ScaleSetState, id: string, change: (record: InstanceRecord) => InstanceRecord): ScaleSetState {
  return { ...state, instances: state.instances.map((record) => (record.id === id ? change(record) : record)) };
}

function describePending({ pending }: InPlaceUpgrade): string {
  return pending.length === 0
    ? ""
    : `: the changed ${pending.join(" and ")} is used on a new disk alone, by a reimage or on a new instance`;
}
