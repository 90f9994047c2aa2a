import type { Bag } from "../properties/bag";
import type { Path } from "../properties/path";

/** One resource in a request of the engine. */
export interface Subject {
  readonly urn: string;
  /** The type token. */
  readonly type: string;
  /** The name that the program gave. */
  readonly name: string;
}

/** What the engine proposes as a name, by the stack's `pulumi:autonaming` setting. */
export interface Autonaming {
  readonly proposedName: string;
  /** A proposal may be lengthened or passed over, an enforced name may not; disabled, the program must give the name itself. */
  readonly mode: "propose" | "enforce" | "disabled";
}

/** A reason for which a resource's inputs are refused; an empty property means the resource as a whole. */
export interface CheckFailure {
  readonly property: string;
  readonly reason: string;
}

export type ChangeKind = "add" | "add-replace" | "delete" | "delete-replace" | "update" | "update-replace";

export interface PropertyChange {
  readonly path: Path;
  readonly kind: ChangeKind;
}

export interface DiffResult {
  readonly changes: readonly PropertyChange[];
  readonly deleteBeforeReplace: boolean;
}

/** A resource as it stands, for the engine to keep. */
export interface ResourceState {
  readonly id: string;
  readonly inputs: Bag;
  readonly outputs: Bag;
}

/** Shows a line to the person who runs the engine, beside the resource that it is about. */
export type Warn = (urn: string, message: string) => void;

/**
 * One provider of the Pulumi engine as the region implements it: the engine's requests with properties read out of the wire
 * format. Every method throws an Error whose message is for the author of the program.
 */
export interface Provider {
  /** The package's name in Pulumi, such as `azure-native`. */
  readonly name: string;
  readonly version: string;
  /** Begins a run of the engine; whatever a preview plans lives as long as the session. */
  session(warn: Warn): ProviderSession;
}

export interface ProviderSession {
  checkConfig(config: Bag): CheckFailure[];
  configure(config: Bag): void;
  check(
    subject: Subject,
    before: Bag,
    inputs: Bag,
    autonaming: Autonaming | undefined,
    seed: Uint8Array,
  ): { inputs: Bag; failures: CheckFailure[] };
  diff(subject: Subject, id: string, before: Bag, inputs: Bag): DiffResult;
  create(subject: Subject, inputs: Bag, preview: boolean): { id: string; outputs: Bag };
  update(subject: Subject, id: string, inputs: Bag, preview: boolean): Bag;
  delete(id: string): void;
  /** Undefined where there is no such resource (any more). */
  read(subject: Subject, id: string, inputs: Bag): ResourceState | undefined;
  invoke(token: string, args: Bag): Bag;
}
