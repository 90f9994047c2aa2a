import * as fs from "node:fs";
import * as path from "node:path";
import { podmanName } from "../../foundation/escape";
import { type Computer, thisComputer } from "../../foundation/computer";
import { lastConsoleLines } from "./console";
import { type MachineFiles, machineFiles, metadataSocket, socketName, writeFileTree } from "./layout";
import { guestUnits, type ProbePorts, probeUnitNames, probeUnits } from "./guest-units";
import { type MachineSpecification, nameLabel, runOptions } from "./machine-options";
import { machineState, type MachineState } from "./machine-state";
import type { GuestAnswer } from "./guest";
import type { MachineAccess, MachineUsage } from "./machine-access";
import { type Container, type PodmanClient, regionLabel } from "./podman";
import { forgetProvisioning, readProvisioning } from "./provisioning";
import { cloudConfiguration, seedFiles } from "./seed";
import { firstUserOf } from "./user-range";

/** A machine as it is now. */
export interface Machine {
  readonly name: string;
  readonly state: MachineState;
  readonly startedAt?: Date;
  readonly labels: Readonly<Record<string, string>>;
}

/** What a machine is asked at one of its probe ports. */
export interface PortQuestion {
  readonly protocol: "http" | "https" | "tcp";
  readonly port: number;
  /** With the leading slash; tcp has none. */
  readonly path: string;
  /** What the asker calls itself over http. */
  readonly userAgent: string;
  /** Whom it asks for, without naming a server over https; by default localhost, named over https too. */
  readonly host?: string;
  readonly timeoutInMilliseconds: number;
}

/** After Podman knew no control group of a machine, it is not asked again for so long, unless the machine is started. */
const askAgainInMilliseconds = 10_000;

/**
 * From version 256 on systemd refuses a host with control groups of version 1, unless its kernel's command line, which in a container is
 * its own, says this. Elsewhere it is without effect. Source: https://github.com/systemd/systemd/blob/v257/NEWS.
 */
const init = ["/sbin/init", "SYSTEMD_CGROUP_ENABLE_LEGACY_FORCE=1"];

/**
 * The machines of a region. A machine is a container that boots systemd and cloud-init from an image that knows nothing of it; what Azure's
 * platform does for a machine comes in through folders of the host: the seed, a few units, and the sockets between machine and region.
 */
export class Machines {
  /** The control groups of machines by name; the container's own, which stays when it is started anew. */
  private readonly controlGroups = new Map<string, string>();
  /** When machines were started, by Podman, and since when they are seen to run; both in milliseconds. */
  private readonly starts = new Map<string, { readonly startedAt: number; readonly seenAt: number }>();
  /** The folders that machines share with the region, and the users that the machines' roots are here; by machine. */
  private readonly shares = new Map<string, { readonly folder: string; readonly owner: number }>();
  /** When Podman was last asked for the control group of a machine that has none, in milliseconds. */
  private readonly askedInVain = new Map<string, number>();

  /** @param folder Where the machines' files are kept, in a folder for each. */
  constructor(
    private readonly podman: PodmanClient,
    private readonly folder: string,
    private readonly access: MachineAccess,
    private readonly computer: Computer = thisComputer,
  ) {}

  /**
   * Where the instance metadata service of a machine is to listen. The machine finds it whether it listens before the machine starts or
   * after; before is better, as user data may ask it early.
   */
  metadataSocket(name: string): string {
    return path.join(this.preparePlatform(name).platform, metadataSocket);
  }

  /** Asks a port of a machine, if it is among the machine's probe ports. */
  ask(name: string, { protocol, port, path: requestPath, userAgent, host, timeoutInMilliseconds }: PortQuestion): Promise<GuestAnswer> {
    const share = this.shareOf(name);
    if (share === undefined) {
      return Promise.resolve({ kind: "no answer" });
    }
    const socket = (file: string) => ({ path: path.join(share.folder, file), owner: share.owner });
    return protocol === "tcp"
      ? this.access.askOverTcp(socket(socketName.tcp(port)), timeoutInMilliseconds)
      : this.access.askOverHttp(socket(socketName.http(port)), {
          protocol,
          path: requestPath,
          userAgent,
          host,
          timeoutInMilliseconds,
        });
  }

