import { ArmError } from "../../../azure/arm/error";
import type { CheckFailure } from "../../region/provider/protocol/provider";

/** One reason for which the region refuses a resource. */
export interface Refusal {
  readonly resource: string;
  readonly property: string;
  readonly code: string | undefined;
  readonly text: string;
  /** True where the preview said so already. */
  readonly inPreview: boolean;
}

/**
 * What the region says in an error.
 * @throws the error itself, where it is no refusal.
 */
export function refusalsIn(resource: string, error: unknown, inPreview: boolean): Refusal[] {
  if (Array.isArray(error)) {
    return (error as CheckFailure[]).map(({ property, reason }) => ({ resource, property, code: codeIn(reason), text: reason, inPreview }));
  }
  if (!(error instanceof ArmError)) {
    throw error;
  }
  const [, message = error.message] = /^Code="\w+" Message="(.*)"$/s.exec(error.message) ?? [];
  return message.split("\n").map((line) => {
    const [, property, reason] = /^([\w.[\]]*): (given .*)$/s.exec(line) ?? [undefined, "", line];
    return { resource, property, code: codeIn(reason) ?? error.code, text: reason, inPreview };
  });
}

/** The code that ends a reason, before its source. */
function codeIn(reason: string): string | undefined {
  return /\((\w+)(?:, https?:[^)]*(?:\([^)]*\)[^)]*)*)?\)$/.exec(reason)?.[1];
}
