import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { type Bag, valueAt } from "../../../azure/properties/bag";
import { parseDotted } from "../../../azure/properties/path";
import { bag } from "../../../azure/test/support/bags";
import { AzureNative } from "../../region/provider/azure-native/azure-native";
import { Store } from "../../region/store/store";
import { Engine, type Kept } from "../support/engine";
import { type Declared, type Registrar, runProgram, type Settings } from "./program";
import { type Refusal, refusalsIn } from "./refusal";

/** What came of a run of the engine. */
export interface Outcome {
  /** Why it stopped; nothing where all is as declared. */
  readonly refusals: readonly Refusal[];
  /** What the preview said beside resources, each with the property before a colon. */
  readonly warnings: readonly string[];
  /** What the run did, such as `update servers`. */
  readonly steps: readonly string[];
}

/** One stack of a program at a control plane without machines. It does what the engine does, in the same order, in this process. */
export class FieldStack {
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "local-region-field-"));
  private readonly provider = new AzureNative(new Store(this.folder));
  private readonly kept = new Map<string, Kept>();

  /** Runs `pulumi up`: a preview, and where that finds nothing wrong, the update. */
  async up(program: string, settings: Settings = {}): Promise<Outcome> {
    const preview = await this.run(program, settings, true);
    return preview.refusals.length > 0 ? preview : { ...(await this.run(program, settings, false)), warnings: preview.warnings };
  }

  /** Runs `pulumi refresh`. */
  async refresh(): Promise<void> {
    const { session } = new Engine(this.provider);
    for (const [name, { subject, id, inputs, outputs }] of this.kept) {
      const state = await session.read(subject, id, inputs, outputs);
      if (state) {
        this.kept.set(name, { subject, ...state });
      } else {
        this.kept.delete(name);
      }
    }
  }

  /** Runs `pulumi destroy`. */
  async destroy(): Promise<readonly Refusal[]> {
    const run = new StackRun(this.provider, this.kept, false);
    await run.deleteOthers();
    return run.refusals;
  }

  remove(): void {
    fs.rmSync(this.folder, { recursive: true });
  }

  private async run(program: string, settings: Settings, preview: boolean): Promise<Outcome> {
    const run = new StackRun(this.provider, this.kept, preview);
    await runProgram(program, run, preview, settings);
    await run.deleteOthers();
    return { refusals: run.refusals, warnings: run.engine.warnings, steps: run.steps };
  }
}

class StackRun implements Registrar {
  readonly engine: Engine;
  readonly refusals: Refusal[] = [];
  readonly steps: string[] = [];
  private readonly declared = new Set<string>();
  /** The ids of what was replaced and goes when all else is there. */
  private readonly replaced: string[] = [];

  constructor(
    provider: AzureNative,
    private readonly kept: Map<string, Kept>,
    private readonly preview: boolean,
  ) {
    this.engine = new Engine(provider);
  }

  /** Answers as the engine does; once something has been refused, nothing more is asked of the region. */
  async register(resource: Declared): Promise<{ id: string; outputs: Bag }> {
    this.declared.add(resource.name);
    const unanswered = { id: "", outputs: resource.inputs };
    if (this.refusals.length > 0 || !resource.type.startsWith("azure-native:")) {
      return unanswered;
    }
    return (await this.unlessRefused(resource.name, () => this.step(resource))) ?? unanswered;
  }

  invoke(token: string, args: Bag): Bag {
    return this.engine.session.invoke(token, args);
  }

  /** Deletes what the program declares no longer, in the reverse order of its creation. */
  async deleteOthers(): Promise<void> {
    if (this.preview) {
      return;
    }
    const gone = [...this.kept].reverse().filter(([name]) => !this.declared.has(name));
    for (const id of this.replaced) {
      await this.unlessRefused("", () => this.engine.delete(id));
    }
    for (const [name, { id }] of gone) {
      await this.unlessRefused(name, async () => {
        await this.engine.delete(id);
        this.kept.delete(name);
      });
    }
  }

  private async step({ type, name, inputs: given, ignoreChanges, deleteBeforeReplace }: Declared): Promise<Kept> {
    const before = this.kept.get(name);
    const inputs = before ? withOld(given, before.inputs, ignoreChanges) : given;
    const checked = this.engine.check(type, name, inputs, before?.inputs);
    if (checked.failures.length > 0) {
      throw checked.failures;
    }
    const kept = before ? await this.change(before, checked.inputs, deleteBeforeReplace) : await this.create(type, name, checked.inputs);
    if (!this.preview) {
      // The engine keeps resources in the order in which they were last declared, as one may come to need another later.
      this.kept.delete(name);
      this.kept.set(name, kept);
    }
    return kept;
  }

  private async create(type: string, name: string, inputs: Bag): Promise<Kept> {
    this.steps.push(`create ${name}`);
    return this.engine.createChecked(type, name, inputs, this.preview);
  }

  private async change(before: Kept, inputs: Bag, asked: boolean): Promise<Kept> {
    const { subject, id } = before;
    const { changes, deleteBeforeReplace } = this.engine.session.diff(subject, id, before.inputs, inputs);
    if (changes.length === 0) {
      return before;
    }
    if (!changes.some(({ kind }) => kind.endsWith("-replace"))) {
      this.steps.push(`update ${subject.name}`);
      return { subject, id, inputs, outputs: await this.engine.session.update(subject, id, inputs, this.preview) };
    }
    this.steps.push(`replace ${subject.name}`);
    if ((asked || deleteBeforeReplace) && !this.preview) {
      await this.engine.delete(id);
    } else if (!this.preview) {
      this.replaced.push(id);
    }
    return this.engine.createChecked(subject.type, subject.name, inputs, this.preview);
  }

  private async unlessRefused<T>(name: string, ask: () => Promise<T>): Promise<T | undefined> {
    try {
      return await ask();
    } catch (error) {
      this.refusals.push(...refusalsIn(name, error, this.preview));
      return undefined;
    }
  }
}

/** The inputs with those that are not to change as they were. */
function withOld(given: Bag, before: Bag, ignored: readonly string[]): Bag {
  const properties = { ...given.properties };
  for (const name of ignored) {
    const old = valueAt(before.properties, parseDotted(name));
    if (old === undefined) {
      delete properties[name];
    } else {
      properties[name] = old;
    }
  }
  return bag(properties, ...given.secrets);
}
