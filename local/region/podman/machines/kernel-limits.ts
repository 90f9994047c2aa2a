import * as fs from "node:fs";
import * as path from "node:path";

/** A kernel setting whose value is too low for a number of machines. */
export interface LowLimit {
  /** The setting as sysctl(8) names it. */
  readonly setting: string;
  readonly value: number;
  readonly needed: number;
}

interface Limit {
  readonly setting: string;
  /** What a machine uses of it, measured with Debian 12 and doubled for what user data adds. */
  readonly perMachine: number;
  /** Left to everything else on the computer that shares the limit. */
  readonly reserve: number;
}

/**
 * The kernel counts these for each user over all machines, as all of them are that user's. inotify(7) instances are the first in the way:
 * systemd has 4 in each machine, D-Bus and the login service one each, and many computers allow 128.
 */
const limits: readonly Limit[] = [
  { setting: "fs.inotify.max_user_instances", perMachine: 12, reserve: 128 },
  { setting: "fs.inotify.max_user_watches", perMachine: 30, reserve: 8192 },
];

/** Each console is a pseudo-terminal, and these are counted over the whole computer (pty(7)). */
const terminals: Limit = { setting: "kernel.pty.max", perMachine: 1, reserve: 256 };

/** Key rings (keyrings(7)) of root, who has limits of his own and runs most services of a machine: 8 of them in 125 bytes. */
const rootKeys: readonly Limit[] = [
  { setting: "kernel.keys.root_maxkeys", perMachine: 16, reserve: 200 },
  { setting: "kernel.keys.root_maxbytes", perMachine: 250, reserve: 20_000 },
];

/** Key rings of any other user: a service's own user has one or two in each machine. Under rootless Podman root's are among them. */
const userKeys = (machineIsOneUsers: boolean): readonly Limit[] => [
  { setting: "kernel.keys.maxkeys", perMachine: machineIsOneUsers ? 16 : 4, reserve: 50 },
  { setting: "kernel.keys.maxbytes", perMachine: machineIsOneUsers ? 250 : 60, reserve: 5_000 },
];

const procSys = "/proc/sys";

/**
 * Compares the kernel's settings with what a number of machines on this computer needs.
 * @param isRoot Whether Podman runs as root, who has other limits than everybody else.
 * @returns The settings that are too low; a setting that the kernel does not have limits nothing.
 */
export function lowLimits(machines: number, isRoot = process.getuid?.() === 0, folder = procSys): LowLimit[] {
  return [...limits, terminals, ...(isRoot ? rootKeys : []), ...userKeys(!isRoot)]
    .map(({ setting, perMachine, reserve }) => ({ setting, value: readSetting(folder, setting), needed: reserve + machines * perMachine }))
    .filter(({ value, needed }) => value < needed);
}

/**
 * Raises the settings that are too low as far as this user may. A setting that was raised falls back when the computer starts anew.
 * @returns What was raised, and what is still too low.
 */
export function raiseLimits(low: readonly LowLimit[], folder = procSys): { raised: LowLimit[]; remaining: LowLimit[] } {
  const isRaised = ({ setting, needed }: LowLimit) => {
    try {
      fs.writeFileSync(place(folder, setting), String(needed));
    } catch {
      return false;
    }
    return readSetting(folder, setting) >= needed;
  };
  const raised = low.filter(isRaised);
  return { raised, remaining: low.filter((limit) => !raised.includes(limit)) };
}

/** Says what was raised for a number of machines, as it is a change of the computer's own settings. */
export function describeRaisedLimits(machines: number, raised: readonly LowLimit[]): string {
  const settings = raised.map(({ setting, value, needed }) => `${setting} from ${value} to ${needed}`).join("; ");
  return `raised kernel limits of this computer, until it starts anew, so that ${machines} machines can boot: ${settings}`;
}

/** Says which settings stand in the way of a number of machines, and the command that raises them. */
export function describeLowLimits(machines: number, low: readonly LowLimit[]): string {
  const settings = low.map(({ setting, value, needed }) => `${setting} is ${value}, and ${needed} are needed`).join("; ");
  const command = `sudo sysctl ${low.map(({ setting, needed }) => `${setting}=${needed}`).join(" ")}`;
  return `The kernel's limits are too low for ${machines} machines: ${settings}. Machines beyond them do not boot to the end. Raise them with: ${command}`;
}

function readSetting(folder: string, setting: string): number {
  const file = place(folder, setting);
  return fs.existsSync(file) ? Number(fs.readFileSync(file, "utf8")) : Infinity;
}

function place(folder: string, setting: string): string {
  return path.join(folder, ...setting.split("."));
}
