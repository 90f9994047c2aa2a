import type { Properties } from "./value";

/**
 * Remembers what was read from a value, such as a resource's properties, for as long as anybody has it, as the region reads it each time that
 * it reconciles. Such a value is never changed in place: a change of a resource puts other properties there.
 */
export function readOnce<R, T extends object = Properties>(read: (from: T) => R): (from: T) => R {
  const results = new WeakMap<T, R>();
  return (from) => {
    const known = results.get(from);
    if (known !== undefined) {
      return known;
    }
    const result = read(from);
    results.set(from, result);
    return result;
  };
}
