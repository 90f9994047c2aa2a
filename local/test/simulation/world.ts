import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { addressesOf, usableAddresses } from "../../../azure/facts/cidr";
import type { DeployedScaleSet } from "../../region/services/scale-set/deployed-scale-set";
import { type InstanceOperation, operate } from "../../region/services/scale-set/manual-operations";
import type { ScaleSetService } from "../../region/services/scale-set/scale-set-service";
import type { InstanceRecord } from "../../region/services/scale-set/scale-set-state";
import { Chance } from "./chance";
import { Invariants } from "./invariants";
import { type DeclaredTier, usualTier } from "./declared-tier";
import type { SimulatedContainer } from "./simulated-container";
import type { SimulatedDisk } from "./simulated-computer";
import { SimulatedDaemon } from "./simulated-daemon";
import { SimulatedEdges } from "./simulated-edges";
import { SimulatedPerson } from "./simulated-person";
import { SimulatedPodman } from "./simulated-podman";
import { VirtualTime } from "./virtual-time";

/** Where every simulation begins: a whole minute, so that traces are easy to read. */
const beginning = Date.UTC(2026, 0, 5, 8, 0, 0);

/** How many times as fast as real time the region's clock runs, if nothing else is said. */
const usualSpeedFactor = 60;

const minute = 60_000;

/** A computer with a region on it, a person in front of it, and no time but that which it is given. */
export class World {
  readonly time = new VirtualTime(beginning);
  readonly disk: SimulatedDisk = { isFull: false };
  readonly podman: SimulatedPodman;
  readonly edges: SimulatedEdges;
  /** What happened, a line each, with the region's time since the beginning. */
  readonly trace: string[] = [];
  /** How busy every machine's processors are, from 0 to 1. */
  load = 0.4;
  /** What the person has declared last. */
  declared: DeclaredTier = usualTier;
  /** The zones that are down. */
  readonly zonesDown = new Set<string>();
  /** Whether a zone was to be down when somebody asked last. */
  private readonly zonesAsked = new Map<string, boolean>();
  /** What must hold at every moment, and what did not. */
  readonly invariants: Invariants;
  /** True while `pulumi up` runs. */
  isDeclaring = false;
  daemon: SimulatedDaemon;
  private readonly person = new SimulatedPerson(() => this.daemon);
  private readonly folder: string;
  private uuids = 0;

  constructor(
    seed = 0,
    readonly speedFactor = usualSpeedFactor,
  ) {
    this.folder = fs.mkdtempSync(path.join(fs.existsSync("/dev/shm") ? "/dev/shm" : os.tmpdir(), "region-simulated-"));
    const chance = new Chance(seed);
    const trace = (line: string) => this.note(line);
    this.podman = new SimulatedPodman(this.time, chance, trace);
    ["1.0.0", "1.1.0", "1.2.0"].forEach((version) => this.podman.images.add(`localhost/web:${version}`));
    this.edges = new SimulatedEdges(this.time, this.podman, chance, trace);
    this.invariants = new Invariants(this);
    this.daemon = this.begin();
  }

  /** Removes what the simulated computer had on this one's disk. */
  remove(): void {
    this.daemon.computer.kill();
    fs.rmSync(this.folder, { recursive: true });
  }

  /** Region minutes since the beginning. */
  get minutes(): number {
    return ((this.time.now - beginning) * this.speedFactor) / minute;
  }

  /** The scale sets as the daemon has them. */
  get scaleSets(): DeployedScaleSet[] {
    return this.daemon.dataPlane?.scaleSets() ?? [];
  }

  get instances(): readonly InstanceRecord[] {
    return this.scaleSets.flatMap(({ service }) => service.instances);
  }

  /** The service of the only scale set. */
  get scaleSet(): ScaleSetService {
    const [deployed] = this.scaleSets;
    if (deployed === undefined) {
      throw new Error("there is no scale set");
    }
    return deployed.service;
  }

  get names(): string[] {
    return this.instances.map(({ name }) => name);
  }

  instance(name: string): InstanceRecord {
    const found = this.instances.find((one) => one.name === name);
    if (found === undefined) {
      throw new Error(`there is no instance ${name}; there are ${this.names.join(", ")}`);
    }
    return found;
  }

  /** The instances that a rule of the load balancer gives new connections to; those of its only rule, if nothing else is said. */
  get served(): string[] {
    return this.edges.newConnections.flatMap((rules) => Object.values(rules).flat()).sort();
  }

  /** The instances that get new connections and answer them. */
  get serving(): string[] {
    return this.served.filter((name) => this.podman.machine(name)?.serves === true);
  }

  /** The machine of an instance. */
  machine(name: string): SimulatedContainer {
    const found = this.podman.machine(name);
    if (found === undefined) {
      throw new Error(`there is no machine ${name}`);
    }
    return found;
  }