  /**
   * Creates a machine and starts it. It returns when the machine boots, not when it has booted.
   * @throws Error where there is a machine of the name, and PodmanError where the image is missing or the address cannot be had. Of a machine
   * that could not be created nothing is left.
   */
  async create(specification: MachineSpecification): Promise<void> {
    if (await this.inspect(specification.name)) {
      throw new Error(`There is a machine ${specification.name} in the region already; fix: remove it first`);
    }
    const firstUser = firstUserOf(specification.address);
    const files = this.preparePlatform(specification.name);
    this.computer.writeWhole(files.cloudConfiguration, cloudConfiguration(specification), { isFlushed: false });
    writeFileTree(files.seed, seedFiles(specification), firstUser);
    writeFileTree(files.units, guestUnits(specification.probePorts), firstUser);
    fs.rmSync(files.console, { force: true });
    await this.podman.removeFolder(files.shared);
    fs.mkdirSync(files.shared, { mode: 0o700 });
    if (firstUser !== undefined) {
      [files.cloudConfiguration, files.shared].forEach((place) => fs.chownSync(place, firstUser, firstUser));
    }
    try {
      const options = runOptions(specification, files, firstUser);
      await this.podman.boot(this.containerName(specification.name), options, specification.image, init);
      this.askedInVain.delete(specification.name);
    } catch (error) {
      await this.remove(specification.name);
      throw error;
    }
  }

  /** Lets the region ask further ports of a machine; of one that does not run, from its next start on. Those that it can ask already stay. */
  async addProbePorts(name: string, ports: ProbePorts): Promise<void> {
    const { units } = this.files(name);
    const tree = Object.entries(probeUnits(ports));
    const missing = tree.some(([unit]) => !fs.lstatSync(path.join(units, unit), { throwIfNoEntry: false }));
    if (missing) {
      const { id, exitCode } = await this.find(name);
      const isLink = ([, entry]: (typeof tree)[number]) => "linkTo" in entry;
      const owner = process.getuid?.() === 0 ? this.shareOf(name)?.owner : undefined;
      writeFileTree(units, Object.fromEntries(tree.filter((entry) => !isLink(entry))), owner);
      if (exitCode === undefined) {
        await this.podman.execute(id, "systemctl", "daemon-reload");
        await this.podman.execute(id, "systemctl", "start", ...probeUnitNames(ports));
      }
      // By these each boot starts the units. They come last, so that what fails before is missing still and is tried again.
      writeFileTree(units, Object.fromEntries(tree.filter(isLink)), owner);
    }
  }

  /**
   * Starts a machine that was stopped, killed or has shut itself down, to reboot or for good. User data does not run again, as on Azure. One
   * that runs stays as it is, with what it has reported: it would not report that again.
   */
  async start(name: string): Promise<void> {
    const { id, status } = await this.find(name);
    if (status === "running") {
      return;
    }
    forgetProvisioning(this.files(name).shared);
    await this.podman.start(id);
    this.askedInVain.delete(name);
  }

  /** Shuts a machine down, and switches it off where that takes longer than the grace period. */
  async stop(name: string, graceInSeconds: number): Promise<void> {
    await this.podman.stop((await this.find(name)).id, graceInSeconds);
  }

  /** Switches a machine off. */
  async kill(name: string): Promise<void> {
    await this.podman.kill((await this.find(name)).id);
  }

  /** Switches a machine off and removes it with its disk and files. A machine that is not there is no error. */
  async remove(name: string): Promise<void> {
    for (const { id } of await this.podman.containers(`${nameLabel}=${name}`)) {
      await this.podman.remove(id);
    }
    this.access.forget(this.controlGroups.get(name) ?? "");
    this.controlGroups.delete(name);
    this.askedInVain.delete(name);
    this.starts.delete(name);
    await this.podman.removeFolder(this.files(name).folder);
    this.shares.delete(name);
  }

