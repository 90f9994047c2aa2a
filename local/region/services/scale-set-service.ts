import type { HealthState } from "../controllers/instance";
import { computerName } from "../controllers/instance-names";
import { sizeLimits } from "../controllers/size-limits";
import type { Machine, Machines } from "../machines/machine";
import type { ProbePorts } from "../machines/guest-units";
import type { Clock } from "./clock";
import type { EventLog } from "./event-log";
import type { ScaleSetModel } from "./scale-set-model";
import { mayGo, planScaleSet, withoutInstance } from "./scale-set-plan";
import type { InstanceRecord, ScaleSetFile, ScaleSetState } from "./scale-set-state";

/** What a scale set's service needs of the rest of the region. */
export interface Surroundings {
  readonly clock: Clock;
  readonly events: EventLog;
  readonly machines: Machines;
  /** The image that Podman has for an image id, or a reason why there is none. */
  readonly findImage: (image: string) => string;
  /** The network of a subnet in Podman, with its free addresses. */
  readonly network: string;
  readonly freeAddress: (taken: ReadonlySet<string>) => string | undefined;
  readonly freeAddresses: number;
  readonly unavailableZones: ReadonlySet<string>;
  readonly probePorts: ProbePorts;
  readonly healthOf: (record: InstanceRecord) => HealthState | undefined;
  /** Takes an instance out of every load balancer, before its machine goes. */
  readonly release: (record: InstanceRecord) => Promise<void>;
}

/** How many times a machine that cannot be created is tried before the instance counts as failed. */
const mostAttempts = 3;

/**
 * Keeps a scale set's machines as its services decide, by comparing the two again and again: a decision that was not carried out, a
 * machine that somebody killed and a daemon that began anew all end in the same place.
 */
export class ScaleSetService {
  private state: ScaleSetState;
  /** Operations under way, by instance id. */
  private readonly busy = new Map<string, Promise<void>>();
  private readonly attempts = new Map<string, number>();

  constructor(
    readonly name: string,
    private readonly file: ScaleSetFile,
  ) {
    this.state = file.read();
  }

  /** True while an operation is under way or an instance waits for its machine. */
  get isBusy(): boolean {
    return (
      this.busy.size > 0 ||
      this.state.instances.some(({ provisioningState }) => provisioningState !== "Succeeded" && provisioningState !== "Failed")
    );
  }

  get instances(): readonly InstanceRecord[] {
    return this.state.instances;
  }

  get view(): ScaleSetState {
    return this.state;
  }

  /** True while the set is on its way to what was declared. */
  isSettling(model: ScaleSetModel): boolean {
    const open = this.state.instances.some(({ provisioningState }) => provisioningState !== "Succeeded" && provisioningState !== "Failed");
    return open || this.state.instances.length < model.capacity || this.state.latestModel !== model.modelName;
  }

  /** Decides once, and begins what follows from it. */
  tick(model: ScaleSetModel, machines: readonly Machine[], surroundings: Surroundings): void {
    const { clock, events, healthOf, unavailableZones, freeAddress, freeAddresses } = surroundings;
    this.observe(machines, surroundings);
    const plan = planScaleSet(this.state, {
      name: this.name,
      model,
      now: clock.now(),
      health: healthOf,
      unavailable: unavailableZones,
      freeAddress,
      freeAddresses,
    });
    this.keep(plan.state);
    plan.notes.forEach(({ subject, message }) => events.add(subject, message));
    this.act(machines, surroundings);
  }

  /** Deletes every instance and forgets the set. */
  async destroy({ machines }: Pick<Surroundings, "machines">): Promise<void> {
    await Promise.allSettled(this.busy.values());
    await Promise.all(this.state.instances.map(({ name }) => machines.remove(name)));
    this.file.remove();
  }

  /** Changes what the region remembers of the set, as when an instance approves its deletion. */
  change(edit: (state: ScaleSetState) => ScaleSetState): void {
    this.keep(edit(this.state));
  }

