import type { RegionContext } from "../../context";
import { isNoRoom } from "../../foundation/write-failure";
import type { ProbePorts } from "../../podman/machines/guest-units";
import type { Machine } from "../../podman/machines/machine";
import { reimage } from "./instance-changes";
import { isBeforeRestart, isCurrent, isOfSet, isToBeMade, isToBeStarted, machineSpecification } from "./instance-machine";
import type { ScaleSetModel } from "./scale-set-model";
import { mayGo, type PlanInput, planScaleSet, withoutInstance } from "./scale-set-plan";
import type { ScaleSetFile } from "./scale-set-file";
import { type InstanceRecord, isLatestModel, type ScaleSetState } from "./scale-set-state";

/** All that a scale set is reconciled from, besides what it remembers itself. */
export interface ReconcileInput extends Omit<PlanInput, "name" | "now" | "state" | "newUuid"> {
  /** The machines of the region, as Podman had them. */
  readonly machines: readonly Machine[];
  /** When Podman was asked for them, in real milliseconds. */
  readonly observedAt: number;
  /** The network of the subnet in Podman. */
  readonly network: string;
  /** The ports that the probes of all load balancers ask. */
  readonly probePorts: ProbePorts;
}

/** Those outside of a scale set who ask its instances, or send to them. */
export interface Outside {
  /** Takes an instance out of all that asks it or sends to it, before its machine goes. */
  deregister(record: InstanceRecord): Promise<void>;
  /** Has all that asks an instance, or is asked by it, begin anew: its machine has gone with all its files, sockets among them. */
  forget(record: InstanceRecord): Promise<void>;
}

/** An operation on a machine. */
interface Operation {
  readonly running: Promise<void>;
  /** Real time in milliseconds, and after a failure when it may be tried again; undefined while it goes on. */
  endedAt?: number;
}

/** Podman makes machines one after the other where it can; more at once only wait for each other, and all are late. */
const maximumMachinesMadeAtOnce = 4;

/** How long after an operation has failed it is tried again, in real milliseconds. */
const backoffInMilliseconds = 2000;

/** How many times a machine that cannot be created is tried before the instance counts as failed. A full disk is no fault of the instance's. */
const maximumAttempts = 3;

/**
 * Keeps a scale set's machines as its services decide, by comparing the two again and again: a decision that was not carried out, a
 * machine that somebody killed and a daemon that began anew all end in the same place.
 */
export class ScaleSetService {
  private state: ScaleSetState;
  /** The state as text: most plans change nothing of it. */
  private kept: string;
  /** Operations under way, by the machine's name, which is its instance's, and those whose effect Podman has not been asked for yet. */
  private readonly busy = new Map<string, Operation>();
  /** The machines that are being made, by name. */
  private readonly making = new Set<string>();
  /** How often a machine was tried in vain, by the disk that it was to have: an instance that gets another one begins anew. */
  private readonly attempts = new Map<string, number>();

  constructor(
    private readonly region: RegionContext,
    readonly name: string,
    private readonly file: ScaleSetFile,
    private readonly outside: Outside,
  ) {
    this.state = file.read();
    this.kept = JSON.stringify(this.state);
  }

  /** True while an operation is under way or an instance waits for its machine. */
  get isBusy(): boolean {
    return this.busy.size > 0 || this.inTransition.length > 0;
  }

  /** The instances that are being created, updated or deleted. */
  get inTransition(): InstanceRecord[] {
    return this.state.instances.filter(({ provisioningState }) => provisioningState !== "Succeeded" && provisioningState !== "Failed");
  }

  get instances(): readonly InstanceRecord[] {
    return this.state.instances;
  }

  get view(): ScaleSetState {
    return this.state;
  }

  /** True while the instances of a new set are on their way, and not where something keeps the rest from coming. */
  isBeingCreated(model: ScaleSetModel): boolean {
    const isComplete = this.state.instances.length >= model.capacity;
    return this.isOnItsWay(model) || (!isComplete && this.state.growthShortfall === undefined);
  }

