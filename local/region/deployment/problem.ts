import { Path, formatPath } from "../properties/path";
import { isGiven, isProperties, UNKNOWN, Value } from "../properties/value";
import { touchesSecret } from "../properties/bag";

/** One reason why a resource is refused. */
export interface Problem {
  readonly path: Path;
  readonly value: Value | undefined;
  readonly allowed: string;
  readonly because?: string;
  /** ARM's error code. */
  readonly code: string;
  /** The address of what says so. */
  readonly source?: string;
}

/** How much of a value a message shows; longer ones are cut, so that one wrong property does not fill the screen. */
const shownCharacters = 120;

/** The problem as the author of the program reads it: what was given, what is allowed, why, ARM's code and the source. */
export function describe(problem: Problem, secrets: readonly Path[]): string {
  const parts = [`given ${show(problem.value, touchesSecret(secrets, problem.path))}; allowed: ${problem.allowed}`];
  if (problem.because) {
    parts.push(`, because ${problem.because}`);
  }
  parts.push(` (${problem.code}${problem.source ? `, ${problem.source}` : ""})`);
  return parts.join("");
}

/** The problem with its property path in front, for where the engine does not print the path itself. */
export function describeWithPath(problem: Problem, secrets: readonly Path[]): string {
  return `${formatPath(problem.path)}: ${describe(problem, secrets)}`;
}

function show(value: Value | undefined, secret: boolean): string {
  if (secret && isGiven(value)) {
    return "[secret]";
  }
  if (value === UNKNOWN) {
    return "a value that is not known yet";
  }
  if (!isGiven(value)) {
    return "nothing";
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? "an empty list" : cut(`[${value.map((element) => show(element, false)).join(", ")}]`);
  }
  return isProperties(value) ? `an object with ${Object.keys(value).join(", ") || "nothing in it"}` : cut(JSON.stringify(value));
}

function cut(text: string): string {
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
}
