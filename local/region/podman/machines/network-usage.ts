import * as fs from "node:fs";
import * as path from "node:path";
import { isGone, isUnified } from "./usage";

/** What went over a machine's network interfaces since it started, in bytes. */
export interface NetworkUsage {
  readonly receivedBytes: number;
  readonly sentBytes: number;
}

/** Where the kernel shows its files; other folders in tests. */
export interface KernelFolders {
  readonly controlGroups: string;
  readonly processes: string;
}

const kernelFolders: KernelFolders = { controlGroups: "/sys/fs/cgroup", processes: "/proc" };

/** Deeper than Podman and its runtimes put a container's first process below the container's own control group. */
const deepestGroup = 3;

/**
 * Reads what went over the network of containers, from the kernel's table of the network that a container's first process sees
 * (https://man7.org/linux/man-pages/man5/proc_pid_net.5.html). That process is looked for once for each start of a container.
 */
export class NetworkUsageReader {
  /** The first process of each container that was seen to run, by its control group. */
  private readonly firstProcesses = new Map<string, string>();

  constructor(private readonly folders: KernelFolders = kernelFolders) {}

  /**
   * @param controlGroup The path of the container's group below where control groups are mounted.
   * @returns undefined where the container does not run.
   */
  read(controlGroup: string): NetworkUsage | undefined {
    const known = this.firstProcesses.get(controlGroup);
    const process = known !== undefined && this.belongsTo(known, controlGroup) ? known : this.findFirstProcess(controlGroup);
    if (process === undefined) {
      this.firstProcesses.delete(controlGroup);
      return undefined;
    }
    this.firstProcesses.set(controlGroup, process);
    const table = this.readOf(process, "net/dev");
    return table === undefined ? undefined : interfaceSums(table);
  }

  /** To be told of a container that was removed. */
  forget(controlGroup: string): void {
    this.firstProcesses.delete(controlGroup);
  }

  /** Process numbers come round again, so one that is known may be another process by now. */
  private belongsTo(process: string, controlGroup: string): boolean {
    return this.readOf(process, "cgroup")?.includes(controlGroup) ?? false;
  }

  /** The process that has number 1 in the container; others may have a network of their own. */
  private findFirstProcess(controlGroup: string): string | undefined {
    const { controlGroups } = this.folders;
    const tree = isUnified(controlGroups) ? controlGroups : path.join(controlGroups, "cpuacct");
    return processesBelow(path.join(tree, controlGroup), deepestGroup).find((process) =>
      /^NSpid:.*\s1$/m.test(this.readOf(process, "status") ?? ""),
    );
  }

  private readOf(process: string, file: string): string | undefined {
    try {
      return fs.readFileSync(path.join(this.folders.processes, process, file), "utf8");
    } catch (error) {
      if (isGone(error)) {
        return undefined;
      }
      throw error;
    }
  }
}

function processesBelow(folder: string, depth: number): string[] {
  try {
    const own = fs.readFileSync(path.join(folder, "cgroup.procs"), "utf8").split("\n").filter(Boolean);
    const groups = depth === 0 ? [] : fs.readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return [...own, ...groups.flatMap(({ name }) => processesBelow(path.join(folder, name), depth - 1))];
  } catch (error) {
    if (isGone(error)) {
      return [];
    }
    throw error;
  }
}

/** Adds up all interfaces but the loopback one, which Azure does not see either. */
function interfaceSums(table: string): NetworkUsage {
  const rows = [...table.matchAll(/^\s*([^\s:]+):\s*(\d+)(?:\s+\d+){7}\s+(\d+)/gm)].filter(([, name]) => name !== "lo");
  return {
    receivedBytes: rows.reduce((sum, [, , received]) => sum + Number(received), 0),
    sentBytes: rows.reduce((sum, [, , , sent]) => sum + Number(sent), 0),
  };
}
