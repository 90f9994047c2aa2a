import type { Naming } from "../facts/names";
import { placesOf } from "./references";
import type { Rule } from "./rule";

/** Names of Microsoft.Network's resources and of their parts, of a length between the bounds (both included). */
export function networkNames(shortest: number, longest: number): Naming {
  return {
    allowed: `${shortest} to ${longest} letters, digits, underscores, periods and hyphens, beginning with a letter or digit and ending with one or with an underscore`,
    fits: (name) => name.length >= shortest && name.length <= longest && /^[a-z0-9]([\w.-]*\w)?$/i.test(name),
  };
}

/**
 * The rule on names of one resource type.
 *
 * @param places The properties that hold names of this kind: the resource's own, and those of its parts.
 */
export function namesFit(naming: Naming, ...places: string[]): Rule {
  return {
    id: "R99",
    title: "A name has the length and the characters that its resource type allows",
    code: "InvalidResourceName",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules",
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
