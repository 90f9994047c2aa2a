import { Engine, type Kept } from "../support/engine";
import { bag } from "../../../azure/test/support/bags";
import { IncompleteResource } from "../../region/provider/protocol/provider";
import { type DeclaredResource, type DeclaredTier, resourcesOf } from "./declared-tier";
import type { SimulatedDaemon } from "./simulated-daemon";

/** Somebody at the keyboard: declares a tier, and runs Pulumi until the region has it. */
export class SimulatedPerson {
  private readonly kept = new Map<string, Kept>();
  /** Creates that were not answered: the region may have the resource or not. */
  private readonly pending = new Map<string, DeclaredResource>();
  /** Resources whose deletion was not answered: the region may still have them or not. */
  private readonly leaving = new Set<string>();

  /** @param daemon The daemon that answers at the moment. */
  constructor(private readonly daemon: () => SimulatedDaemon) {}

  /**
   * Runs `pulumi up` once.
   * @returns What went wrong, a text for each resource; the others are as declared.
   */
  async up(tier: DeclaredTier): Promise<string[]> {
    const engine = this.engine();
    const declared = resourcesOf(tier);
    const problems: string[] = [];
    try {
      await this.refresh(engine);
      for (const resource of declared) {
        problems.push(...(await this.register(engine, resource)));
      }
      // Pulumi warns of creates that were not answered; somebody who heeds that has them answered in a run of their own.
      for (const resource of [...this.pending.values()]) {
        problems.push(...(await this.register(this.engine(), resource)));
      }
      // What is declared no more goes last, as the engine has it.
      for (const name of [...this.kept.keys()].reverse().filter((one) => !declared.some((resource) => resource.name === one))) {
        this.leaving.add(name);
        await this.orKilled(engine.delete(this.kept.get(name)?.id ?? ""));
        this.leaving.delete(name);
        this.kept.delete(name);
      }
    } catch (error) {
      problems.push((error as Error).message);
    }
    return problems;
  }

  /** Pulumi warns of deletions that were not answered too, and a refresh tells whether the resources are gone. */
  private async refresh(engine: Engine): Promise<void> {
    for (const name of this.leaving) {
      const before = this.kept.get(name);
      if (before && !(await this.orKilled(engine.exists(before)))) {
        this.kept.delete(name);
      }
      this.leaving.delete(name);
    }
  }

  private engine(): Engine {
    return new Engine(this.daemon().provider, "westeurope");
  }

  private async register(engine: Engine, { type, name, inputs }: DeclaredResource): Promise<string[]> {
    const before = this.kept.get(name);
    if (before && JSON.stringify(before.inputs.properties) === JSON.stringify(checkedInputs(engine, before, inputs))) {
      return [];
    }
    const daemon = this.daemon();
    if (!before) {
      this.pending.set(name, { type, name, inputs });
    }
    try {
      const registered = before ? engine.update(before, bag(inputs)) : engine.create(type, name, bag(inputs));
      this.kept.set(name, await this.orKilled(registered));
      this.pending.delete(name);
      return [];
    } catch (error) {
      if (error instanceof IncompleteResource) {
        const { id, inputs: given, outputs } = error.state;
        this.pending.delete(name);
        this.kept.set(name, { subject: { urn: `urn:pulumi:test::unit::${type}::${name}`, type, name }, id, inputs: given, outputs });
        return [...error.reasons];
      }
      if (!daemon.computer.isDead) {
        this.pending.delete(name);
      }
      throw error;
    }
  }

  /** A daemon that was killed answers nothing; the engine sees its connection end. */
  private orKilled<T>(answer: Promise<T>): Promise<T> {
    const { computer, killed } = this.daemon();
    const lost = killed.then(() => Promise.reject(new Error("the connection to the daemon is lost")));
    return Promise.race([computer.answered(answer), lost]);
  }
}

function checkedInputs(engine: Engine, { subject, inputs: before }: Kept, inputs: DeclaredResource["inputs"]) {
  return engine.check(subject.type, subject.name, bag(inputs), before).inputs.properties;
}
