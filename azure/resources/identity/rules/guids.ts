import { isGuid } from "../../../facts/guids";
import { placesOf } from "../../../rules/references";
import type { Rule } from "../../../rules/rule";

/** The rule that a property of a role or of its assignment is a GUID; each has an answer and a source of its own. */
export function isAGuid(property: string, answer: Pick<Rule, "id" | "title" | "code" | "codeIsAssumed" | "grade" | "source">): Rule {
  return {
    ...answer,
    severity: "error",
    allowed: "a GUID, such as b24988ac-6180-42a0-ab88-20f7382dd24c",
    *check(resource) {
      for (const place of placesOf(resource, [property])) {
        const text = place.text();
        if (text !== undefined && !isGuid(text)) {
          yield place;
        }
      }
    },
  };
}
