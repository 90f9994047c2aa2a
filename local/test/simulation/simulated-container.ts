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
  startedAt: number | undefined;
  /** Since when a visitor would have been served without a break; undefined where he would not. */
  wellSince: number | undefined;
  readonly network: string;
  readonly address: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly shared: string;
  readonly behaviour: GuestBehaviour;
  private readonly units: string;
  private starts = 0;
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
        ?.split(":")[0] ?? "";
    this.network = given("--network")[0];
    this.address = given("--ip")[0];
    this.labels = { ...Object.fromEntries(given("--label").map((label) => label.split(/=(.*)/s).slice(0, 2))), ...regionLabels };
    this.shared = volume(inMachine.shared);
    this.units = volume(inMachine.units);
    this.behaviour = behaviourIn(fs.readFileSync(path.join(volume(inMachine.seed), "user-data"), "utf8"));
  }

  start(): void {
    this.status = "running";
    this.startedAt = this.time.now;
    this.disturbed = undefined;
    this.starts++;
    this.listenFor(fs.readdirSync(this.units));
    const start = this.starts;
    this.time.after(this.chance.between(800, 4000), () => {
      if (this.status === "running" && this.starts === start) {
        this.endBoot();
      }
    });
  }

  end(exitCode = killed): void {
    if (this.status === "running") {
      this.status = "exited";
      this.exitCode = exitCode;
      this.isProvisioned = false;
      this.listening.clear();
      this.noteWell();
    }
  }

  /** Has systemd start socket units. */
  listenFor(units: readonly string[]): void {
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
    if (this.status !== "running" || !this.listening.has(socket) || application === "silent") {
      return "nothing";
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
