import { Path, startsWith } from "./path";
import { Properties, Value } from "./value";

/** A resource's properties with the places whose values are secret, which travel beside the values and never in them. */
export interface Bag {
  readonly properties: Properties;
  readonly secrets: readonly Path[];
}

/** Where a value is secret itself, lies inside a secret, or holds one, a message must not show it. */
export function touchesSecret(secrets: readonly Path[], path: Path): boolean {
  return secrets.some((secret) => startsWith(path, secret) || startsWith(secret, path));
}

/** The places of a bag's secrets that still hold something in other properties, such as a resource's outputs. */
export function secretsIn(properties: Properties, secrets: readonly Path[]): Path[] {
  return secrets.filter((path) => valueAt(properties, path) !== undefined);
}

/** The value at a path, or undefined where the path leads nowhere. */
export function valueAt(value: Value | undefined, path: Path): Value | undefined {
  let place = value;
  for (const step of path) {
    if (typeof place !== "object" || place === null || !Object.hasOwn(place, step)) {
      return undefined;
    }
    place = (place as Record<string | number, Value>)[step];
  }
  return place;
}
