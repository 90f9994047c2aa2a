import { isProperties, Properties, UNKNOWN, Value } from "../../../../azure/properties/value";

/** Replaces `$self/probes/x`, azure-native's way to name a part of the same resource, by the part's whole id. */
export function resolveSelf(value: Value, id: string): Value {
  if (typeof value === "string") {
    return value.startsWith("$self/") ? `${id}${value.slice("$self".length)}` : value;
  }
  if (Array.isArray(value)) {
    return value.map((element) => resolveSelf(element, id));
  }
  return isProperties(value) ? mapProperties(value, (entry) => resolveSelf(entry, id)) : value;
}

/** Gives every part in the lists an id below the resource's own, as ARM does. */
export function identifyParts(properties: Properties, lists: readonly string[], id: string | undefined): Properties {
  const identified = { ...properties };
  for (const list of lists) {
    const parts = identified[list];
    if (Array.isArray(parts)) {
      identified[list] = parts.map((part) => (isProperties(part) ? { ...part, id: partId(id, list, part.name) } : part));
    }
  }
  return identified;
}

function partId(id: string | undefined, list: string, name: Value | undefined): Value {
  return id === undefined || typeof name !== "string" ? UNKNOWN : `${id}/${list}/${name}`;
}

function mapProperties(properties: Properties, change: (value: Value) => Value): Properties {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, change(value)]));
}
