import { behaviours } from "./behaviours";
import type { FieldCase } from "./expectation";
import type { Refusal } from "./refusal";
import { FieldStack, type Outcome } from "./stack";

/** What the region does with a case, beside what Azure does. */
export interface Judgement {
  readonly name: string;
  /** Why the program was refused; nothing where it was accepted. */
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly string[];
  /** How the region differs from Azure; undefined where it does what Azure does. */
  readonly difference: string | undefined;
}

/** Runs all steps of a case, and where Azure accepts them, also once more without a change and to the end. */
export async function judge(fieldCase: FieldCase): Promise<Judgement> {
  const stack = new FieldStack();
  try {
    const outcomes: Outcome[] = [];
    for (const step of fieldCase.steps) {
      outcomes.push(await stack.up(step));
    }
    const before = outcomes.slice(0, -1).flatMap(({ refusals }) => refusals);
    const last = outcomes[outcomes.length - 1];
    const refusals = before.length > 0 ? before : last.refusals;
    const asAzure = differences[fieldCase.expectation.azure];
    const difference =
      before.length > 0 ? `already refused before the change: ${shown(before)}` : await asAzure(fieldCase, last.refusals, stack);
    return { name: fieldCase.name, refusals, warnings: last.warnings, difference };
  } finally {
    stack.remove();
  }
}

type Difference = (fieldCase: FieldCase, refusals: readonly Refusal[], stack: FieldStack) => Promise<string | undefined>;

const differences: Readonly<Record<FieldCase["expectation"]["azure"], Difference>> = {
  refused: differenceOfRefused,
  accepted: differenceOfAccepted,
  behaviour: async (fieldCase, refusals, stack) =>
    (await differenceOfAccepted(fieldCase, refusals, stack)) ??
    behaviours[fieldCase.name]?.(fieldCase) ??
    "nothing shows what happens then",
};

async function differenceOfRefused({ expectation }: FieldCase, refusals: readonly Refusal[]): Promise<string | undefined> {
  const { code, property, when } = expectation;
  if (refusals.length === 0) {
    return "accepted";
  }
  if (!refusals[0].inPreview && when !== "delete") {
    return `refused only by the update: ${shown(refusals)}`;
  }
  const fits = (refusal: Refusal) => hasCode(refusal, code) && isAt(refusal, property);
  return refusals.some(fits) ? undefined : `refused otherwise: ${shown(refusals)}`;
}

async function differenceOfAccepted({ steps }: FieldCase, refusals: readonly Refusal[], stack: FieldStack): Promise<string | undefined> {
  if (refusals.length > 0) {
    return `refused: ${shown(refusals)}`;
  }
  const again = await stack.up(steps[steps.length - 1]);
  if (again.steps.length > 0 || again.refusals.length > 0) {
    return `not the same when run again: ${[...again.steps, shown(again.refusals)].join(", ")}`;
  }
  const left = await stack.destroy();
  return left.length > 0 ? `not to be destroyed: ${shown(left)}` : undefined;
}

/** True where the region answers with one of Azure's codes, or where Azure's is not known. */
export function hasCode({ code }: Refusal, expected: string | null): boolean {
  return (
    expected === null ||
    (code !== undefined &&
      expected
        .split("|")
        .map((one) => one.trim())
        .includes(code))
  );
}

/** True where one of the places is the other, or is in it. */
function isAt({ property }: Refusal, expected: string | null): boolean {
  const within = (inner: string, outer: string) => inner === outer || (inner.startsWith(outer) && /^[.[]/.test(inner.slice(outer.length)));
  return expected === null || within(property, expected) || within(expected, property);
}

function shown(refusals: readonly Refusal[]): string {
  return refusals.map(({ resource, property, text }) => `${resource} ${property}: ${text}`).join("; ");
}
