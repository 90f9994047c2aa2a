import * as fc from "fast-check";
import type { Bag } from "../../../azure/properties/bag";
import { Path, startsWith, Step } from "../../../azure/properties/path";
import { isProperties, Properties, UNKNOWN, Value } from "../../../azure/properties/value";

/** Names of properties; the protobuf library cannot carry `__proto__`, and no property of Azure is called so. */
export const anyName = fc
  .oneof(fc.string({ unit: "grapheme", maxLength: 12 }), fc.constantFrom("id", "name", "value", "toString", "constructor", "0"))
  .filter((name) => name !== "__proto__");

/** Any value that a property can hold. */
export const anyValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value; object: Properties }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.string({ unit: "grapheme" }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.boolean(),
    fc.constant(null),
    fc.constant<Value>(UNKNOWN),
    fc.array(tie("value"), { maxLength: 4 }),
    tie("object"),
  ),
  object: fc.dictionary(anyName, tie("value"), { maxKeys: 5, noNullPrototype: true }),
})).value;

export const anyProperties: fc.Arbitrary<Properties> = fc.dictionary(anyName, anyValue, { maxKeys: 6, noNullPrototype: true });

/** Any properties with secrets at any places of them, none inside another. */
export const anyBag: fc.Arbitrary<Bag> = anyProperties.chain((properties) => {
  const places = placesIn(properties, []);
  return fc.subarray(places).map((chosen) => ({
    properties,
    secrets: chosen.filter((path) => !chosen.some((other) => other !== path && startsWith(path, other))),
  }));
});

/** The path of everything in a value, from the outside in. */
function placesIn(value: Value, path: Path): Path[] {
  const entries: [Step, Value][] = Array.isArray(value)
    ? value.map((element, index) => [index, element])
    : isProperties(value)
      ? Object.entries(value)
      : [];
  return entries.flatMap(([step, below]) => [[...path, step], ...placesIn(below, [...path, step])]);
}
