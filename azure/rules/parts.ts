import { repeated } from "./lookups";
import { placesOf } from "./references";
import type { Rule } from "./rule";

/**
 * The rule that the parts in a list of a resource of Microsoft.Network have names.
 *
 * @param lists The dotted paths of the lists; `[*]` stands for every element of a list on the way.
 */
export function partsHaveNames(...lists: string[]): Rule {
  return {
    id: "R420",
    title: "The parts of a resource have names",
    code: "InvalidRequestFormat",
    grade: "observed",
    source: "https://github.com/Azure/azure-sdk-for-java/issues/659",
    severity: "error",
    allowed: "a name; Azure addresses the parts of a resource by their names",
    *check(resource) {
      const parts = placesOf(resource, lists).flatMap((list) => list.list());
      yield* parts.map((part) => part.at("name")).filter((name) => name.absent);
    },
  };
}

/**
 * The rule that the parts in a list of a resource of Microsoft.Network, which are addressed by their names, have different ones.
 *
 * @param lists As for the rule that they have any.
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
