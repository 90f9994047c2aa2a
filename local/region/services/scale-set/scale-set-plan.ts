import { addressesOf, usableAddresses } from "../../../../azure/facts/cidr";
import { freeAddress } from "../../podman/machines/machine-address";
import type { BelievedHealth } from "./health/health-source";
import type { Instance } from "./instance";
import { isStandIn, staying } from "./instance";
import { assignInstanceIds, instanceName } from "./instance-names";
import { decideRepairs } from "./repair/repairs";
import { whyZoneForbidsRepair } from "./repair/zone-repairs";
import { chooseForScaleIn } from "./scale-in";
import { bringToModel, deleteInstance, type InstanceChange, type Note, recordOf, reimage, restart } from "./instance-changes";
import { decideDeletions, finishDeletion } from "./terminate-notification";
import { decideUpgrade } from "./upgrade/upgrades";
import { placeInstances } from "./zones";
import type { ScaleSetModel } from "./scale-set-model";
import { type InstanceRecord, isLatestModel, type ScaleSetState, toInstance } from "./scale-set-state";

/** All that a plan is made from: data, and nothing that reaches out of the planner but for new names. */
export interface PlanInput {
  /** The scale set's name, which its instances are called after. */
  readonly name: string;
  /** In region milliseconds. */
  readonly now: number;
  /** The scale set as it is declared. */
  readonly model: ScaleSetModel;
  /** What was decided before: the instances and their models, and the upgrade, repairs and deletions that are under way. */
  readonly state: ScaleSetState;
  /** What the sources of the instances' health said last, by instance name. */
  readonly health: ReadonlyMap<string, BelievedHealth>;
  /** The zones that are down, by name. */
  readonly unavailableZones: ReadonlySet<string>;
  /** The range of the subnet, as a CIDR block. */
  readonly subnetPrefix: string;
  /** The addresses that the instances of all scale sets in the subnet have. */
  readonly addressesInUse: ReadonlySet<string>;
  /** Names what is new: an instance's virtual machine, a scheduled event. */
  readonly newUuid: () => string;
}

/** What the scale set's services want next, as a changed state; who carries it out compares it with the machines. */
export interface ScaleSetPlan {
  readonly state: ScaleSetState;
  readonly notes: readonly Note[];
}

/** Lets every service of a scale set decide once: model, upgrade, repairs, capacity, deletions. */
export function planScaleSet(input: PlanInput): ScaleSetPlan {
  const planner = new Planner(input);
  planner.takeModel();
  planner.repair();
  planner.upgrade();
  planner.scale();
  planner.begin();
  return { state: planner.state, notes: planner.notes };
}

class Planner {
  readonly notes: Note[] = [];
  state: ScaleSetState;
  /** Why an instance that is wanted could not be created. */
  private growthShortfall: string | undefined;

  constructor(private readonly input: PlanInput) {
    this.state = input.state;
  }

  takeModel(): void {
    const { modelName, instance } = this.input.model;
    const { latestModel, models } = this.state;
    if (isLatestModel(this.state, instance)) {
      // Its tags may be others now, and an earlier version of the region has kept less of it.
      this.change({ models: { ...models, [latestModel]: instance } });
      return;
    }
    const inUse = new Set([modelName, latestModel, ...this.state.instances.map(({ model }) => model)]);
    const kept = Object.entries({ ...models, [modelName]: instance }).filter(([name]) => inUse.has(name));
    this.change({
      latestModel: modelName,
      models: Object.fromEntries(kept),
      modelChanges: this.state.modelChanges + 1,
      ...(latestModel !== "" && { modelBefore: latestModel }),
    });
    this.note(this.input.name, latestModel === "" ? `has model ${modelName}` : `has a new model ${modelName}, in place of ${latestModel}`);
  }

  repair(): void {
    const { model, now, unavailableZones } = this.input;
    const { repairAction } = model.repairs;
    const whyImpossible = (one: Instance) => whyZoneForbidsRepair(repairAction, model.zones, one, this.instances(), unavailableZones);
    const decision = decideRepairs(model.repairs, this.state.repairs, this.instances(), now, { whyImpossible });
    this.change({ repairs: decision.service });
    if (decision.notice !== undefined) {
      this.note(this.input.name, decision.notice);
    }
    for (const { instance, action, reason } of decision.repairs) {
      this.note(this.nameOf(instance), `repair by ${action}: ${reason}`);
      if (action === "Replace") {
        const { zone } = this.record(instance);
        this.leave(instance, "replaced");
        // The replacement does not wait until the old instance has gone
        // (learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-automatic-instance-repairs).
        const zones = zone === undefined || this.input.unavailableZones.has(zone) ? this.place(1) : [zone];
        zones.forEach((one) => this.create(one, { repairedAt: now }));
      } else {
        this.carryOut((action === "Reimage" ? reimage : restart)(this.state, instance, now, { repairedAt: now }));
      }
    }
  }

