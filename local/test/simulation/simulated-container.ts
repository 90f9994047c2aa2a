import * as fs from "node:fs";
import * as path from "node:path";
import { inMachine, provisioningReport, rebootRequest } from "../../region/podman/machines/layout";
import type { Chance } from "./chance";
import { behaviourIn, type GuestBehaviour } from "./guest-behaviour";
import type { VirtualTime } from "./virtual-time";

/** Ended by SIGKILL. */
const killed = 137;

/** A container with the guest in it: what boots, reports in the shared folder as the real one does, and answers at its ports. */
export class SimulatedContainer {
  status: "created" | "running" | "exited" = "created";
  exitCode = 0;
  /** What the computer's clock showed when it was started last. */
  startedAt: number | undefined;
  runsSince = 0;
  /** True where nothing that is run in the machine from outside works: its own programs are not what they were. */
  isTampered = false;
  /** Since when a visitor would have been served without a break; undefined where he would not. */
  wellSince: number | undefined;
  readonly network: string;
  readonly address: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly shared: string;
  readonly behaviour: GuestBehaviour;
  private readonly units: string;
  private starts = 0;
  /** False until systemd has read the units and takes orders. */
  private hasServices = false;
  private isProvisioned = false;
  private disturbed: GuestBehaviour["application"];
  /** The sockets that the machine listens on for the region. */
  private listening = new Set<string>();

  constructor(
    readonly id: string,
    readonly name: string,
    readonly image: string,
    readonly createdAt: number,
    options: readonly string[],
    regionLabels: Readonly<Record<string, string>>,
    private readonly time: VirtualTime,
    private readonly chance: Chance,
  ) {
    const given = (option: string) => options.flatMap((one, index) => (one === option ? [options[index + 1]] : []));
    const volume = (inside: string) =>
      given("--volume")
        .find((one) => one.split(":")[1] === inside)
        ?.split(":")[0];
    this.network = given("--network")[0];
    this.address = given("--ip")[0];
    this.labels = { ...Object.fromEntries(given("--label").map((label) => label.split(/=(.*)/s).slice(0, 2))), ...regionLabels };
    this.shared = volume(inMachine.shared) ?? "";
    this.units = volume(inMachine.units) ?? "";
    const seed = volume(inMachine.seed);
    this.behaviour = seed === undefined ? {} : behaviourIn(fs.readFileSync(path.join(seed, "user-data"), "utf8"));
  }

  start(): void {
    this.status = "running";
    this.startedAt = this.time.clock;
    this.runsSince = this.time.now;
    this.disturbed = undefined;
    this.starts++;
    const start = this.starts;
    const later = (milliseconds: number, call: () => void) =>
      this.time.after(milliseconds, () => (this.status === "running" && this.starts === start ? call() : undefined));
    const bootMilliseconds = this.chance.between(800, 4000);
    later(bootMilliseconds / 2, () => this.beginServices());
    later(bootMilliseconds, () => this.endBoot());
  }

  /** Ends cleanly where there is time for it. */
  shutDown(graceInSeconds: number): void {
    this.end(graceInSeconds > 0 ? 0 : killed);
  }

  end(exitCode = killed): void {
    if (this.status === "running") {
      this.status = "exited";
      this.exitCode = exitCode;
      this.isProvisioned = false;
      this.hasServices = false;
      this.listening.clear();
      this.noteWell();
    }
  }

  /** Carries out a command in the machine; the only ones that mean something here have systemd start socket units. */
  execute(words: readonly string[]): void {
    if (this.isTampered) {
      throw new Error(`Error: crun: executable file \`${words[0]}\` not found in $PATH`);
    }
    if (words[0] === "systemctl" && !this.hasServices) {
      throw new Error("Failed to connect to bus: No such file or directory");
    }
    this.listenFor(words);
  }

  private beginServices(): void {
    this.hasServices = true;
    const wanted = path.join(this.units, "sockets.target.wants");
    this.listenFor(fs.existsSync(wanted) ? fs.readdirSync(wanted) : []);
  }

  private listenFor(units: readonly string[]): void {
    for (const unit of units) {
      const [, protocol, port] = /^azure-(http|tcp)-probe-(\d+)\.socket$/.exec(unit) ?? [];
      if (protocol !== undefined) {
        this.listening.add(`${protocol}-${port}.sock`);
      }
    }
  }

  /** What comes of a question at a socket: a status of the application, or nothing. */
  answer(socket: string): "reset" | "nothing" | { readonly status: number } {
    const application = this.disturbed ?? this.behaviour.application;
    if (this.status !== "running" || !this.listening.has(socket)) {
      return "nothing";
    }
    if (application === "silent") {
      // The kernel takes connections for a program that hangs.
      return socket.startsWith("tcp-") ? { status: 200 } : "nothing";
    }
    return this.isProvisioned ? { status: application === "ill" ? 503 : 200 } : "reset";
  }

  /** Has the application behave otherwise than its model says, until the machine is started again; undefined ends that. */
  disturb(application: GuestBehaviour["application"]): void {
    this.disturbed = application;
    this.noteWell();
  }

  /** True where a visitor would be served. */
  get serves(): boolean {
    return this.status === "running" && this.isProvisioned && (this.disturbed ?? this.behaviour.application) === undefined;
  }

  private noteWell(): void {
    this.wellSince = this.serves ? (this.wellSince ?? this.time.now) : undefined;
  }

  private endBoot(): void {
    const { boot } = this.behaviour;
    if (boot === "never ends") {
      return;
    }
    if (boot === "reboots once" && this.starts === 1) {
      fs.writeFileSync(path.join(this.shared, rebootRequest), "");
      this.end(0);
      return;
    }
    const errors = boot === "fails" ? ["('scripts-user', RuntimeError('Runparts: 1 failures'))"] : [];
    fs.writeFileSync(path.join(this.shared, provisioningReport), JSON.stringify({ v1: { errors } }));
    this.isProvisioned = true;
    this.noteWell();
  }
}
