import { execFile } from "node:child_process";
import * as fs from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { shortDigest } from "../../../../azure/arm/id";
import type { WriteLog } from "../../foundation/daemon-log";
import { giveControlGroup } from "./control-group-owner";
import { HostWall } from "./host-wall";
import { PodmanCommands } from "./podman-command";
import { unless } from "./podman-error";

/** The label that everything of a region carries in Podman; its value is the region's id. Nothing without it is ever touched. */
export const regionLabel = "azure-web-tier.region";

/** How long a machine may take for a command of the region's, in milliseconds: what it runs there is the machine's own, and can hang. */
const guestPatienceInMilliseconds = 10_000;

/** The id of the region that keeps its state in a folder. */
export function regionOf(folder: string): string {
  return `region-${shortDigest(folder)}`;
}

/** A container as `podman ps` tells of it. */
export interface Container {
  readonly id: string;
  readonly name: string;
  /** Podman's word, such as `created`, `running`, `exited`, `stopped` or `paused`. */
  readonly status: string;
  /** What the container's first process ended with: 128 and the signal's number where a signal ended it. Undefined while it runs. */
  readonly exitCode?: number;
  readonly createdAt: Date;
  /** When it was last started; undefined where it never was. */
  readonly startedAt?: Date;
  readonly labels: Readonly<Record<string, string>>;
}

/** A network as `podman network ls` tells of it. */
export interface Network {
  readonly name: string;
  /** The interface on the host that the network's containers are attached to. */
  readonly hostInterface: string;
  /** CIDR blocks. */
  readonly subnets: readonly string[];
}

interface ListedContainer {
  Id: string;
  Names: string[];
  State: string;
  ExitCode: number;
  /** Seconds since 1970, as is the next; negative where there is none. */
  StartedAt: number;
  Created: number;
  Labels: Record<string, string> | null;
}

interface InspectedContainer {
  /** The process number is 0 where it does not run. */
  State: { CgroupPath: string; Pid: number };
  HostConfig: { IDMappings?: { UidMap: string[] | null } };
}

interface ListedNetwork {
  name: string;
  network_interface?: string;
  subnets?: { subnet: string }[];
}

/** See {@link Podman.remove}. */
const secondsUntilMountsAreGone = 1;

/** Of the process that is its argument. An ordinary user's PATH often lacks the folder that ip is in. */
const takeNetworkDown = 'PATH=$PATH:/usr/sbin:/sbin exec nsenter --target "$1" --net ip link set eth0 down';

/** What the region asks of Podman. */
export type PodmanClient = Pick<Podman, keyof Podman>;

/**
 * The Podman of this computer, as one region sees it: it lists and touches what carries the region's label and nothing else. What Podman
 * refuses is a {@link PodmanError}, whose kind says what can be done about it.
 */
export class Podman {
  private constructor(
    private readonly commands: PodmanCommands,
    readonly region: string,
    /** Options of every container that this host needs. */
    private readonly hostOptions: readonly string[],
    private readonly wall: HostWall,
  ) {}

  /**
   * Finds Podman and what the host asks of it.
   * @param region The region's id; the value of its label.
   * @param environment What Podman is started with, and what switches the log of its commands; see {@link PodmanCommands}.
   * @param log Where that log goes; the daemon's own by default.
   * @throws PodmanError where Podman is not installed or does not work; it says what to install.
   */
  static async open(region: string, environment: NodeJS.ProcessEnv = process.env, log?: WriteLog): Promise<Podman> {
    const commands = new PodmanCommands(environment, undefined, log);
    const information = JSON.parse(await commands.run(["info", "--format", "json"], ["info"])) as { host: { cgroupVersion: string } };
    return new Podman(commands, region, runtimeOptions(information.host.cgroupVersion), new HostWall(region, environment));
  }

  /** Creates and starts a container of the region's own from an image that is there already. */
  async run(name: string, options: readonly string[], image: string, command: readonly string[]): Promise<void> {
    await this.commands.run(["run", "--detach", ...this.options(name), ...options, image, ...command], ["run", name]);
  }

  /** Creates a container that boots a system of its own and runs what strangers wrote, and starts it as {@link start} does. Nothing is left of one that does not start. */
  async boot(name: string, options: readonly string[], image: string, command: readonly string[]): Promise<void> {
    await this.commands.run(["create", ...this.options(name), ...options, image, ...command], ["create", name]);
    try {
      await this.start(name);
    } catch (error) {
      await this.remove(name);
      throw error;
    }
  }

  async hasImage(image: string): Promise<boolean> {
    const listed = JSON.parse(
      await this.commands.run(["images", "--format", "json", "--filter", `reference=${image}`], ["images"]),
    ) as unknown[];
    return listed.length > 0;
  }

  /** The region's containers, running or not, with all of the given labels. */
  async containers(...labels: string[]): Promise<Container[]> {
    const filters = [this.label, ...labels].flatMap((label) => ["--filter", `label=${label}`]);
    const listed = JSON.parse(await this.commands.run(["ps", "--all", "--format", "json", ...filters], ["ps"])) as ListedContainer[];
    return listed.map(readContainer);
  }

  /** Starts a container that {@link boot} created; its first process begins once it cannot reach this computer any more. */
  async start(id: string): Promise<void> {
    try {
      await this.commands.run(["init", id], ["start", id]).catch(unless("IsReady"));
      await this.secure(id);
    } catch (error) {
      // Podman would start it as far as it came, if need be without a network.
      await this.commands.run(["stop", "--time", "0", id]).catch(() => undefined);
      throw error;
    }
    await this.commands.run(["start", id]);
  }

