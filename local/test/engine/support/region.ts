import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { EventLog, type RegionEvent } from "../../../region/foundation/event-log";
import type { Resource } from "../../../region/store/resource";
import { eventually } from "../../support/eventually";
import { checkout } from "./checkout";
import { Ended, run } from "./command";

/** The region of a sandbox, as its files and its process show it from outside. */
export class Region {
  private readonly resourcesFolder: string;

  constructor(
    readonly folder: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {
    this.resourcesFolder = path.join(folder, "resources");
  }

  /** The names of the resource files. */
  files(): string[] {
    return fs.existsSync(this.resourcesFolder) ? fs.readdirSync(this.resourcesFolder).filter((file) => file.endsWith(".json")) : [];
  }

  resources(): Resource[] {
    return this.files().map((file) => JSON.parse(fs.readFileSync(path.join(this.resourcesFolder, file), "utf8")) as Resource);
  }

  /** The ids of everything in the region, in order. */
  ids(): string[] {
    return this.resources()
      .map(({ id }) => id)
      .sort();
  }

  /** The type and name of everything in the region, such as `LoadBalancer shop-front`, in order. */
  names(): string[] {
    return this.resources()
      .map(({ id, type }) => `${type.slice(type.lastIndexOf(":") + 1)} ${id.slice(id.lastIndexOf("/") + 1)}`)
      .sort();
  }

  /** Takes a resource out of the region behind the back of the daemon, which must not run. */
  removeFile(file: string): void {
    fs.rmSync(path.join(this.resourcesFolder, file));
  }

  /** Calls back once something is true after a change of the resource files. */
  watch(reached: () => boolean, then: () => void): void {
    fs.mkdirSync(this.resourcesFolder, { recursive: true });
    const watcher = fs.watch(this.resourcesFolder, () => {
      if (reached()) {
        watcher.close();
        then();
      }
    });
  }

  /** Kills the daemon once something is true of the resource files. */
  killWhen(reached: () => boolean): Promise<void> {
    const daemon = this.process();
    return new Promise((resolve) => {
      this.watch(reached, () => {
        process.kill(daemon, "SIGKILL");
        resolve(gone(daemon));
      });
    });
  }

  /** Has the daemon hang once something is true of the resource files. @returns Its process number. */
  hangWhen(reached: () => boolean): Promise<number> {
    return new Promise((resolve) => this.watch(reached, () => resolve(this.hang())));
  }

  /** Has the daemon hang: it lives, and does nothing. @returns Its process number. */
  hang(): number {
    const daemon = this.process();
    process.kill(daemon, "SIGSTOP");
    return daemon;
  }

  /** Removes what tells of the daemon, as if it had not come to write it. */
  forgetAnnouncement(): void {
    fs.rmSync(path.join(this.folder, "daemon"));
  }

  /** Everything that the region wrote, but for its own program and its key. */
  texts(): string {
    return (fs.readdirSync(this.folder, { recursive: true, withFileTypes: true }) as fs.Dirent[])
      .filter((entry) => entry.isFile() && entry.name !== "key" && !entry.name.startsWith("daemon.js"))
      .map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name), "utf8"))
      .join("\n");
  }

  /** The daemon's process number, as the launchers read it. */
  process(): number {
    return Number(/^pid=(\d+)$/m.exec(fs.readFileSync(path.join(this.folder, "daemon"), "utf8"))?.[1]);
  }

  /** The port of a provider, as the launchers read it. */
  port(provider: string): number {
    const name = provider.replace(/-/g, "_");
    return Number(new RegExp(`^${name}=(\\d+)$`, "m").exec(fs.readFileSync(path.join(this.folder, "daemon"), "utf8"))?.[1]);
  }

  events(): RegionEvent[] {
    return new EventLog(this.folder).last(1000);
  }

  start(settings: NodeJS.ProcessEnv = {}): Promise<Ended> {
    return run(path.join(checkout, "local/plugin/start"), [], { ...this.env, ...settings });
  }

  /** Runs the daemon's own program once more, past the launchers. */
  startAnother(): Promise<Ended> {
    return run(process.execPath, [path.join(this.folder, "daemon.js"), this.folder], this.env);
  }

  /** Runs the plugin of a provider as the engine does. */
  launch(provider: string): Launcher {
    const child = spawn(path.join(checkout, `local/plugin/pulumi-resource-${provider}`), {
      env: this.env,
      stdio: ["pipe", "pipe", "inherit"],
    });
    return {
      port: new Promise((resolve) => child.stdout.setEncoding("utf8").once("data", (text: string) => resolve(text.trim()))),
      ended: new Promise((resolve) => child.once("close", resolve)),
      closeInput: () => child.stdin.end(),
    };
  }

  async stop(): Promise<void> {
    const { status, output } = await run(path.join(checkout, "local/plugin/stop"), [], this.env);
    if (status !== 0) {
      throw new Error(output);
    }
  }

  /** Ends the daemon without giving it time for anything, and returns when it is gone. */
  async kill(): Promise<void> {
    const daemon = this.process();
    process.kill(daemon, "SIGKILL");
    await gone(daemon);
  }

  /** The process numbers of everything that runs for this region, an engine included. */
  processes(): number[] {
    return fs
      .readdirSync("/proc")
      .map(Number)
      .filter((id) => id > 0 && id !== process.pid && isRunning(id) && environmentOf(id).includes(`LOCAL_REGION_FOLDER=${this.folder}`));
  }

  /** Ends everything that runs for this region; what ends by itself meanwhile is as good. */
  endProcesses(): void {
    for (const id of this.processes()) {
      try {
        process.kill(id);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ESRCH") {
          throw error;
        }
      }
    }
  }

  /** The process numbers of those that run the daemon's program. */
  daemons(): number[] {
    return this.processes().filter((id) => commandOf(id).includes(path.join(this.folder, "daemon.js")));
  }

  /** The process numbers of the plugins that wait for the engine to end. */
  launchers(): number[] {
    return this.processes().filter((id) => commandOf(id) === "cat" || commandOf(id).includes("/plugin/"));
  }
}

/** A plugin as the engine sees it. */
export interface Launcher {
  readonly port: Promise<string>;
  readonly ended: Promise<number | null>;
  closeInput(): void;
}

/** True while a process lives; one that only waits to be collected by its parent does not. */
export function isRunning(id: number): boolean {
  const status = textOf(`/proc/${id}/status`);
  return status !== "" && !/^State:\s+[ZX]/m.test(status);
}

/** Resolves once a process does not run any more, which is a moment after it let go of its locks; fails where it stays. */
export function gone(id: number): Promise<void> {
  return eventually(() => !isRunning(id));
}

function commandOf(id: number): string {
  return textOf(`/proc/${id}/cmdline`).split("\0").join(" ").trim();
}

function environmentOf(id: number): string[] {
  return textOf(`/proc/${id}/environ`).split("\0");
}

/** Processes come and go while they are looked at. */
function textOf(file: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
