import * as fs from "node:fs";
import * as path from "node:path";
import type { EdgeSpecification } from "../../region/podman/edge/edge";
import { isStandIn, staying } from "../../region/services/scale-set/instance";
import { type InstanceRecord, newScaleSetState, type ScaleSetState, toInstance } from "../../region/services/scale-set/scale-set-state";
import type { DeployedScaleSet } from "../../region/services/scale-set/deployed-scale-set";
import type { SimulatedContainer } from "./simulated-container";
import { connectionsOf } from "./simulated-edges";
import type { World } from "./world";

/** After an application has changed, the region needs so long to see it, in real milliseconds: the longest wait for an answer, twice. */
const noticeTime = 5000;

/** How long fewer instances than declared may be there or on their way, in real milliseconds: some turns of the loop. */
const scalingTime = 3000;

/** So often at most the same event is told in such a time, in real milliseconds. */
const maximumRepetitions = 5;
const repetitionTime = 10_000;

/** As the scale set service has it: so often a machine is tried that cannot be created. */
const maximumAttempts = 3;

/** What must hold at every moment, whatever breaks. It watches a world, and keeps what it finds. */
export class Invariants {
  /** What did not hold, in words. */
  readonly broken: string[] = [];
  private before: ScaleSetState = newScaleSetState;
  private current: ScaleSetState = newScaleSetState;
  /** The id of the virtual machine that each instance id was given to. */
  private readonly owners = new Map<string, string>();
  private attempts = new Map<string, number>();
  private shortSince: number | undefined;
  /** When each event was told lately. */
  private readonly told = new Map<string, readonly number[]>();

  constructor(private readonly world: World) {
    world.podman.witness = {
      onAsked: (name) => this.onAsked(name),
      onRun: (one) => this.onRun(one),
      onRemove: (one) => this.onRemove(one),
      // Somebody has taken away what was made, so it may be tried as often again.
      onLost: ({ labels }) => this.attempts.delete(`azure-web-tier.disk=${labels["azure-web-tier.disk"]}`),
    };
    world.edges.onChange = (before, after) => {
      this.onConnections(before, after);
      this.onNatPorts(before, after);
    };
  }

  /** A daemon has begun; it may try again what an earlier one has given up. */
  onDaemon(): void {
    this.attempts = new Map();
    this.shortSince = undefined;
  }

  /** The daemon has written or removed a file. */
  onWritten(file: string): void {
    if (path.basename(path.dirname(file)) !== "scale-sets") {
      return;
    }
    if (!fs.existsSync(file)) {
      this.before = newScaleSetState;
      this.current = newScaleSetState;
      this.owners.clear();
      return;
    }
    const [set] = this.world.scaleSets;
    if (set !== undefined) {
      this.before = this.current;
      // The daemon itself goes by it only once it is written. Models are sealed in the file, and not looked at here.
      this.current = this.written();
      this.checkNames(this.current.instances);
      this.checkBatch(set);
      this.checkCapacity(set);
    }
  }

  /** The region has told of something. */
  onEvent(subject: string, message: string): void {
    // Each instance that cannot be removed is told of, whatever the times and counts in what is told.
    this.checkRepetition(`${subject}: ${message.replace(/(?<![_\d])\d+/g, "#")}`);
    const repair = /^repair by (\w+)/.exec(message);
    if (repair) {
      this.checkRepair(subject);
    }
    const scaling = /^scales from \d+ to (\d+) instances/.exec(message);
    if (scaling) {
      this.checkScaling(Number(scaling[1]));
    }
    if (message.startsWith("deleted by the upgrade")) {
      this.checkStandIn(subject);
    }
  }

  /** What goes on failing is told once, and not at each try. An upgrade of small batches that does not fail tells of each. */
  private checkRepetition(event: string): void {
    if (event.includes(": the next batch is ")) {
      return;
    }
    const { now } = this.world.time;
    const times = [...(this.told.get(event) ?? []), now].filter((at) => now - at < repetitionTime);
    this.told.set(event, times);
    if (times.length > maximumRepetitions) {
      this.fail(`it is told ${times.length} times within ${repetitionTime / 1000} s: ${event}`);
    }
  }

