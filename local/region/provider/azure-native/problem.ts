import { Path, formatPath, startsWith } from "../../../../azure/properties/path";
import { touchesSecret } from "../../../../azure/properties/bag";
import { cut, isConfidential, showValue } from "../../../../azure/properties/shown-value";
import type { Value } from "../../../../azure/properties/value";
import { givesAway } from "./secret-words";

/** What is allowed in a place, and why, in words. */
export interface Wording {
  readonly allowed: string;
  readonly because?: string;
}

/** One reason why a resource is refused. */
export interface Problem extends Wording {
  readonly path: Path;
  readonly value: Value | undefined;
  /** Set where the property itself is wrong: what was written into it may be anything, also a password under a misspelt name. */
  readonly isMisnamed?: true;
  /** The words that hold for every resource, where the others name values of this one. */
  readonly inGeneral?: Wording;
  /** ARM's error code, or `Warning`, which is none of ARM's and not shown. */
  readonly code: string;
  /** The address of what says so. */
  readonly source?: string;
  /** Set where Azure takes what was given, and something else would be better. */
  readonly isAdvice?: true;
}

/** The most of each part of the wording that a message repeats, as both can name values of the program. */
const longestWording = 400;

/**
 * The problem as the author of the program reads it: what was given, what is allowed, why, ARM's code and the source.
 *
 * @param secrets The places of secrets in the resource.
 * @param secretWords What must not be in the message: what the secrets of this resource, and of those that rules look at, consist of.
 */
export function describe(problem: Problem, secrets: readonly Path[], secretWords: readonly string[] = []): string {
  const { path, value, isMisnamed, isAdvice, code, source } = problem;
  const openness = touchesSecret(secrets, path) ? "secret" : isMisnamed || isConfidential(path) ? "textless" : "open";
  const { allowed, because } = speakable(problem, secretWords);
  const parts = [`given ${showValue(value, openness)}; ${isAdvice ? "better" : "allowed"}: ${cut(allowed, longestWording)}`];
  if (because) {
    parts.push(`, because ${cut(because, longestWording)}`);
  }
  const references = [code === "Warning" ? undefined : code, source].filter((reference) => reference !== undefined);
  return `${parts.join("")}${references.length > 0 ? ` (${references.join(", ")})` : ""}`;
}

/** The property path of a problem; it ends at a secret, as the names of what is in there are secret too. */
export function propertyOf({ path }: Problem, secrets: readonly Path[]): string {
  return formatPath(secrets.find((secret) => startsWith(path, secret)) ?? path);
}

function speakable(problem: Problem, secretWords: readonly string[]): Wording {
  const isSecret = problem.inGeneral && givesAway(secretWords, `${problem.allowed} ${problem.because ?? ""}`);
  return isSecret ? problem.inGeneral : problem;
}
