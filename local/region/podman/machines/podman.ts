import { execFile } from "node:child_process";
import { shortDigest } from "../../../../azure/arm/id";

/** The label that everything of a region carries in Podman; its value is the region's id. Nothing without it is ever touched. */
export const regionLabel = "azure-web-tier.region";

/** The id of the region that keeps its state in a folder. */
export function regionOf(folder: string): string {
  return `region-${shortDigest(folder)}`;
}

/** A Podman command that failed. */
export class PodmanError extends Error {
  /** @param said What Podman wrote on its standard error, without its warnings. */
  constructor(
    readonly command: string,
    readonly said: string,
  ) {
    super(`podman ${command} failed: ${said}`);
    this.name = "PodmanError";
  }
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

interface ListedNetwork {
  name: string;
  network_interface?: string;
  subnets?: { subnet: string }[];
}

/** Starting one machine takes Podman well under a second, but thirty at once on two processors wait for each other. */
const commandTimeoutInMilliseconds = 120_000;

/** The Podman of this computer, as one region sees it: it lists and touches what carries the region's label and nothing else. */
export class Podman {
  private constructor(
    readonly region: string,
    /** Options of every container that this host needs. */
    private readonly hostOptions: readonly string[],
  ) {}

  /**
   * Finds Podman and what the host asks of it.
   * @param region The region's id; the value of its label.
   * @throws Error where Podman is not installed or does not work; it says what to install.
   */
  static async open(region: string): Promise<Podman> {
    const information = JSON.parse(await podman("info", "--format", "json")) as { host: { cgroupVersion: string } };
    return new Podman(region, runtimeOptions(information.host.cgroupVersion));
  }

  /** Creates and starts a container from an image that is there already. */
  async run(name: string, options: readonly string[], image: string, command: readonly string[]): Promise<void> {
    const own = ["--detach", "--name", name, "--label", this.label, "--pull", "never", ...this.hostOptions];
    await podman("run", ...own, ...options, image, ...command);
  }

  async hasImage(image: string): Promise<boolean> {
    const listed = JSON.parse(await podman("images", "--format", "json", "--filter", `reference=${image}`)) as unknown[];
    return listed.length > 0;
  }

  /** The region's containers, running or not, with all of the given labels. */
  async containers(...labels: string[]): Promise<Container[]> {
    const filters = [this.label, ...labels].flatMap((label) => ["--filter", `label=${label}`]);
    const listed = JSON.parse(await podman("ps", "--all", "--format", "json", ...filters)) as ListedContainer[];
    return listed.map(readContainer);
  }

  async start(id: string): Promise<void> {
    await podman("start", id);
  }

  /** Runs a command in a container. It costs a tenth of a second of processor time: not for anything that is done again and again. */
  async execute(id: string, ...command: string[]): Promise<void> {
    await podman("exec", id, ...command);
  }

  /** Asks the container to end, and ends it where it has not done so after the grace period. */
  async stop(id: string, graceInSeconds: number): Promise<void> {
    await podman("stop", "--time", String(graceInSeconds), id);
  }

  async kill(id: string): Promise<void> {
    await podman("kill", id);
  }

  /** Ends a container at once, where it runs, and removes it with all that it wrote. */
  async remove(id: string): Promise<void> {
    await podman("rm", "--force", "--time", "0", "--volumes", id);
  }

  /** The control group that accounts for a container, as a path below where control groups are mounted; undefined unless it runs. */
  async controlGroup(id: string): Promise<string | undefined> {
    const [container] = JSON.parse(await podman("inspect", "--type", "container", id)) as { State: { CgroupPath: string } }[];
    return container.State.CgroupPath || undefined;
  }

  async networks(): Promise<Network[]> {
    const listed = JSON.parse(await podman("network", "ls", "--filter", `label=${this.label}`, "--format", "json")) as ListedNetwork[];
    return listed.map(({ name, network_interface = "", subnets = [] }) => ({
      name,
      hostInterface: network_interface,
      subnets: subnets.map(({ subnet }) => subnet),
    }));
  }

  async createNetwork(name: string, options: readonly string[]): Promise<void> {
    await podman("network", "create", "--label", this.label, ...options, name);
  }

  /** Removes a network; one that somebody else has removed meanwhile is what was wanted. */
  async removeNetwork(name: string): Promise<void> {
    await podman("network", "rm", name).catch((error: unknown) => {
      if (!(error instanceof PodmanError && error.said.includes("network not found"))) {
        throw error;
      }
    });
  }

  /** Removes the containers and networks of the region, whatever they do. */
  async removeEverything(): Promise<void> {
    for (const { id } of await this.containers()) {
      await this.remove(id);
    }
    for (const { name } of await this.networks()) {
      await this.removeNetwork(name);
    }
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

function podman(...command: string[]): Promise<string> {
  const options = { timeout: commandTimeoutInMilliseconds, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    execFile("podman", command, options, (error, output, errors) => {
      if (!error) {
        resolve(output);
      } else if (error.code === "ENOENT") {
        reject(new Error("Podman was not found. Install the package podman and, where the host has control groups of version 1, runc."));
      } else {
        const reason = error.killed ? `it did not end within ${commandTimeoutInMilliseconds / 1000} s` : withoutWarnings(errors);
        reject(new PodmanError(command[0], reason || error.message));
      }
    });
  });
}

function withoutWarnings(errors: string): string {
  const lines = errors.split("\n").filter((line) => line.trim() !== "" && !/^time="[^"]*" level=(warning|info)/.test(line));
  return lines.join("\n").replace(/^Error: /, "");
}
