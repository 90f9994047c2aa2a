import { Path } from "./path";
import { isGiven, isProperties, Value } from "./value";

/** One property that two versions of a resource do not share. */
export interface Difference {
  readonly path: Path;
  readonly kind: "add" | "delete" | "update";
}

/** What changes between two values, at the innermost places that differ. An absent value and a null one are the same. */
export function differences(before: Value | undefined, after: Value | undefined, path: Path = []): Difference[] {
  if (!isGiven(before)) {
    return isGiven(after) ? [{ path, kind: "add" }] : [];
  }
  if (!isGiven(after)) {
    return [{ path, kind: "delete" }];
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) => differences(before[index], after[index], [...path, index])).flat();
  }
  if (isProperties(before) && isProperties(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) => differences(own(before, name), own(after, name), [...path, name]));
  }
  return before === after ? [] : [{ path, kind: "update" }];
}

function own(properties: Record<string, Value>, name: string): Value | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}