  /** Runs a command in a container. It costs a tenth of a second of processor time: not for anything that is done again and again. */
  async execute(id: string, ...command: string[]): Promise<void> {
    const words = ["exec", id, ...command];
    await this.commands.run(words, words, guestPatienceInMilliseconds);
  }

  /** Asks the container to end, and ends it where it has not done so after the grace period. */
  async stop(id: string, graceInSeconds: number): Promise<void> {
    await this.commands.run(["stop", "--time", String(graceInSeconds), id], ["stop", id]);
  }

  /**
   * Switches a container off as a computer loses its power: without a word to whom it is connected to. Its network goes first, since its kernel
   * would refuse and reset connections for as long as Podman takes to clear up. Where that cannot be, it is switched off all the same.
   */
  async kill(id: string): Promise<void> {
    const process = (await this.inspect(id))?.State.Pid;
    if (process) {
      await this.withRights("sh", "-c", takeNetworkDown, "sh", String(process)).catch(() => undefined);
    }
    await this.commands.run(["kill", id]);
  }

  /**
   * Ends a container at once, where it runs, and removes it with all that it wrote. One that is gone meanwhile is no error in any Podman.
   *
   * Podman 4 takes the mounts of a container that has just ended away on its own time, and is busy until it has.
   */
  async remove(id: string): Promise<void> {
    const remove = () => this.commands.run(["rm", "--force", "--time", "0", "--volumes", id], ["rm", id]).then(() => undefined);
    await remove()
      .catch(async (error) => {
        unless("Busy")(error);
        await wait(secondsUntilMountsAreGone * 1000);
        await remove();
      })
      .catch(unless("NoSuchContainer"));
  }

  /** The control group that accounts for a container, as a path below where control groups are mounted; undefined unless it runs. */
  async controlGroup(id: string): Promise<string | undefined> {
    const container = await this.inspect(id);
    return container?.State.CgroupPath || undefined;
  }

  async networks(): Promise<Network[]> {
    const listed = await this.commands.run(["network", "ls", "--filter", `label=${this.label}`, "--format", "json"], ["network", "ls"]);
    return (JSON.parse(listed) as ListedNetwork[]).map(({ name, network_interface = "", subnets = [] }) => ({
      name,
      hostInterface: network_interface,
      subnets: subnets.map(({ subnet }) => subnet),
    }));
  }

  async createNetwork(name: string, options: readonly string[]): Promise<void> {
    await this.commands.run(["network", "create", "--label", this.label, ...options, name], ["network", "create", name]);
  }

  /** Removes a network; one that somebody else has removed meanwhile is what was wanted. */
  async removeNetwork(name: string): Promise<void> {
    await this.commands.run(["network", "rm", name]).catch(unless("NoSuchNetwork"));
    if ((await this.networks()).length === 0) {
      await this.wall.remove();
    }
  }

  /**
   * Removes the containers and networks of the region, whatever they do.
   * @throws Error with all that could not be removed, once everything else is.
   */
  async removeEverything(): Promise<void> {
    const problems: string[] = [];
    const note = (error: Error) => void problems.push(error.message);
    for (const { id } of await this.containers()) {
      await this.remove(id).catch(note);
    }
    for (const { name } of await this.networks()) {
      await this.removeNetwork(name).catch(note);
    }
    if (problems.length > 0) {
      throw new Error(problems.join("\n"));
    }
  }

  /**
   * Removes a folder that a machine could write to. What is in it can belong to users of the machine's, which for an ordinary user only Podman
   * can remove, and be deeper than a path can be long. No machine may have it any more.
   */
  async removeFolder(folder: string): Promise<void> {
    try {
      fs.rmSync(folder, { recursive: true, force: true });
    } catch {
      await this.withRights("rm", "-rf", "--", folder);
    }
  }

  /** Runs a command with rights over what is machines' own, which an ordinary user has where Podman has put its users. */
  private async withRights(program: string, ...options: string[]): Promise<void> {
    await (process.getuid?.() === 0 ? promisify(execFile)(program, options) : this.commands.run(["unshare", program, ...options]));
  }

  /** Puts up what a machine's first process must not begin without. */
  private async secure(id: string): Promise<void> {
    const container = await this.inspect(id);
    const owner = Number(container?.HostConfig.IDMappings?.UidMap?.[0]?.split(":")[1]);
    if (container !== undefined && container.State.Pid > 0 && owner > 0 && this.hostOptions.length > 0) {
      giveControlGroup(container.State.Pid, owner);
    }
    await this.wall.raise((await this.networks()).map(({ hostInterface }) => hostInterface));
  }

  private async inspect(id: string): Promise<InspectedContainer | undefined> {
    const inspected = await this.commands.run(["inspect", "--type", "container", id], ["inspect", id]);
    return (JSON.parse(inspected) as InspectedContainer[])[0];
  }

  private options(name: string): string[] {
    return ["--name", name, "--label", this.label, "--pull", "never", ...this.hostOptions];
  }

  private get label(): string {
    return `${regionLabel}=${this.region}`;
  }
}

/** On hosts with the first version of control groups, also beside the second, crun does not start, and runc does; elsewhere both do. */
function runtimeOptions(cgroupVersion: string): string[] {
  return cgroupVersion === "v1" ? ["--runtime", "runc"] : [];
}

function readContainer({ Id, Names, State, ExitCode, StartedAt, Created, Labels }: ListedContainer): Container {
  const hasEnded = State === "exited" || State === "stopped";
  return {
    id: Id,
    name: Names[0],
    status: State,
    ...(hasEnded && { exitCode: ExitCode }),
    createdAt: new Date(Created * 1000),
    ...(StartedAt > 0 && { startedAt: new Date(StartedAt * 1000) }),
    labels: Labels ?? {},
  };
}
