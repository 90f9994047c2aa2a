import { normalLocation } from "../arm/id";
import { mayBeARegion } from "../facts/region-names";
import { isProperties } from "../properties/value";
import { select, View } from "../properties/view";
import type { RegionView } from "./region-view";
import type { Rule } from "./rule";

/** How a resource provider answers a reference to what it does not find, where it does not answer as most do. */
type MissingAnswer = Pick<Rule, "id" | "code" | "grade" | "source"> & Pick<Rule, "codeIsAssumed">;

/** What Microsoft.Network answers, which looks for what is named in the region of what names it. */
const answerOfTheNetwork: MissingAnswer = {
  id: "R9-missing",
  code: "InvalidResourceReference",
  grade: "observed",
  source: "https://github.com/Azure/azure-cli/issues/3986",
};

/** The same for what may be in another region. */
export const answerOfTheNetworkAnywhere: MissingAnswer = { ...answerOfTheNetwork, id: "R9-anywhere" };

/**
 * The rule that the ids in a resource name something that exists.
 *
 * @param patterns The dotted paths of the properties that hold ids; `[*]` stands for every element of a list.
 * @param answer What the resource provider answers otherwise; by default what Microsoft.Network does, also where
 * the id is that of a resource in another region.
 */
export function referencesExist(patterns: readonly string[], answer: MissingAnswer = answerOfTheNetwork): Rule {
  const inOneRegion = answer === answerOfTheNetwork;
  return {
    ...answer,
    title: inOneRegion ? "A reference names a resource that exists in the same region" : "A reference names a resource that exists",
    severity: "error",
    allowed: "the id of a resource that exists",
    because: inOneRegion
      ? "it was not found; please make sure that the referenced resource exists, and that both resources are in the same region"
      : "it was not found",
    *check(resource, region) {
      for (const place of placesOf(resource, patterns)) {
        const elsewhere = inOneRegion ? otherRegionOf(place, resource, region) : undefined;
        if (isDangling(place, region)) {
          yield place;
        } else if (elsewhere !== undefined) {
          yield { at: place, allowed: "the id of a resource in the same region", because: elsewhere };
        }
      }
    },
  };
}

/** The places that the patterns name, where they hold anything. */
export function placesOf(resource: View, patterns: readonly string[]): View[] {
  const { value } = resource;
  return isProperties(value) ? patterns.flatMap((pattern) => select(value, pattern)) : [];
}

/** Only whole ids can be looked up: `$self/…` names a part of the resource itself. */
function isDangling(place: View, region: RegionView): boolean {
  const id = place.text();
  return id !== undefined && id.startsWith("/") && !region.exists(id);
}

/** Says where both are, where what a place names is known to be in another region than the resource that names it. */
function otherRegionOf(place: View, resource: View, region: RegionView): string | undefined {
  const named = region.find(place.text() ?? "");
  const there = named && locationOf(named.properties, named.id, region);
  const here = locationOf(resource, region.self, region);
  // What is in no region at all is refused for that.
  if (there === undefined || here === undefined || !mayBeARegion(there) || !mayBeARegion(here)) {
    return undefined;
  }
  return normalLocation(there) === normalLocation(here) ? undefined : `it is in ${there}, and what names it in ${here}`;
}

/** A subnet is where its virtual network is. */
function locationOf(resource: View, id: string | undefined, region: RegionView): string | undefined {
  const holder = id?.replace(/\/[^/]+\/[^/]+$/, "");
  return resource.text("location") ?? (holder === undefined ? undefined : region.find(holder)?.properties.text("location"));
}