  /** True where machines can be made from the image. */
  hasImage(image: string): Promise<boolean> {
    return this.podman.hasImage(image);
  }

  /** All machines, whatever their state. */
  async list(): Promise<Machine[]> {
    return (await this.podman.containers(nameLabel)).map((container) => this.describe(container));
  }

  /** One machine, or undefined where it is not there. */
  async inspect(name: string): Promise<Machine | undefined> {
    const [container] = await this.podman.containers(`${nameLabel}=${name}`);
    return container && this.describe(container);
  }

  /** The last lines of the machine's console: its boot, and what user data wrote. */
  console(name: string, lines: number): string[] {
    return lastConsoleLines(this.files(name).console, lines);
  }

  /** What the machine has used since it was started, or undefined where it does not run. It asks Podman once, and the kernel from then on. */
  async usage(name: string): Promise<MachineUsage | undefined> {
    const controlGroup = this.controlGroups.get(name) ?? (await this.findControlGroup(name));
    return controlGroup === undefined ? undefined : this.access.usage(controlGroup);
  }

  /** Metrics ask every few seconds, also for a machine that is off or not made yet; Podman is asked less often. */
  private async findControlGroup(name: string): Promise<string | undefined> {
    if (this.computer.now() - (this.askedInVain.get(name) ?? 0) < askAgainInMilliseconds) {
      return undefined;
    }
    let controlGroup: string | undefined;
    try {
      controlGroup = await this.podman.controlGroup((await this.find(name)).id);
    } finally {
      if (controlGroup === undefined) {
        this.askedInVain.set(name, this.computer.now());
      } else {
        this.controlGroups.set(name, controlGroup);
      }
    }
    return controlGroup;
  }

  private describe(container: Container): Machine {
    const { [nameLabel]: name, ...others } = container.labels;
    const labels = Object.fromEntries(Object.entries(others).filter(([label]) => label !== regionLabel));
    const state = machineState(container, readProvisioning(this.files(name).shared), this.bootedFor(name, container));
    return { name, state, startedAt: container.startedAt, labels };
  }

  /** For how long a machine runs, in milliseconds: by Podman's clock, and where that was set forward meanwhile, for how long it was seen to run. */
  private bootedFor(name: string, { createdAt, startedAt = createdAt }: Container): number {
    const now = this.computer.now();
    const known = this.starts.get(name);
    const start = known?.startedAt === startedAt.getTime() ? known : { startedAt: startedAt.getTime(), seenAt: now };
    this.starts.set(name, start);
    return Math.min(this.computer.clockTime() - start.startedAt, now - start.seenAt);
  }

  private async find(name: string): Promise<Container> {
    const [container] = await this.podman.containers(`${nameLabel}=${name}`);
    if (container === undefined) {
      throw new Error(`There is no machine ${name} in the region.`);
    }
    return container;
  }

  private containerName(name: string): string {
    return `${this.podman.region}-${podmanName(name)}`;
  }

  private files(name: string): MachineFiles {
    return machineFiles(path.join(this.folder, name));
  }

  private preparePlatform(name: string): MachineFiles {
    const files = this.files(name);
    fs.mkdirSync(files.folder, { recursive: true, mode: 0o700 });
    fs.mkdirSync(files.platform, { recursive: true });
    // Nobody gets here but through the folder above, or from within the machine.
    fs.chmodSync(files.platform, 0o755);
    return files;
  }

  /** What the machine reads and cannot change belongs to its root. Undefined where there is no machine. */
  private shareOf(name: string): { readonly folder: string; readonly owner: number } | undefined {
    const known = this.shares.get(name);
    if (known) {
      return known;
    }
    const { shared, units } = this.files(name);
    const owner = fs.statSync(units, { throwIfNoEntry: false })?.uid;
    if (owner === undefined) {
      return undefined;
    }
    const share = { folder: shared, owner };
    this.shares.set(name, share);
    return share;
  }
}
