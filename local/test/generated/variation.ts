import * as fc from "fast-check";
import { differences } from "../../../azure/properties/difference";
import { Path, startsWith } from "../../../azure/properties/path";
import { valueAt } from "../../../azure/properties/bag";
import { isProperties, Properties, Value } from "../../../azure/properties/value";
import type { Edit } from "../../../azure/test/rules/edits";

/** One way in which a resource can differ from the example of its type and stay valid, whatever its other variations are. */
export interface Variation {
  /** What is varied; a resource has at most one variation of it. */
  readonly aspect: string;
  /** How, in the words of a failing test. */
  readonly name: string;
  readonly change: Edit;
}

export type Variations = fc.Arbitrary<readonly Variation[]>;

/** What makes the example of a type any valid resource of it. */
export interface Widening {
  /** Independent of each other: any of them together are valid. */
  readonly aspects: readonly fc.Arbitrary<Variation>[];
  /** Names of properties that rules look at without being broken there; those where a rule's cases are refused need not be named. */
  readonly ruled: readonly string[];
}

/** An aspect with a few alternatives to what the example has. */
export function alternatives(aspect: string, changes: Readonly<Record<string, fc.Arbitrary<Edit> | Edit>>): fc.Arbitrary<Variation> {
  const each = Object.entries(changes).map(([name, change]) =>
    (typeof change === "function" ? fc.constant(change) : change).map((edit) => variation(aspect, name, edit)),
  );
  return fc.oneof(...each);
}

/** A variation that a failing test shows by its names, and not by the source of its change. */
function variation(aspect: string, name: string, change: Edit): Variation {
  return Object.assign({ aspect, name, change }, { [fc.toStringMethod]: () => `${aspect}: ${name}` });
}

/** An aspect that is varied in one way, within a range. */
export function varied(aspect: string, change: fc.Arbitrary<Edit>): fc.Arbitrary<Variation> {
  return alternatives(aspect, { "in its range": change });
}

/** An edit that is made only where there is something at a path, as another variation may have taken it away. */
export function where(path: Path, change: Edit): Edit {
  return (resource) => {
    if (valueAt(resource, path) !== undefined) {
      change(resource);
    }
  };
}

/** Any of the aspects, and a few of the many that matter less. */
export function anyOf(aspects: readonly fc.Arbitrary<Variation>[], others: readonly fc.Arbitrary<Variation>[]): Variations {
  const some = fc.tuple(...aspects.map((aspect) => fc.option(aspect, { nil: undefined })));
  const few = fc.subarray([...others], { maxLength: Math.min(5, others.length) }).chain((chosen) => fc.tuple(...chosen));
  return fc.tuple(some, few).map((lists) => lists.flat().filter((variation) => variation !== undefined));
}

/** The example with the variations made to it. */
export function vary(example: () => Properties, variations: readonly Variation[]): Properties {
  const resource = example();
  variations.forEach(({ change }) => change(resource));
  return resource;
}

/** The paths that a change touches in an example, also where it puts there what is there already. */
export function touched(example: () => Properties, change: Edit): readonly Path[] {
  const elsewhere = () => otherwise(example()) as Properties;
  return [example, elsewhere].flatMap((start) => {
    const changed = start();
    change(changed);
    return differences(start(), changed).map(({ path }) => path);
  });
}

/** A value of the same shape in which everything is something else. */
function otherwise(value: Value): Value {
  if (Array.isArray(value)) {
    return value.map(otherwise);
  }
  if (isProperties(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, otherwise(entry)]));
  }
  return typeof value === "boolean" ? !value : `other than ${String(value)}`;
}

/** True where one of the paths is, holds or lies in one of the others. */
export function overlap(paths: readonly Path[], others: readonly Path[]): boolean {
  return paths.some((path) => others.some((other) => startsWith(path, other) || startsWith(other, path)));
}