  /** True while the set is on its way to what was declared, its rolling upgrade included. */
  isBeingChanged(model: ScaleSetModel): boolean {
    return this.isOnItsWay(model) || this.state.upgrade?.code === "RollingForward";
  }

  private isOnItsWay(model: ScaleSetModel): boolean {
    return this.inTransition.length > 0 || !isLatestModel(this.state, model.instance);
  }

  /** Decides once, and begins what follows from it. */
  reconcile(input: ReconcileInput): void {
    this.forgetEnded(input.observedAt);
    this.observe(input.machines);
    const { model, health, unavailableZones, subnetPrefix, addressesInUse } = input;
    const now = this.region.clock.now();
    const plan = planScaleSet({
      name: this.name,
      now,
      model,
      state: this.state,
      health,
      unavailableZones,
      subnetPrefix,
      addressesInUse,
      newUuid: this.region.computer.newUuid,
    });
    this.keep(plan.state);
    plan.notes.forEach(({ subject, message }) => this.region.events.add(subject, message));
    this.act(input);
  }

  /** Deletes every instance and forgets the set. */
  async destroy(): Promise<void> {
    await Promise.allSettled([...this.busy.values()].map(({ running }) => running));
    await Promise.all(this.state.instances.map(({ name }) => this.region.machines.remove(name)));
    this.file.remove();
  }

  /** Changes what the region remembers of the set, as when an instance approves its deletion. */
  change(edit: (state: ScaleSetState) => ScaleSetState): void {
    this.keep(edit(this.state));
  }

  /** Takes in how far the machines of instances that are being created or updated have come, and which machines somebody has removed. */
  private observe(machines: readonly Machine[]): void {
    const { clock, events } = this.region;
    for (const record of this.state.instances) {
      if (this.busy.has(record.name)) {
        continue;
      }
      const machine = machines.find(({ name }) => name === record.name);
      if (machine === undefined && record.provisioningState === "Succeeded") {
        this.replaceLostMachine(record);
      }
      if (record.provisioningState !== "Creating" && record.provisioningState !== "Updating") {
        continue;
      }
      if (machine === undefined || !isCurrent(machine, record)) {
        continue;
      }
      const { state } = machine;
      if (isBeforeRestart(machine, record, clock)) {
        continue;
      }
      if (state.kind === "running") {
        this.edit(record, { provisioningState: "Succeeded", stateChangedAt: clock.now() });
        events.add(record.name, "is provisioned");
      } else if (state.kind === "failed" || state.kind === "stopped") {
        const errors = state.kind === "failed" ? state.errors : [`the machine ended with status ${state.exitCode}`];
        this.edit(record, {
          provisioningState: "Failed",
          stateChangedAt: clock.now(),
          errors: [...errors, ...this.region.machines.console(record.name, 20)],
        });
        events.add(record.name, `its provisioning failed: ${errors.join("; ")}`);
      }
    }
  }

  /** Azure loses no machine with its disk, so its services have no word for this: the instance boots from a new disk, repairs or not. */
  private replaceLostMachine(record: InstanceRecord): void {
    const { state, note } = reimage(this.state, record.id, this.region.clock.now());
    this.keep(state);
    this.region.events.add(record.name, `somebody has removed its machine from Podman; it ${note.message}`);
  }

  /** Begins the operations that the records ask for and the machines do not show yet. */
  private act(input: ReconcileInput): void {
    const { machines } = input;
    for (const record of this.state.instances) {
      if (this.busy.has(record.name)) {
        continue;
      }
      const machine = machines.find(({ name }) => name === record.name);
      if (mayGo(record, this.state)) {
        this.begin(record.name, "removing", () => this.remove(record));
      } else if (isZoneDown(record, input)) {
        // No machine comes up in a zone that is down; what was begun goes on when it is back.
        continue;
      } else if (isToBeMade(record, machine)) {
        if (this.making.size < maximumMachinesMadeAtOnce) {
          this.making.add(record.name);
          this.begin(record.name, "making the machine of", () =>
            this.make(record, machine !== undefined, input).finally(() => this.making.delete(record.name)),
          );
        }
      } else if (machine && isToBeStarted(machine)) {
        this.begin(record.name, "starting", () => this.region.machines.start(record.name));
      } else if (machine && record.provisioningState === "Updating" && isBeforeRestart(machine, record, this.region.clock)) {
        this.begin(record.name, "restarting", () => this.restart(record));
      }
    }
    this.removeOrphans(machines);
  }

