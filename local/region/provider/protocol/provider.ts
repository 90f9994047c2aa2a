import type { Bag } from "../../../../azure/properties/bag";
import type { Path } from "../../../../azure/properties/path";

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

/** What is there at once, or when machines have come up or gone. */
export type MaybeLater<T> = T | Promise<T>;

/** A resource that was created or changed, but is not well: the engine keeps it, shows the reasons, and tries again at the next run. */
export class IncompleteResource extends Error {
  constructor(
    readonly state: ResourceState,
    readonly reasons: readonly string[],
  ) {
    super(reasons.join("\n"));
    this.name = "IncompleteResource";
  }
}

/** One run of the engine, such as one preview. Its providers may be several: the default one, and those that the program declares. */
export interface Run {
  /** Shows a line to the person who runs the engine, beside the resource that it is about. */
  warn(urn: string, message: string): void;
  /** Shows there, until the next such line, what a resource that takes its time waits for. */
  tell(urn: string, message: string): void;
  /** Aborted when the person has cancelled the run, or its engine has ended: nothing is to be waited for any more. */
  readonly cancelled: AbortSignal;
}

/**
 * One provider of the Pulumi engine as the region implements it: the engine's requests with properties read out of the wire
 * format. Every method throws an Error whose message is for the author of the program.
 */
export interface Provider {
  /** The package's name in Pulumi, such as `azure-native`. */
  readonly name: string;
  readonly version: string;
  /** Serves one provider resource of a run. Whatever a preview plans is shared by the sessions of its run, and goes with them. */
  session(run: Run): ProviderSession;
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
  /** @throws IncompleteResource where the resource is there, but not as it was declared. */
  create(subject: Subject, inputs: Bag, preview: boolean): MaybeLater<{ id: string; outputs: Bag }>;
  update(subject: Subject, id: string, inputs: Bag, preview: boolean): MaybeLater<Bag>;
  delete(id: string): MaybeLater<void>;
  /**
   * Undefined where there is no such resource (any more).
   * @param inputs What the engine has kept of it; like the outputs empty for an import.
   */
  read(subject: Subject, id: string, inputs: Bag, outputs: Bag): MaybeLater<ResourceState | undefined>;
  invoke(token: string, args: Bag): Bag;
}
