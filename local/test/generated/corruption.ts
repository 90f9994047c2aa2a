import * as fc from "fast-check";
import type { Bag } from "../../../azure/properties/bag";
import { Path, startsWith, Step } from "../../../azure/properties/path";
import { isProperties, Properties, UNKNOWN, Value } from "../../../azure/properties/value";
import { anyValue } from "../support/arbitrary-bags";

/** Texts by which the engine marks secrets, assets, references and unknown values on the wire. */
const reserved = [
  "4dabf18193072939515e22adb298388d",
  "1b47061264138c4ac30d75fd1eb44270",
  "c44067f5952c0a294b673a41bacd8c17",
  "5cf8f73096256a8f31e491e813e4eb8e",
  "d0e6a833031e9bbcd3f4e8bde6ca49a4",
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
];

/** Values that look on the wire like one of the engine's own kinds, whole or broken. */
const lookalikes: readonly Value[] = reserved.flatMap((signature) => {
  const envelope = { [reserved[0]]: signature };
  return [envelope, { ...envelope, value: { ...envelope, value: 1 } }, { ...envelope, value: reserved }, { [signature]: reserved[1] }];
});

const oddNames = fc.constantFrom("constructor", "toString", "valueOf", "__proto__", "größe 🦀", "", "$self", "0", "then", ...reserved);

const oddValues: fc.Arbitrary<Value> = fc.oneof(
  anyValue,
  fc.constantFrom<Value>(
    UNKNOWN,
    NaN,
    Infinity,
    -Infinity,
    1e308,
    5e-324,
    -1,
    0.5,
    65_536,
    "",
    "80",
    "true",
    "null",
    "\u0000\u001b[2J",
    "$self/",
    "/",
  ),
  fc.constantFrom(...reserved, ...lookalikes),
  fc.constantFrom("a", "/", "🦀", "/subscriptions/").map((text) => text.repeat(5_000)),
  fc.dictionary(oddNames, fc.constantFrom<Value>("x", 1, {}, []), { maxKeys: 3, noNullPrototype: true }),
);

/** What is done to one place of a resource. */
type Change = (value: Value) => Value;

const changes: fc.Arbitrary<Change> = fc.oneof(
  oddValues.map((odd) => () => odd),
  fc.constant<Change>((value) => [value, value]),
  fc.constant<Change>((value) => ({ value, id: value, name: value })),
  fc.constant<Change>((value) => (typeof value === "number" ? String(value) : typeof value === "string" ? Number(value) : [])),
  fc.tuple(oddNames, oddValues).map(
    ([name, odd]) =>
      (value: Value) =>
        isProperties(value) ? withProperty(value, name, odd) : odd,
  ),
  fc.constant<Change>((value) => (Array.isArray(value) ? Array.from({ length: 20 }, () => value).flat() : value)),
);

/** The resource after a few of its places were changed in ways that nobody means. */
export function corrupted(resource: Properties): fc.Arbitrary<Properties> {
  const places = placesIn(resource, []);
  return fc
    .array(fc.tuple(oneOf(places), changes), { minLength: 1, maxLength: 4 })
    .map((edits) => edits.reduce<Value>((value, [path, change]) => changedAt(value, path, change), resource) as Properties);
}

/** A text and a number that are in no program by accident. */
export const secretText = "hushhush42";
export const secretNumber = 40_414_243;

const secretValues: fc.Arbitrary<Value> = fc.constantFrom<Value>(
  secretText,
  secretNumber,
  `/subscriptions/0/resourceGroups/web/providers/Microsoft.Network/loadBalancers/${secretText}`,
  `$self/frontendIPConfigurations/${secretText}`,
  [secretText],
  { [secretText]: secretText, id: secretText, name: secretText },
);

/** The properties with secrets at any of their places, none inside another. */
export function withSecrets(properties: Properties): fc.Arbitrary<Bag> {
  const places = placesIn(properties, []);
  const chosen = places.length === 0 ? fc.constant([]) : fc.array(fc.tuple(oneOf(places), secretValues), { maxLength: 3 });
  return chosen.map((pairs) => {
    const apart = pairs.filter(
      ([path], index) => !pairs.slice(0, index).some(([other]) => startsWith(path, other) || startsWith(other, path)),
    );
    return {
      properties: apart.reduce<Value>((value, [path, secret]) => changedAt(value, path, () => secret), properties) as Properties,
      secrets: apart.map(([path]) => path),
    };
  });
}

function changedAt(value: Value, [step, ...rest]: Path, change: Change): Value {
  if (step === undefined) {
    return change(value);
  }
  if (Array.isArray(value)) {
    return value.map((element, index) => (index === step ? changedAt(element, rest, change) : element));
  }
  return isProperties(value) && Object.hasOwn(value, step)
    ? withProperty(value, String(step), changedAt(value[step], rest, change))
    : value;
}

/** Also a property that is called `__proto__` is one like any other. */
function withProperty(properties: Properties, name: string, value: Value): Properties {
  return Object.fromEntries([...Object.entries(properties).filter(([other]) => other !== name), [name, value]]);
}

/** One of very many, which could not be arguments of a call. */
function oneOf<T>(list: readonly T[]): fc.Arbitrary<T> {
  return fc.nat(list.length - 1).map((index) => list[index]);
}

/** The path of everything in a value, from the outside in. */
function placesIn(value: Value, path: Path): Path[] {
  const entries: [Step, Value][] = Array.isArray(value)
    ? value.map((element, index) => [index, element])
    : isProperties(value)
      ? Object.entries(value)
      : [];
  return entries.flatMap(([step, below]) => [[...path, step], ...placesIn(below, [...path, step])]);
}
