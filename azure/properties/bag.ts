import { Path, startsWith } from "./path";
import { isProperties, Properties, Value } from "./value";

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

/** The places in a resource's outputs that hold a secret of its inputs, or a text made of one, such as a host name from a label. */
export function secretsOfOutputs(outputs: Properties, inputs: Bag): Path[] {
  const secrets = secretsIn(outputs, inputs.secrets);
  const texts = inputs.secrets.flatMap((path) => textsIn(valueAt(inputs.properties, path), path)).map(([, text]) => text);
  const made = textsIn(outputs, []).filter(
    ([path, text]) =>
      !touchesSecret(secrets, path) &&
      valueAt(inputs.properties, path) !== text &&
      texts.some((secret) => secret !== "" && text.includes(secret)),
  );
  return [...secrets, ...made.map(([path]) => path)];
}

/** Every text at or below a place, with its path. */
function textsIn(value: Value | undefined, path: Path): [path: Path, text: string][] {
  if (typeof value === "string") {
    return [[path, value]];
  }
  if (Array.isArray(value)) {
    return value.flatMap((element, index) => textsIn(element, [...path, index]));
  }
  return isProperties(value) ? Object.entries(value).flatMap(([name, entry]) => textsIn(entry, [...path, name])) : [];
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
