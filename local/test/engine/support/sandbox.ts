import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type { Declarations } from "../../programs/declared/declaration";
import { linkCheckout } from "./checkout";
import { KeyStore } from "./key-store";
import { ProgramHosts } from "./program-hosts";
import { Region } from "./region";
import { Settings, Stack } from "./stack";

/** A region and an engine of their own in a temporary folder: nothing of the person who runs the tests is read or changed. */
export class Sandbox {
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "local-region-"));
  /** The environment of everything that runs in the sandbox. */
  readonly env: NodeJS.ProcessEnv;
  private readonly stacks = new Map<string, Stack>();
  private readonly programHosts: ProgramHosts;
  private readonly keyStore = new KeyStore();
  readonly region: Region;

  /** @param commandBegin What a command line of Pulumi's begins with. */
  constructor(private readonly commandBegin?: readonly string[]) {
    const regionFolder = path.join(this.folder, "region");
    this.env = {
      ...process.env,
      LOCAL_REGION_FOLDER: regionFolder,
      // What the engine sees does not depend on machines, and these tests have none to wait for.
      LOCAL_REGION_MACHINES: "none",
      // An engine that fails or is killed leaves its pipes there.
      TMPDIR: path.join(this.folder, "temporary"),
      // As local/engine/private/pulumi has it.
      GOGC: "400",
      PULUMI_HOME: path.join(this.folder, "home"),
      PULUMI_BACKEND_URL: `file://${path.join(this.folder, "state")}`,
      PULUMI_CONFIG_PASSPHRASE: "test",
      // Lets the engine write what it does as a list of events, which says more, and more exactly, than what it prints.
      PULUMI_DEBUG_COMMANDS: "true",
    };
    delete this.env.PULUMI_STACK;
    for (const name of ["state", "temporary"]) fs.mkdirSync(path.join(this.folder, name));
    this.programHosts = new ProgramHosts(path.join(this.folder, "temporary"));
    this.region = new Region(regionFolder, this.env);
  }

  /** A new stack of a project of the checkout, such as `local`. */
  stack(project: string, name: string, settings: Settings = {}): Promise<Stack> {
    return this.create(project, name, settings, "passphrase");
  }

  /** A new stack of a project whose program and key are in processes that stay, so that each operation takes a fraction of the time. */
  async hostedStack(project: string, name: string, settings: Settings = {}): Promise<Stack> {
    if (this.commandBegin) {
      // Another command may put the engine where it does not reach them, such as into a network of its own.
      return this.stack(project, name, settings);
    }
    Object.assign(this.env, await this.keyStore.open());
    return this.create(project, name, settings, KeyStore.secretsProvider, this.programHosts);
  }

  private async create(project: string, name: string, settings: Settings, secretsProvider: string, hosts?: ProgramHosts): Promise<Stack> {
    const root = path.join(this.folder, `${project.replace(/\//g, "-")}-${name}`);
    const stack = new Stack(linkCheckout(root, project), name, this.env, this.commandBegin, hosts);
    await stack.create(settings, secretsProvider);
    this.stacks.set(name, stack);
    return stack;
  }

  /** A stack that an earlier test made. */
  known(name: string): Stack {
    const stack = this.stacks.get(name);
    if (!stack) {
      throw new Error(`no test before this one made the stack ${name}`);
    }
    return stack;
  }

  /** A new stack of the program that consists of the given resources and nothing else. */
  async declare(name: string, resources: Declarations, settings: Settings = {}): Promise<Stack> {
    return this.hostedStack("local/test/programs/declared", name, { ...settings, "declared:resources": resources });
  }

  /** Stops the region, and what an engine that was killed has left running, and removes everything. */
  async remove(): Promise<void> {
    this.programHosts.end();
    this.keyStore.close();
    await this.region.stop();
    this.region.endProcesses();
    fs.rmSync(this.folder, { recursive: true });
  }
}
