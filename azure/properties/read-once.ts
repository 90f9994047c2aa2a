import type { Properties } from "./value";

/**
 * Remembers what was read from a resource's properties for as long as anybody has them, as the region reads them at every turn. They are
 * never changed in place: a change of a resource puts other properties there.
 */
export function readOnce<R>(read: (properties: Properties) => R): (properties: Properties) => R {
  const results = new WeakMap<Properties, R>();
  return (properties) => {
    const known = results.get(properties);
    if (known !== undefined) {
      return known;
    }
    const result = read(properties);
    results.set(properties, result);
    return result;
  };
}
