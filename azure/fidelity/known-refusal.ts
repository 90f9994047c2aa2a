/** A refusal of Azure's that somebody published: a recorded answer, a page, an issue, or a check in a client that Azure's answers led to. */
interface PublishedRefusal {
  /** ARM's error code; undefined where nobody published more than the message. */
  readonly code: string | undefined;
  /** What Azure says, in words of our own, as one clause without a full stop. */
  readonly sense: string;
  /** The address of what was published. */
  readonly source: string;
}

/** A refusal that the local region keeps, and by which rule: its id in `docs/fidelity.md`, or `schema` where the types of inputs say it. */
interface KeptRefusal extends PublishedRefusal {
  readonly keptBy: string;
}

/** One that it does not keep, and why. */
export interface RefusalNotKept extends PublishedRefusal {
  readonly notKept: string;
}

export type KnownRefusal = KeptRefusal | RefusalNotKept;

/** What Azure is publicly known to refuse of one resource type. `docs/fidelity.md` counts them, and lists those that are not kept. */
export interface KnownRefusals {
  /** The type token, such as `azure-native:network:LoadBalancer`; it need not be a type that the region has. */
  readonly type: string;
  readonly refusals: readonly KnownRefusal[];
}
