import type { Step } from "../../properties/path";
import { isProperties, Properties, UNKNOWN, Value } from "../../properties/value";

/** A change of a resource, as a test case makes it to the valid one. */
export type Edit = (resource: Properties) => void;

/** Sets the property at a path such as `probes[0].port`; whatever is missing on the way is made. */
export function set(path: string, value: Value): Edit {
  return (resource) => {
    const { holder, last } = reach(resource, path);
    holder[last] = copied(value);
  };
}

/** Takes the property at a path away. */
export function remove(path: string): Edit {
  return (resource) => {
    const { holder, last } = reach(resource, path);
    delete holder[last];
  };
}

/** Makes the property at a path one that is not known yet, as in the preview of a creation. */
export function unknown(path: string): Edit {
  return set(path, UNKNOWN);
}

/** Appends to the list at a path. */
export function add(path: string, ...values: Value[]): Edit {
  return (resource) => {
    const { holder, last } = reach(resource, path);
    const list = holder[last];
    holder[last] = [...(Array.isArray(list) ? list : []), ...values.map(copied)];
  };
}

/** Makes several changes, one after the other. */
export function edits(...changes: Edit[]): Edit {
  return (resource) => changes.forEach((change) => change(resource));
}

/** Leaves the resource as it is. */
export const nothing: Edit = () => undefined;

/** Edits of one resource must not reach into another's values. */
function copied(value: Value): Value {
  if (Array.isArray(value)) {
    return value.map(copied);
  }
  return isProperties(value) ? Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, copied(entry)])) : value;
}

/** The object or list that holds the last step of a path. */
function reach(resource: Properties, path: string): { holder: Record<Step, Value>; last: Step } {
  const steps = [...path.matchAll(/[^.[\]]+/g)].map(([step]) => (/^\d+$/.test(step) ? Number(step) : step));
  const last = steps.pop();
  if (last === undefined) {
    throw new Error("a path has at least one step");
  }
  let holder = resource as Record<Step, Value>;
  for (const [index, step] of steps.entries()) {
    const next = holder[step];
    if (!isProperties(next) && !Array.isArray(next)) {
      holder[step] = typeof (steps[index + 1] ?? last) === "number" ? [] : {};
    }
    holder = holder[step] as Record<Step, Value>;
  }
  return { holder, last };
}