  /** Takes in how far the machines of instances that are being created or updated have come. */
  private observe(machines: readonly Machine[], { clock, events, machines: podman }: Surroundings): void {
    for (const record of this.state.instances) {
      if (this.busy.has(record.id) || (record.provisioningState !== "Creating" && record.provisioningState !== "Updating")) {
        continue;
      }
      const machine = machines.find(({ name }) => name === record.name);
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
          errors: [...errors, ...podman.console(record.name, 20)],
        });
        events.add(record.name, `its provisioning failed: ${errors.join("; ")}`);
      }
    }
  }

  /** Begins the operations that the records ask for and the machines do not show yet. */
  private act(machines: readonly Machine[], surroundings: Surroundings): void {
    for (const record of this.state.instances) {
      if (this.busy.has(record.id)) {
        continue;
      }
      const machine = machines.find(({ name }) => name === record.name);
      if (mayGo(record, this.state)) {
        this.begin(record, () => this.remove(record, surroundings));
      } else if (isToBeMade(record, machine)) {
        this.begin(record, () => this.make(record, machine !== undefined, surroundings));
      } else if (machine && record.provisioningState === "Updating" && isBeforeRestart(machine, record, surroundings.clock)) {
        this.begin(record, () => this.restart(record, surroundings));
      }
    }
    const known = new Set(this.state.instances.map(({ name }) => name));
    for (const orphan of machines.filter(({ name, labels }) => labels[setLabel] === this.name && !known.has(name))) {
      surroundings.events.add(orphan.name, "is a machine that no instance has any more; it is removed");
      void surroundings.machines.remove(orphan.name);
    }
  }

  private begin(record: InstanceRecord, operation: () => Promise<void>): void {
    const running = operation().finally(() => this.busy.delete(record.id));
    this.busy.set(record.id, running);
  }

  private async remove(record: InstanceRecord, { machines, release, events }: Surroundings): Promise<void> {
    try {
      await release(record);
      await machines.remove(record.name);
      this.keep(withoutInstance(this.state, record));
      events.add(record.name, "is gone");
    } catch (error) {
      events.add(record.name, `cannot be removed yet: ${(error as Error).message}`);
    }
  }

  /** Makes the machine of an instance, in place of the one that it had. */
  private async make(record: InstanceRecord, hasMachine: boolean, surroundings: Surroundings): Promise<void> {
    const { machines, events, clock, release } = surroundings;
    try {
      if (hasMachine) {
        await release(record);
        await machines.remove(record.name);
      }
      await machines.create(specificationOf(record, this.state, this.name, surroundings));
    } catch (error) {
      const attempts = (this.attempts.get(record.vmId) ?? 0) + 1;
      this.attempts.set(record.vmId, attempts);
      events.add(record.name, `its machine cannot be created: ${(error as Error).message}`);
      if (attempts >= mostAttempts) {
        this.edit(record, { provisioningState: "Failed", stateChangedAt: clock.now(), errors: [(error as Error).message] });
      }
    }
  }

  private async restart(record: InstanceRecord, { machines, events }: Surroundings): Promise<void> {
    try {
      await machines.stop(record.name, 0);
      await machines.start(record.name);
    } catch (error) {
      events.add(record.name, `cannot be restarted yet: ${(error as Error).message}`);
    }
  }

  private edit(record: InstanceRecord, part: Partial<InstanceRecord>): void {
    const instances = this.state.instances.map((other) => (other.id === record.id ? { ...other, ...part } : other));
    this.keep({ ...this.state, instances });
  }

  private keep(state: ScaleSetState): void {
    if (JSON.stringify(state) !== JSON.stringify(this.state)) {
      this.state = state;
      this.file.write(state);
    }
  }
}

/** Labels of a machine, by which its instance is found again. */
const setLabel = "azure-web-tier.scale-set";
const diskLabel = "azure-web-tier.disk";

/** True where the machine has the disk that the record asks for. */
function isCurrent({ labels }: Machine, record: InstanceRecord): boolean {
  return labels[diskLabel] === `${record.vmId}/${record.disk}`;
}

/** True for a machine that keeps its disk and has not been started since its instance was to be restarted. */
function isBeforeRestart({ startedAt }: Machine, record: InstanceRecord, clock: Clock): boolean {
  return record.provisioningState === "Updating" && (startedAt === undefined || startedAt < clock.toDate(record.stateChangedAt));
}

function isToBeMade(record: InstanceRecord, machine: Machine | undefined): boolean {
  const isOpen = record.provisioningState === "Creating" || record.provisioningState === "Updating";
  return isOpen && (machine === undefined || !isCurrent(machine, record));
}

function specificationOf(record: InstanceRecord, state: ScaleSetState, set: string, surroundings: Surroundings) {
  const model = state.models[record.model];
  const { vCpus, memoryGiB } = sizeLimits(model.size);
  return {
    name: record.name,
    image: surroundings.findImage(model.image),
    network: surroundings.network,
    address: record.address,
    vCpus,
    memoryGiB,
    probePorts: surroundings.probePorts,
    vmId: `${record.vmId}-${record.disk}`,
    computerName: computerName(model.computerNamePrefix, record.id),
    adminUsername: model.adminUsername,
    sshPublicKeys: model.sshPublicKeys,
    ...(model.userData !== undefined && { userData: model.userData }),
    ...(model.customData !== undefined && { customData: model.customData }),
    labels: { [setLabel]: set, [diskLabel]: `${record.vmId}/${record.disk}` },
  };
}
