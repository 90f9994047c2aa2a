import { isProperties } from "../properties/value";
import type { View } from "../properties/view";
import { placesOf } from "./references";
import type { Rule } from "./rule";

/** By dotted path of what holds an id, such as `subnets[*].natGateway`, the type in ARM of what the id names. */
export type ReferencedTypes = Readonly<Record<string, string>>;

/** The rules that references are whole ids of resources of the right type, as Microsoft.Network and ARM have them. */
export function referencesAreIds(types: ReferencedTypes): Rule[] {
  const holders = (resource: View) => placesOf(resource, Object.keys(types)).filter(({ value }) => isProperties(value));
  const ids = (resource: View) => holders(resource).map((holder) => holder.at("id"));
  return [
    {
      id: "R119",
      title: "A reference has an id",
      code: "InvalidRequestFormat",
      grade: "observed",
      source: "https://github.com/Azure/azure-sdk-for-net/issues/47261",
      severity: "error",
      allowed: "an id, or nothing in place of the whole reference",
      because: "a reference without an id is sent as an empty object",
      *check(resource) {
        yield* ids(resource).filter((id) => id.absent);
      },
    },
    {
      id: "R119-whole",
      title: "A reference is a whole id, from the subscription on",
      code: "LinkedInvalidPropertyId",
      grade: "observed",
      source: "https://github.com/ernestio/ernest/issues/476",
      severity: "error",
      allowed: "an id that begins with /subscriptions/",
      *check(resource) {
        yield* ids(resource).filter((id) => !/^(\/(subscriptions|providers)\/|\$self\/)/i.test(id.text() ?? "$self/"));
      },
    },
    referencesHaveTheirType(types),
  ];
}

/** The last of them alone, for what Microsoft.Network reads after another resource provider. */
export function referencesHaveTheirType(types: ReferencedTypes): Rule {
  return {
    id: "R119-type",
    title: "A reference names a resource of the type that belongs there",
    code: "InvalidJsonReferenceWrongType",
    grade: "observed",
    source: "https://github.com/Azure/vm-scale-sets/issues/64",
    severity: "error",
    allowed: "the id of another type",
    *check(resource) {
      for (const [pattern, type] of Object.entries(types)) {
        const places = placesOf(resource, [`${pattern}.id`]);
        for (const at of places.filter((place) => isOfAnotherType(place, type))) {
          yield { at, allowed: `the id of one of ${type}` };
        }
      }
    },
  };
}

function isOfAnotherType(place: View, type: string): boolean {
  const provider = /^\/subscriptions\/.*\/providers\/(.+)$/i.exec(place.text() ?? "")?.[1];
  const [namespace, ...rest] = provider?.split("/") ?? [];
  const given = [namespace, ...rest.filter((_, index) => index % 2 === 0)].join("/");
  return provider !== undefined && given.toLowerCase() !== type.toLowerCase();
}
