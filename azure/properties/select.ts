import { View } from "./view";
import { Properties, Value } from "./value";

/**
 * The places that a pattern names, such as `subnets[*].networkSecurityGroup.id`: each element of a list in turn, nothing where
 * something on the way is absent or a list is unknown, and an unknown place in an object that is unknown.
 */
export function select(properties: Properties, pattern: string): View[] {
  let places = [new View(properties as Value)];
  for (const part of pattern.split(".")) {
    const name = part.replace(/(\[\*\])+$/, "");
    places = places.map((place) => place.at(name)).filter((place) => place.given);
    if (part.endsWith("[*]")) {
      places = places.flatMap((place) => place.list());
    }
  }
  return places;
}