  private fail(problem: string): void {
    this.world.note(`BROKEN: ${problem}`);
    this.broken.push(problem);
  }

  private checkNames(instances: readonly InstanceRecord[]): void {
    for (const property of ["id", "name", "address", "vmId"] as const) {
      const values = instances.map((record) => record[property]);
      const twice = values.find((value, index) => values.indexOf(value) !== index);
      if (twice !== undefined) {
        this.fail(`two instances have the ${property} ${twice}`);
      }
    }
    for (const { id, vmId } of instances) {
      const owner = this.owners.get(id) ?? vmId;
      this.owners.set(id, owner);
      if (owner !== vmId) {
        this.fail(`instance id ${id} was given a second time`);
      }
    }
  }

  /** Upgrades in place take no more instances at a time than maxBatchInstancePercent allows. */
  private checkBatch({ model: { upgradePolicy } }: DeployedScaleSet): void {
    const upgraded = this.current.instances.filter((record) => {
      const before = this.record(record.name);
      return before !== undefined && record.model !== before.model;
    });
    const isRolling = upgradePolicy.mode === "Rolling" && upgraded.some(({ model }) => model === this.current.latestModel);
    const total = this.before.instances.filter(({ provisioningState }) => provisioningState !== "Deleting").length;
    const allowed = Math.max(1, Math.floor((upgradePolicy.rolling.maxBatchInstancePercent * total) / 100));
    if (isRolling && upgraded.length > allowed) {
      this.fail(`the upgrade takes ${upgraded.length} of ${total} instances at a time; ${allowed} are allowed`);
    }
  }

  /** As many instances as declared are there or on their way, but where zones or addresses are missing. */
  private checkCapacity({ model: { capacity, zones } }: DeployedScaleSet): void {
    const instances = this.current.instances.map((record) => toInstance(record, this.current, undefined));
    const counted = staying(instances).filter((instance) => !isStandIn(instance, instances)).length;
    const { now } = this.world.time;
    const mayBeShort = this.world.subnetIsFull || zones.zones.some((zone) => this.world.zonesDown.has(zone));
    if (counted >= capacity || mayBeShort) {
      this.shortSince = undefined;
    } else {
      this.shortSince ??= now;
      if (now - this.shortSince > scalingTime) {
        this.fail(`${counted} of ${capacity} instances are there or on their way`);
        this.shortSince = undefined;
      }
    }
  }

  /** No repair within the grace period, of an instance that is well, or while repairs are suspended. */
  private checkRepair(name: string): void {
    const record = this.record(name);
    const [set] = this.world.scaleSets;
    const { now } = this.world.time;
    const gracePeriod = set.model.repairs.gracePeriodSeconds * 1000;
    if (this.before.repairs.serviceState === "Suspended") {
      this.fail(`${name} is repaired while repairs are suspended`);
    }
    if (record === undefined || this.world.daemon.region.clock.now() - record.stateChangedAt < gracePeriod) {
      this.fail(`${name} is repaired within its grace period`);
    }
    const wellSince = this.world.podman.machine(name)?.wellSince ?? Infinity;
    // To an extension with rich states the plain page of a machine that is well says nothing.
    if (this.world.declared.healthExtension === "1.0" && now - wellSince > noticeTime) {
      this.fail(`${name} is repaired although it is well`);
    }
  }

  private checkScaling(capacity: number): void {
    const { minimum, maximum } = this.world.declared.autoscale ?? { minimum: 0, maximum: 0 };
    if (maximum > 0 && (capacity < minimum || capacity > maximum)) {
      this.fail(`autoscale goes to ${capacity} instances; ${minimum} to ${maximum} are declared`);
    }
  }

  /** An upgrade with maxSurge lets an instance go only when the one that takes its place is there. */
  private checkStandIn(name: string): void {
    const record = this.record(name);
    const isReplaced = this.before.instances.some(
      ({ surgeFor, provisioningState }) => surgeFor === record?.id && provisioningState === "Succeeded",
    );
    if (record?.surgeFor === undefined && !isReplaced) {
      this.fail(`${name} is deleted by the upgrade, and nothing has taken its place`);
    }
  }