  private removeOrphans(machines: readonly Machine[]): void {
    const known = new Set(this.state.instances.map(({ name }) => name));
    for (const { name } of machines.filter((machine) => isOfSet(machine, this.name) && !known.has(machine.name))) {
      if (!this.busy.has(name)) {
        this.region.events.add(name, "is a machine that no instance has any more; it is removed");
        this.begin(name, "removing", () => this.region.machines.remove(name));
      }
    }
  }

  /** @param doing What is done with the machine, for people. */
  private begin(name: string, doing: string, operation: () => Promise<void>): void {
    const { tasks, computer } = this.region;
    const begun: Operation = {
      running: tasks.once(`${doing} ${name}`, operation).then((isDone) => {
        begun.endedAt = computer.now() + (isDone ? 0 : backoffInMilliseconds);
      }),
    };
    this.busy.set(name, begun);
  }

  /** An operation counts as under way until Podman was asked after its end: before that, nobody knows what has become of the machine. */
  private forgetEnded(observedAt: number): void {
    for (const [name, { endedAt }] of this.busy) {
      if (endedAt !== undefined && endedAt < observedAt) {
        this.busy.delete(name);
      }
    }
  }

  private async remove(record: InstanceRecord): Promise<void> {
    await this.outside.deregister(record);
    await this.region.machines.remove(record.name);
    this.keep(withoutInstance(this.state, record));
    this.region.events.add(record.name, "is gone");
  }

  /** Makes the machine of an instance, in place of the one that it had. */
  private async make(record: InstanceRecord, hasMachine: boolean, { network, probePorts }: ReconcileInput): Promise<void> {
    const { machines, events, clock } = this.region;
    try {
      if (hasMachine) {
        await this.outside.deregister(record);
        await machines.remove(record.name);
        // Somebody may have begun to ask it again meanwhile.
        await this.outside.forget(record);
      }
      await machines.create(machineSpecification(record, this.state, this.name, network, probePorts));
    } catch (error) {
      await this.outside.forget(record);
      if (isNoRoom(error)) {
        throw error;
      }
      const disk = `${record.vmId}/${record.disk}`;
      const attempts = (this.attempts.get(disk) ?? 0) + 1;
      this.attempts.set(disk, attempts);
      events.add(record.name, `its machine cannot be created: ${(error as Error).message}`);
      if (attempts >= maximumAttempts) {
        this.edit(record, { provisioningState: "Failed", stateChangedAt: clock.now(), errors: [(error as Error).message] });
      }
    }
  }

  private async restart(record: InstanceRecord): Promise<void> {
    await this.region.machines.stop(record.name, 0);
    await this.region.machines.start(record.name);
  }

  private edit(record: InstanceRecord, part: Partial<InstanceRecord>): void {
    const instances = this.state.instances.map((other) => (other.id === record.id ? { ...other, ...part } : other));
    this.keep({ ...this.state, instances });
  }

  private keep(state: ScaleSetState): void {
    const asText = JSON.stringify(state);
    if (asText !== this.kept) {
      // What is not on the disk is not so: nothing follows from it, and it is decided again.
      this.file.write(state);
      this.state = state;
      this.kept = asText;
    }
  }
}

function isZoneDown({ zone }: InstanceRecord, { unavailableZones }: ReconcileInput): boolean {
  return zone !== undefined && unavailableZones.has(zone);
}
