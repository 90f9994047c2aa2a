import { repeated } from "./lookups";
import { placesOf } from "./references";
import type { Rule } from "./rule";

/**
 * The rule that the parts in a list of a resource of Microsoft.Network, which are addressed by their names, have different ones.
 *
 * @param lists The dotted paths of the lists; `[*]` stands for every element of a list on the way.
 */
export function partsHaveNamesOfTheirOwn(...lists: string[]): Rule {
  return {
    id: "R118",
    title: "The parts of a resource have different names",
    code: "InvalidRequestFormat",
    grade: "observed",
    source: "https://github.com/Azure/migAz/issues/218",
    severity: "error",
    allowed: "a name that no other one of the list has",
    *check(resource) {
      for (const list of placesOf(resource, lists)) {
        yield* repeated(list.list(), (part) => part.text("name")?.toLowerCase()).map((part) => part.at("name"));
      }
    },
  };
}