  /** An instance as it was before the last decision. */
  private record(name: string): InstanceRecord | undefined {
    return this.before.instances.find((one) => one.name === name);
  }

  /** The daemon asks for a machine, whether it gets one or not. */
  private onAsked(disk: string): void {
    const attempts = (this.attempts.get(disk) ?? 0) + 1;
    this.attempts.set(disk, attempts);
    if (attempts > maximumAttempts) {
      this.fail(`a machine is tried ${attempts} times`);
    }
  }

  /** What is begun was recorded before: a daemon that begins anew finds the instance of every machine. */
  private onRun({ name, labels }: SimulatedContainer): void {
    const record = this.written().instances.find((one) => name.endsWith(`-${one.name}`));
    if (record === undefined || labels["azure-web-tier.disk"] !== `${record.vmId}/${record.disk}`) {
      this.fail(`the machine ${name} is made before its instance is on the disk`);
    }
  }

  /** A machine goes only for a reason that is recorded, and when no load balancer sends it anything new. */
  private onRemove({ name, labels, serves }: SimulatedContainer): void {
    const record = this.written().instances.find((one) => name.endsWith(`-${one.name}`));
    const isCurrent = record !== undefined && labels["azure-web-tier.disk"] === `${record.vmId}/${record.disk}`;
    const isDeclared = this.isDeclared;
    if (isDeclared && isCurrent && ["Succeeded", "Failed"].includes(record.provisioningState)) {
      this.fail(`the machine ${name} is removed, and nothing says why`);
    }
    if (isDeclared && serves && record !== undefined && this.world.served.includes(record.name) && this.world.edges.failureRate === 0) {
      this.fail(`the machine ${name} is removed while it gets new connections`);
    }
  }

  /** True while there is to be a scale set. */
  private get isDeclared(): boolean {
    return this.world.daemon.region.store.all().some(({ type }) => type.endsWith(":VirtualMachineScaleSet"));
  }

  /** The state of the scale set as a daemon would find it that begins now. */
  private written(): ScaleSetState {
    const folder = path.join(this.world.daemon.region.folder, "scale-sets");
    const [file] = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
    const text = file === undefined ? "" : fs.readFileSync(path.join(folder, file), "utf8");
    // Where the file is damaged nobody has an instance.
    return text.endsWith("}") && text !== "{}" ? (JSON.parse(text) as ScaleSetState) : newScaleSetState;
  }

  /** An instance that is well and stays keeps its connections, also over a changed probe and a daemon that begins anew. */
  private onConnections(before: EdgeSpecification | undefined, after: EdgeSpecification): void {
    const now = connectionsOf(after);
    for (const [rule, names] of Object.entries(before ? connectionsOf(before) : {})) {
      const lost = rule in now ? names.filter((name) => !now[rule].includes(name)) : [];
      for (const name of lost) {
        const record = this.current.instances.find((one) => one.name === name);
        const wellSince = this.world.podman.machine(name)?.wellSince ?? Infinity;
        const isIn = after.members.some((member) => member.name === name);
        const stays = this.isDeclared && record?.provisioningState === "Succeeded" && isIn;
        if (stays && this.world.time.now - wellSince > noticeTime) {
          this.fail(`${name} is well, and gets no new connections any more`);
        }
      }
    }
  }

  /** An instance keeps its NAT ports for as long as it is there, whichever daemon there is. */
  private onNatPorts(before: EdgeSpecification | undefined, after: EdgeSpecification): void {
    for (const { name, natPorts } of before?.members ?? []) {
      const member = after.members.find((one) => one.name === name);
      const moved = Object.entries(natPorts).filter(([nat, port]) => member !== undefined && member.natPorts[nat] !== port);
      for (const [nat, port] of moved) {
        this.fail(`${name} had port ${port} of ${nat}, and has ${member?.natPorts[nat] ?? "none"} now`);
      }
    }
  }
}
