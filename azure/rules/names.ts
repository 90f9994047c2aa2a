import type { Naming } from "../facts/names";
import { placesOf } from "./references";
import type { Rule } from "./rule";

/** What is known of Azure's answer to a name that does not fit. */
type Answer = Pick<Rule, "code" | "codeIsAssumed" | "grade" | "source">;

const documented: Answer = {
  code: "InvalidResourceName",
  codeIsAssumed: true,
  grade: "documented",
  source: "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules",
};

/** Microsoft.Network answers alike for its resources and their parts. */
const ofTheNetwork: Answer = {
  code: "InvalidResourceName",
  grade: "observed",
  source: "https://github.com/rh-mobb/documentation/pull/204",
};

/**
 * The rule on names of one resource type.
 *
 * @param places The properties that hold names of this kind: the resource's own, and those of its parts.
 */
export function namesFit(naming: Naming, ...places: string[]): Rule {
  return namesAnswered(documented, naming, places);
}

/**
 * The rule on names of Microsoft.Network's resources and of their parts.
 *
 * @param shortest The fewest characters.
 * @param longest The most characters.
 * @param places As for other names.
 */
export function networkNamesFit(shortest: number, longest: number, ...places: string[]): Rule {
  const naming: Naming = {
    allowed: `${shortest} to ${longest} letters, digits, underscores, periods and hyphens, beginning with a letter, digit or underscore and ending with one`,
    fits: (name) => name.length >= shortest && name.length <= longest && /^\w([\w.-]*\w)?$/.test(name),
  };
  return namesAnswered(ofTheNetwork, naming, places);
}

/** The rule on names of a resource type for which Azure was seen to answer in its own way. */
export function namesAnswered(answer: Answer, naming: Naming, places: readonly string[]): Rule {
  return {
    ...answer,
    id: "R99",
    title: "A name has the length and the characters that its resource type allows",
    severity: "error",
    allowed: naming.allowed,
    *check(resource) {
      for (const place of placesOf(resource, places)) {
        const name = place.text();
        if (name !== undefined && !naming.fits(name)) {
          yield place;
        }
      }
    },
  };
}
