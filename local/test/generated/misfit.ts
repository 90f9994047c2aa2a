import * as fc from "fast-check";
import { schema } from "../../region/provider/azure-native/validate";
import type { Path } from "../../../azure/properties/path";
import { isProperties, Properties, Value } from "../../../azure/properties/value";
import type { Constraint, ObjectConstraints, ObjectType, PropertyType } from "../../../azure/schema/schema";

/** One thing that does not fit the schema, made to a resource that fits. */
export interface Misfit {
  readonly path: Path;
  /** Undefined to take the property away. */
  readonly value: Value | undefined;
}

/** A place in a resource, with the type that the schema gives it. */
interface Place {
  readonly path: Path;
  readonly type: PropertyType;
  readonly required: boolean;
  readonly constraint?: Constraint;
}

/** Names that are in no type, or that every object inherits. */
const strangeNames = [
  "Zones",
  "zonez",
  "größe",
  "",
  "a.b",
  "[0]",
  "constructor",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "__proto__",
  "length",
];

/** Every way in which one place of a resource can be wrong to the schema. */
export function misfitsOf(token: string, resource: Properties): fc.Arbitrary<Misfit> {
  const root: ObjectType = schema.resources[token].inputs;
  const places = placesIn(root, schema.constraints[token], resource, []);
  const objects = [{ path: [] as Path, type: root }, ...places.flatMap((place) => objectAt(place, resource))];
  const kinds = [misnamed(objects)];
  const typed = places.filter(({ type }) => type !== "any" && !isFree(type));
  const required = places.filter((place) => place.required);
  const choices = places.filter(({ type }) => typeof type === "object" && ("values" in type || "literal" in type));
  const limits = places.flatMap(({ path, constraint }) => beyond(constraint).map((value): Misfit => ({ path, value })));
  if (limits.length > 0) {
    kinds.push(fc.constantFrom(...limits));
  }
  if (typed.length > 0) {
    kinds.push(fc.constantFrom(...typed).chain(({ path, type }) => ofAnotherType(type).map((value) => ({ path, value }))));
  }
  if (required.length > 0) {
    kinds.push(fc.constantFrom(...required).chain(({ path }) => fc.constantFrom(undefined, null).map((value) => ({ path, value }))));
  }
  if (choices.length > 0) {
    kinds.push(fc.constantFrom(...choices).chain(({ path, type }) => noneOf(type).map((value) => ({ path, value }))));
  }
  return fc.oneof(...kinds);
}

/** A copy of a resource with the misfit in it. */
export function withMisfit(resource: Properties, { path, value }: Misfit): Properties {
  return replaced(resource, path, value) as Properties;
}

/** Values that break what Microsoft's models ask for. */
function beyond({ whole, minimum, maximum, maxLength, format }: Constraint = {}): Value[] {
  return [
    ...(whole ? [(minimum ?? 0) + 0.5] : []),
    ...(minimum === undefined ? [] : [minimum - 1]),
    ...(maximum === undefined ? [] : [maximum + 1]),
    ...(maxLength === undefined ? [] : ["x".repeat(maxLength + 1)]),
    ...(format === undefined ? [] : ["soon"]),
  ];
}

function misnamed(objects: readonly { path: Path; type: ObjectType }[]): fc.Arbitrary<Misfit> {
  return fc.constantFrom(...objects).chain(({ path, type }) => {
    const misspelt = Object.keys(type).flatMap((name) => [name.toUpperCase(), `${name}s`, name.slice(1)]);
    const names = [...strangeNames, ...misspelt].filter((name) => !Object.hasOwn(type, name));
    return fc
      .tuple(fc.constantFrom(...names), fc.constantFrom<Value>("x", 1, true, [], {}, null))
      .map(([name, value]) => ({ path: [...path, name], value }));
  });
}

/** Any value that is not of the type, and not absent. */
function ofAnotherType(type: PropertyType): fc.Arbitrary<Value> {
  const others: Value[] = ["80", "", 80, NaN, -1.5, true, [], ["x"], [[]], {}, { id: "x" }];
  return fc.constantFrom(...others.filter((value) => !isOf(type, value)));
}

function isOf(type: PropertyType, value: Value): boolean {
  if (typeof type === "string") {
    return typeof value === type;
  }
  if ("list" in type) {
    return Array.isArray(value);
  }
  return "values" in type || "literal" in type ? typeof value === "string" : isProperties(value);
}

/** A type of which any object is a value, or any value at all. */
function isFree(type: PropertyType): boolean {
  return typeof type === "object" && "oneOf" in type;
}

function noneOf(type: PropertyType): fc.Arbitrary<string> {
  const choices =
    typeof type === "object" && "values" in type ? type.values : typeof type === "object" && "literal" in type ? [type.literal] : [];
  const near = choices.flatMap((choice) => [`${choice} `, choice.slice(1), `${choice}s`]);
  return fc
    .oneof(fc.constantFrom(...near), fc.string({ unit: "grapheme" }))
    .filter((text) => !choices.some((choice) => choice.toLowerCase() === text.toLowerCase()));
}

function placesIn(type: ObjectType, constraints: ObjectConstraints | undefined, properties: Properties, path: Path): Place[] {
  return Object.entries(type).flatMap(([name, member]) => {
    const value = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const place = {
      path: [...path, name],
      type: member.type,
      required: member.required === true,
      constraint: constraints?.properties[name],
    };
    return value === undefined || value === null ? [] : placesAt(place, value);
  });
}

function placesAt(place: Place, value: Value): Place[] {
  const { path, type } = place;
  if (typeof type === "string") {
    return [place];
  }
  if ("list" in type && Array.isArray(value)) {
    return [place, ...value.flatMap((element, index) => placesAt({ path: [...path, index], type: type.list, required: false }, element))];
  }
  if ("map" in type && isProperties(value)) {
    return [
      place,
      ...Object.entries(value).flatMap(([name, entry]) => placesAt({ path: [...path, name], type: type.map, required: false }, entry)),
    ];
  }
  return "object" in type && isProperties(value)
    ? [place, ...placesIn(schema.objects[type.object], schema.constraints[type.object], value, path)]
    : [place];
}

function objectAt({ path, type }: Place, resource: Properties): { path: Path; type: ObjectType }[] {
  const value = path.reduce<Value | undefined>((at, step) => (at as Record<string, Value> | undefined)?.[step], resource);
  return typeof type === "object" && "object" in type && isProperties(value) ? [{ path, type: schema.objects[type.object] }] : [];
}

function replaced(value: Value, [step, ...rest]: Path, last: Value | undefined): Value | undefined {
  if (step === undefined) {
    return last;
  }
  if (Array.isArray(value)) {
    return value.map((element, index) => (index === step ? (replaced(element, rest, last) as Value) : element));
  }
  const properties = value as Properties;
  const entry = replaced(Object.hasOwn(properties, step) ? properties[step] : null, rest, last);
  const others = Object.entries(properties).filter(([name]) => name !== step);
  return Object.fromEntries(entry === undefined ? others : [...others, [step, entry]]);
}
