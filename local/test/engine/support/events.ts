/** One thing that the engine does, or would do, to one resource. */
export interface Step {
  /** The engine's word: `create`, `update`, `replace`, `create-replacement`, `delete-replaced`, `delete`, … */
  readonly op: string;
  /** The name in the program. */
  readonly name: string;
  readonly type: string;
  /** The paths of the properties that change, each with how it does: `idleTimeoutInMinutes: update`. */
  readonly differences: string[];
}

/** What the engine's own list of events says of a run. */
export interface Events {
  readonly steps: Step[];
  /** How many resources came to which end: `{ create: 5 }`. */
  readonly changes: Record<string, number>;
  /** The messages of errors and warnings. */
  readonly errors: string[];
  readonly warnings: string[];
}

interface EngineEvent {
  readonly resourcePreEvent?: { readonly metadata: Metadata };
  readonly diagnosticEvent?: { readonly severity: string; readonly message: string };
  readonly summaryEvent?: { readonly resourceChanges: Record<string, number> };
}

interface Metadata {
  readonly op: string;
  readonly urn: string;
  readonly type: string;
  readonly detailedDiff: Record<string, { readonly diffKind: string }> | null;
}

/** Reads the file that `--event-log` writes: one event as JSON in each line. */
export function readEvents(text: string): Events {
  const events = text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as EngineEvent);
  const messages = (severity: string) =>
    events.flatMap(({ diagnosticEvent }) => (diagnosticEvent?.severity === severity ? [diagnosticEvent.message.trim()] : []));
  return {
    steps: events.flatMap(({ resourcePreEvent }) => (resourcePreEvent ? [toStep(resourcePreEvent.metadata)] : [])).filter(isOfTheProgram),
    changes: events.reduce<Record<string, number>>((changes, { summaryEvent }) => summaryEvent?.resourceChanges ?? changes, {}),
    errors: messages("error"),
    warnings: messages("warning"),
  };
}

function toStep({ op, urn, type, detailedDiff }: Metadata): Step {
  const differences = Object.entries(detailedDiff ?? {}).map(([path, { diffKind }]) => `${path}: ${diffKind}`);
  return { op, name: urn.slice(urn.lastIndexOf("::") + 2), type, differences: differences.sort() };
}

/** The stack and its providers are resources to the engine, but not to a reader of a test. */
function isOfTheProgram({ type, op }: Step): boolean {
  return op !== "same" && type !== "pulumi:pulumi:Stack" && !type.startsWith("pulumi:providers:");
}