  /** When that was told, in region minutes since the beginning. */
  when(words: string): number[] {
    return this.trace.filter((line) => line.includes(words)).map(parseFloat);
  }

  /** What has happened so far that is told with these words, without its time. */
  told(words: string): string[] {
    return this.trace.filter((line) => line.includes(words)).map((line) => line.replace(/^\S+ min {2}/, ""));
  }

  /** Waits until exactly these instances are served, and gives back those that are in the end. */
  async comesToServe(names: readonly string[], maximumMinutes = 120): Promise<string[]> {
    await this.passUntil(() => this.served.join() === [...names].sort().join(), maximumMinutes);
    return this.served;
  }

  /** Declares the tier with a change, and waits until `pulumi up` has ended. @returns What went wrong. */
  up(change: Partial<DeclaredTier> = {}): Promise<string[]> {
    return this.ended(this.beginUp(change));
  }

  /** Waits until a `pulumi up` that has begun has ended. @returns What went wrong. */
  async ended(answer: Promise<string[]>, maximumMinutes = 240): Promise<string[]> {
    return this.passWhile(answer, maximumMinutes);
  }

  /** Lets region minutes pass until something that was begun has ended. @returns What came of it. */
  async passWhile<T>(begun: Promise<T>, maximumMinutes: number): Promise<T> {
    let isOver = false;
    const ended = begun.finally(() => (isOver = true));
    // It is waited for below; one that fails meanwhile is not unhandled.
    ended.catch(() => undefined);
    if (!(await this.passUntil(() => isOver, maximumMinutes))) {
      throw new Error(`it has not ended after ${maximumMinutes} min\n${this.trace.slice(-30).join("\n")}`);
    }
    return ended;
  }

  /** The same, where all goes well. */
  async deploy(change: Partial<DeclaredTier> = {}): Promise<void> {
    const problems = await this.up(change);
    if (problems.length > 0) {
      throw new Error(problems.join("\n"));
    }
  }

  /** Declares the tier with a change, and does not wait. */
  beginUp(change: Partial<DeclaredTier> = {}): Promise<string[]> {
    this.isDeclaring = true;
    this.declared = { ...this.declared, ...change };
    this.note(`pulumi up: ${JSON.stringify(change)}`);
    return this.person.up(this.declared).then((problems) => {
      this.isDeclaring = false;
      this.note(`pulumi up has ended${problems.map((problem) => `; ${problem}`).join("")}`);
      return problems;
    });
  }

  /** Lets region minutes pass. */
  pass(minutes: number): Promise<void> {
    return this.time.pass((minutes * minute) / this.speedFactor);
  }

  /** Lets region minutes pass until something holds. @returns False where it does not come to that. */
  passUntil(isThere: () => boolean, maximumMinutes = 120): Promise<boolean> {
    return this.time.passUntil(isThere, (maximumMinutes * minute) / this.speedFactor);
  }

  /** Takes a zone down, with all its machines, or brings it back; unless the daemon is gone, or has only begun, and takes no command. */
  async setZone(zone: string, isDown: boolean): Promise<void> {
    const { computer, dataPlane } = this.daemon;
    if (dataPlane === undefined || computer.isDead) {
      return;
    }
    if (isDown) {
      this.zonesDown.add(zone);
    }
    this.zonesAsked.set(zone, isDown);
    await dataPlane.setZone(zone, isDown);
    if (!isDown && this.zonesAsked.get(zone) === false) {
      this.zonesDown.delete(zone);
    }
  }

  /** Has a person begin an operation on an instance of the only scale set, as `make reimage` does. */
  byHand(operation: InstanceOperation, name: string): void {
    const { region, dataPlane } = this.daemon;
    operate(this.scaleSet, name, operation, region.clock.now(), region.events);
    dataPlane?.trigger();
  }

  /** True where no instance more has an address in the subnet. */
  get subnetIsFull(): boolean {
    return this.instances.length >= usableAddresses(addressesOf(this.declared.subnetPrefix));
  }

  /** Kills the daemon, and begins another one. */
  restartDaemon(): void {
    this.daemon.computer.kill();
    this.note("the daemon is killed, and another one begins");
    this.daemon = this.begin();
  }

  note(line: string): void {
    this.trace.push(`${this.minutes.toFixed(2)} min  ${line}`);
  }

  private begin(): SimulatedDaemon {
    this.invariants.onDaemon();
    return new SimulatedDaemon({
      folder: this.folder,
      speedFactor: this.speedFactor,
      time: this.time,
      disk: this.disk,
      podman: this.podman,
      edges: this.edges,
      newUuid: () => `00000000-0000-4000-8000-${String(this.uuids++).padStart(12, "0")}`,
      trace: (line) => this.note(line),
      onEvent: (subject, message) => this.invariants.onEvent(subject, message),
      onWritten: (file) => this.invariants.onWritten(file),
      load: () => this.load,
    });
  }
}