  upgrade(): void {
    const { model, now, subnetPrefix, addressesInUse } = this.input;
    const { upgrade, latestModel, modelChanges, modelBefore } = this.state;
    const decision = decideUpgrade({
      policy: model.upgradePolicy,
      model: `${latestModel}/${modelChanges}`,
      instances: this.instances(),
      ...(upgrade !== undefined && { upgrade }),
      roomForSurge: usableAddresses(addressesOf(subnetPrefix)) - addressesInUse.size,
      now,
    });
    const { action, reason } = decision;
    const changed = decision.upgrade?.code !== upgrade?.code || !["none", "wait"].includes(action.kind);
    // The first model is not rolled out: it is what the first instances are created from.
    if (changed && this.state.instances.length > 0 && modelBefore !== undefined) {
      this.note(this.input.name, reason);
    }
    this.change({ upgrade: decision.upgrade });
    switch (action.kind) {
      case "upgrade":
        action.instances.forEach((id) => this.carryOut(bringToModel(this.state, id, latestModel, now)));
        break;
      case "roll back":
        action.instances.forEach((id) => this.carryOut(bringToModel(this.state, id, modelBefore ?? latestModel, now)));
        break;
      case "create":
        action.standIns.forEach(({ surgeFor, zone }) => this.create(zone, { surgeFor }));
        break;
      case "delete":
        action.instances.forEach((id) => this.leave(id, "deleted by the upgrade"));
        break;
      default:
        break;
    }
  }

  scale(): void {
    const { model, unavailableZones } = this.input;
    const instances = this.instances();
    const counted = staying(instances).filter((instance) => !isStandIn(instance, instances));
    const missing = model.capacity - counted.length;
    if (missing > 0) {
      this.place(missing).forEach((zone) => this.create(zone, {}));
    }
    const excess = Math.max(0, -missing);
    const { deletions, shortfall } = chooseForScaleIn(model.scaleInRule, model.zones, counted, excess, unavailableZones);
    for (const { instance, reason } of deletions) {
      this.leave(instance, `scale-in to ${model.capacity}: it ${reason}`);
    }
    this.noteShortfall(excess === 0 ? undefined : shortfall);
    this.noteGrowthShortfall();
  }

  /** Begins the deletions whose time has come. */
  begin(): void {
    const decision = decideDeletions(this.state.deletions, this.input.now);
    this.change({ deletions: decision.pending });
    decision.started.forEach(({ instance, reason }) => this.note(instance, `is deleted: ${reason}`));
  }

  /** Says once why a scale-in has not reached the capacity. */
  private noteShortfall(scaleInShortfall: string | undefined): void {
    if (scaleInShortfall !== undefined && scaleInShortfall !== this.state.scaleInShortfall) {
      this.note(this.input.name, `scale-in to ${this.input.model.capacity}: ${scaleInShortfall}`);
    }
    this.change({ scaleInShortfall });
  }

  /** Says once why the set does not grow. */
  private noteGrowthShortfall(): void {
    const { growthShortfall } = this;
    if (growthShortfall !== undefined && growthShortfall !== this.state.growthShortfall) {
      this.note(this.input.name, `cannot grow: ${growthShortfall}`);
    }
    this.change({ growthShortfall });
  }

  private instances(): Instance[] {
    return this.state.instances.map((record) => toInstance(record, this.state, this.input.health.get(record.name)));
  }

  private place(count: number): (string | undefined)[] {
    const { model, unavailableZones } = this.input;
    const placement = placeInstances(model.zones, this.instances(), count, unavailableZones);
    if (placement.isBlocked) {
      this.growthShortfall = placement.reason;
      return [];
    }
    return placement.zones;
  }

  private create(zone: string | undefined, details: Partial<InstanceRecord>): void {
    const { name, now, subnetPrefix, addressesInUse } = this.input;
    const address = freeAddress(subnetPrefix, new Set([...addressesInUse, ...this.state.instances.map((record) => record.address)]));
    if (address === undefined) {
      this.growthShortfall = "the subnet has no free address (SubnetIsFull); give it a larger range";
      return;
    }
    const { ids, nextId } = assignInstanceIds(this.state.nextId, 1);
    const record: InstanceRecord = {
      id: ids[0],
      name: instanceName(name, ids[0]),
      vmId: this.input.newUuid(),
      ...(zone !== undefined && { zone }),
      address,
      model: this.state.latestModel,
      disk: 0,
      provisioningState: "Creating",
      createdAt: now,
      stateChangedAt: now,
      ...details,
    };
    this.change({ nextId, instances: [...this.state.instances, record] });
    this.note(record.name, `is created${zone === undefined ? "" : ` in zone ${zone}`} at ${address}`);
  }

  private leave(id: string, why: string): void {
    this.carryOut(deleteInstance(this.state, id, why, this.input.newUuid(), this.input.now));
  }

  private carryOut({ state, note }: InstanceChange): void {
    this.state = state;
    this.notes.push(note);
  }

  private record(id: string): InstanceRecord {
    return recordOf(this.state, id);
  }

  private nameOf(id: string): string {
    return this.record(id).name;
  }

  private change(part: Partial<ScaleSetState>): void {
    this.state = { ...this.state, ...part };
  }

  private note(subject: string, message: string): void {
    this.notes.push({ subject, message });
  }
}

/** True for an instance that may be taken away now: nothing is pending for it, or its deletion has begun. */
export function mayGo(record: InstanceRecord, state: ScaleSetState): boolean {
  const pending = state.deletions.deletions.find(({ instance }) => instance === record.name);
  return record.provisioningState === "Deleting" && (pending === undefined || pending.isStarted);
}

/** The state once an instance's machine has gone. */
export function withoutInstance(state: ScaleSetState, record: InstanceRecord): ScaleSetState {
  return {
    ...state,
    instances: state.instances.filter(({ id }) => id !== record.id),
    deletions: finishDeletion(state.deletions, record.name),
  };
}
