import type { Path, Step } from "./path";
import { isProperties, UNKNOWN, Value } from "./value";

/** A copy of a value in which the places at the paths, whether anything stands there or not, are not known. */
export function unknownAt(value: Value, paths: readonly Path[]): Value {
  if (paths.length === 0) {
    return value;
  }
  if (paths.some((path) => path.length === 0)) {
    return UNKNOWN;
  }
  const below = new Map<Step, Path[]>();
  for (const [step, ...rest] of paths) {
    const others = below.get(step);
    if (others) {
      others.push(rest);
    } else {
      below.set(step, [rest]);
    }
  }
  if (Array.isArray(value)) {
    return value.map((element, index) => unknownAt(element, below.get(index) ?? []));
  }
  if (!isProperties(value)) {
    return value;
  }
  const names = new Set([...Object.keys(value), ...[...below.keys()].map(String)]);
  return Object.fromEntries(
    [...names].map((name) => [name, unknownAt(Object.hasOwn(value, name) ? value[name] : null, below.get(name) ?? [])]),
  );
}
