import { spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import * as path from "node:path";
import type { Declarations } from "../../programs/declared/declaration";
import { Ended, run } from "./command";
import { Events, readEvents } from "./events";
import type { ProgramHosts } from "./program-hosts";

/** A stack's settings by their keys, such as `azure-native:location`. */
export type Settings = Record<string, unknown>;

/** A run of the engine: how it ended, what it printed and what it did. */
export type Run = Ended & Events;

/** A resource in the state that the engine keeps. */
export interface Kept {
  readonly urn: string;
  readonly id?: string;
  readonly type: string;
  readonly inputs: Record<string, unknown>;
  readonly outputs: Record<string, unknown>;
}

/** A stack in a sandbox, driven by the Pulumi command line as a person drives it. */
export class Stack {
  private readonly settingsFile: string;
  private readonly eventLog: string;
  private key = "";

  constructor(
    readonly folder: string,
    private readonly name: string,
    private readonly env: NodeJS.ProcessEnv,
    /** What a command line of Pulumi's begins with. */
    private readonly commandBegin: readonly string[] = ["pulumi"],
    /** What runs its program; the language host that Pulumi starts where there is none. */
    private readonly hosts?: ProgramHosts,
  ) {
    this.settingsFile = path.join(folder, `Pulumi.${name}.yaml`);
    this.eventLog = path.join(folder, "events");
  }

  /** The whole command line of an operation on the stack, for those who start it themselves. */
  commandLine(operation: string, ...options: string[]): string[] {
    return [...this.commandBegin, ...this.global(), operation, "--stack", this.name, ...options];
  }

  /** @param secretsProvider What keeps the stack's key, as `pulumi stack init` takes it: `passphrase`, or a URL. */
  async create(settings: Settings, secretsProvider: string): Promise<void> {
    const { status, output } = await this.pulumi("stack", "init", this.name, `--secrets-provider=${secretsProvider}`);
    if (status !== 0) {
      throw new Error(output);
    }
    // The engine keeps what it needs for the stack's secrets in the same file as the settings.
    this.key = fs.readFileSync(this.settingsFile, "utf8").trimEnd();
    this.configure(settings);
  }

  /** Puts other settings in the place of all that there were. */
  configure(settings: Settings): void {
    const lines = Object.entries(settings).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
    fs.writeFileSync(this.settingsFile, [this.key, "config:", ...lines, ""].join("\n"));
  }

  /** Puts other resources, and perhaps settings, in the place of those of a declared program. */
  declare(resources: Declarations, settings: Settings = {}): void {
    this.configure({ ...settings, "declared:resources": resources });
  }

  preview(...options: string[]): Promise<Run> {
    return this.operateProgram("preview", ...options);
  }

  up(...options: string[]): Promise<Run> {
    return this.operateProgram("up", "--yes", "--skip-preview", ...options);
  }

  /** `up` as a person runs it, who looks at the preview first. */
  upAfterPreview(...options: string[]): Promise<Run> {
    return this.operateProgram("up", "--yes", ...options);
  }

  /** `up`, killed without a chance to tidy up once the trigger is pulled; whatever it was doing is unlocked for the next run. */
  async upKilledWhen(arm: (trigger: () => void) => void): Promise<void> {
    const [command, ...rest] = this.commandLine("up", "--yes", "--skip-preview");
    const child = spawn(command, rest, { env: this.env, stdio: "ignore" });
    arm(() => child.kill("SIGKILL"));
    await once(child, "exit");
    await this.pulumi("cancel", "--yes", "--stack", this.name);
  }

  refresh(...options: string[]): Promise<Run> {
    return this.operate("refresh", "--yes", "--skip-preview", ...options);
  }

  destroy(...options: string[]): Promise<Run> {
    return this.operate("destroy", "--yes", "--skip-preview", ...options);
  }

  /** `pulumi import`: takes a resource that exists into the state. */
  import(type: string, name: string, id: string): Promise<Run> {
    return this.operate("import", type, name, id, "--yes", "--skip-preview", "--protect=false", "--generate-code=false");
  }

  /** The engine's state as `pulumi stack export` prints it. */
  async exported(): Promise<string> {
    return (await this.pulumi("stack", "export", "--stack", this.name)).stdout;
  }

  /** The program's resources in the engine's state. */
  async kept(): Promise<Kept[]> {
    const { deployment } = JSON.parse(await this.exported()) as { deployment: { resources?: Kept[] } };
    return (deployment.resources ?? []).filter(({ id, type }) => id !== undefined && !type.startsWith("pulumi:"));
  }

  async outputs(): Promise<Record<string, unknown>> {
    const { stdout } = await this.pulumi("stack", "output", "--json", "--stack", this.name);
    return JSON.parse(stdout) as Record<string, unknown>;
  }

  private operateProgram(operation: string, ...options: string[]): Promise<Run> {
    return this.hosts
      ? this.hosts.lend((address) => this.operate(operation, `--client=${address}`, ...options))
      : this.operate(operation, ...options);
  }

  private async operate(operation: string, ...options: string[]): Promise<Run> {
    fs.rmSync(this.eventLog, { force: true });
    const ended = await this.pulumi(operation, "--stack", this.name, "--event-log", this.eventLog, ...options);
    const log = fs.existsSync(this.eventLog) ? fs.readFileSync(this.eventLog, "utf8") : "";
    return { ...ended, ...readEvents(log) };
  }

  private pulumi(...args: string[]): Promise<Ended> {
    const [command, ...begin] = this.commandBegin;
    return run(command, [...begin, ...this.global(), ...args], this.env);
  }

  private global(): string[] {
    return ["--cwd", this.folder, "--non-interactive", "--color", "never"];
  }
}
