import type { Bag } from "../../../azure/properties/bag";
import type { Autonaming, CheckFailure, DiffResult, ProviderSession, Run, Subject } from "../../region/provider/protocol/provider";
import { AzureNative } from "../../region/provider/azure-native/azure-native";
import { Store } from "../../region/store/store";
import { bag } from "../../../azure/test/support/bags";

/** A resource as the engine keeps it in its state. */
export interface Kept {
  readonly subject: Subject;
  readonly id: string;
  readonly inputs: Bag;
  readonly outputs: Bag;
}

const seed = new Uint8Array();

/** The part of the Pulumi engine that talks to a provider: asks in the same order, and throws what a person would read. */
export class Engine implements Run {
  readonly warnings: string[] = [];
  readonly cancelled = new AbortController().signal;
  readonly session: ProviderSession;

  constructor(provider: AzureNative, location?: string) {
    this.session = provider.session(this);
    this.session.configure(bag(location === undefined ? {} : { location }));
  }

  /** An engine at the region in a folder. */
  static at(folder: string, location?: string): Engine {
    return new Engine(new AzureNative(new Store(folder)), location);
  }

  warn(_urn: string, message: string): void {
    this.warnings.push(message);
  }

  tell(): void {
    // Nothing takes its time here.
  }

  check(type: string, name: string, inputs: Bag, before: Bag = bag(), autonaming?: Autonaming): { inputs: Bag; failures: CheckFailure[] } {
    return this.session.check(subjectOf(type, name), before, inputs, autonaming, seed);
  }

  /** Registers a resource that the state does not have. */
  async create(type: string, name: string, given: Bag, preview = false): Promise<Kept> {
    return this.createChecked(type, name, this.checked(type, name, given, bag()), preview);
  }

  /** Creates a resource whose inputs came through an earlier check, when less was known. */
  async createChecked(type: string, name: string, inputs: Bag, preview = false): Promise<Kept> {
    const { id, outputs } = await this.session.create(subjectOf(type, name), inputs, preview);
    return { subject: subjectOf(type, name), id, inputs, outputs };
  }

  async delete(id: string): Promise<void> {
    await this.session.delete(id);
  }

  /** Refreshes a resource that the state has, and tells whether it is still there. */
  async exists({ subject, id, inputs, outputs }: Kept): Promise<boolean> {
    return (await this.session.read(subject, id, inputs, outputs)) !== undefined;
  }

  /** Registers a resource that the state has, up to the question what changes. */
  diff({ subject, id, inputs }: Kept, given: Bag): DiffResult {
    return this.session.diff(subject, id, inputs, this.checked(subject.type, subject.name, given, inputs));
  }

  /** Registers a resource that the state has with a change that needs no replacement. */
  async update(kept: Kept, given: Bag, preview = false): Promise<Kept> {
    const { subject, id } = kept;
    const inputs = this.checked(subject.type, subject.name, given, kept.inputs);
    this.session.diff(subject, id, kept.inputs, inputs);
    return { subject, id, inputs, outputs: await this.session.update(subject, id, inputs, preview) };
  }

  private checked(type: string, name: string, given: Bag, before: Bag): Bag {
    const { inputs, failures } = this.check(type, name, given, before);
    if (failures.length > 0) {
      throw new Error(failures.map(({ property, reason }) => `${property}: ${reason}`).join("\n"));
    }
    return inputs;
  }
}

export function subjectOf(type: string, name: string): Subject {
  return { urn: `urn:pulumi:test::unit::${type}::${name}`, type, name };
}
