import * as fc from "fast-check";
import { schema } from "../../region/provider/azure-native/validate";
import { isProperties, Properties, Value } from "../../../azure/properties/value";
import type { Constraint, ObjectConstraints, ObjectType, PropertyType } from "../../../azure/schema/schema";
import type { Edit } from "../../../azure/test/rules/edits";
import { dateAndTime, durationBetween, inAnyCase } from "./texts";
import { varied, Variation } from "./variation";

/** Below this, objects stay empty where their type allows it: some types of Azure hold themselves. */
const deepest = 3;

/** Any value of a property that keeps to what Microsoft's models ask for beyond its type. */
function within(
  type: PropertyType,
  { minimum = 0, maximum = 1000, maxLength, format }: Constraint = {},
  depth: number,
): fc.Arbitrary<Value> {
  if (type === "number") {
    return fc.integer({ min: minimum, max: maximum });
  }
  if (type === "string" && format !== undefined) {
    return format === "duration" ? durationBetween("PT1M", "P1D") : dateAndTime;
  }
  return type === "string" && maxLength !== undefined ? fc.string({ unit: "grapheme-ascii", maxLength }) : valueOf(type, depth);
}

/** Any value of a type, as the schema check takes it. */
export function valueOf(type: PropertyType, depth = 0): fc.Arbitrary<Value> {
  if (type === "string") {
    return fc.string({ unit: "grapheme", maxLength: 20 });
  }
  if (type === "number") {
    return fc.integer({ min: 0, max: 1000 });
  }
  if (type === "boolean") {
    return fc.boolean();
  }
  if (type === "any") {
    return fc.jsonValue({ maxDepth: 2 }).map((value) => value as Value);
  }
  if ("list" in type) {
    return fc.array(valueOf(type.list, depth + 1), { maxLength: depth < deepest ? 2 : 0 });
  }
  if ("map" in type) {
    return fc.dictionary(fc.string({ unit: "grapheme", maxLength: 10 }), valueOf(type.map, depth + 1), {
      maxKeys: 3,
      noNullPrototype: true,
    });
  }
  if ("object" in type) {
    return objectOf(schema.objects[type.object], schema.constraints[type.object], depth);
  }
  if ("values" in type) {
    return fc.constantFrom(...type.values).chain(inAnyCase);
  }
  return "literal" in type ? fc.constant(type.literal) : fc.oneof(...type.oneOf.map((one) => valueOf(one, depth + 1)));
}

function objectOf(type: ObjectType, constraints: ObjectConstraints | undefined, depth: number): fc.Arbitrary<Properties> {
  const wanted = Object.entries(type).filter(([, { required }]) => required || depth < deepest);
  const members = wanted.map(([name, { type: member, required }]) => {
    const value = within(member, constraints?.properties[name], depth + 1);
    return [name, required ? value : fc.option(value, { freq: 2, nil: undefined })] as const;
  });
  return fc
    .record(Object.fromEntries(members))
    .map((object) => Object.fromEntries(Object.entries(object).filter((entry): entry is [string, Value] => entry[1] !== undefined)));
}

/**
 * A variation for every optional property that an example leaves out, anywhere in it: the property with any value of its type.
 *
 * @param ruled Names of properties that rules speak of, and whose values are so not free.
 */
export function optionalProperties(token: string, example: Properties, ruled: ReadonlySet<string>): fc.Arbitrary<Variation>[] {
  return absentIn(schema.resources[token].inputs, schema.constraints[token], example, "", ruled).map(({ path, type, constraint }) =>
    varied(
      path,
      within(type, constraint, 1).map((value) => fill(path, value)),
    ),
  );
}

interface Absent {
  readonly path: string;
  readonly type: PropertyType;
  readonly constraint?: Constraint;
}

function absentIn(
  type: ObjectType,
  constraints: ObjectConstraints | undefined,
  properties: Properties,
  place: string,
  ruled: ReadonlySet<string>,
): Absent[] {
  return Object.entries(type).flatMap(([name, member]) => {
    const path = place === "" ? name : `${place}.${name}`;
    const value = properties[name];
    if (value !== undefined) {
      return absentBelow(member.type, value, path, ruled);
    }
    return ruled.has(name) ? [] : [{ path, type: member.type, constraint: constraints?.properties[name] }];
  });
}

function absentBelow(type: PropertyType, value: Value, path: string, ruled: ReadonlySet<string>): Absent[] {
  if (typeof type === "object" && "list" in type && Array.isArray(value)) {
    return value.flatMap((element, index) => absentBelow(type.list, element, `${path}[${index}]`, ruled));
  }
  return typeof type === "object" && "object" in type && isProperties(value)
    ? absentIn(schema.objects[type.object], schema.constraints[type.object], value, path, ruled)
    : [];
}

/** Sets the property where the object that it belongs to is there and does not have it. */
function fill(path: string, value: Value): Edit {
  return (resource) => {
    const steps = [...path.matchAll(/[^.[\]]+/g)].map(([step]) => step);
    const last = steps.pop() as string;
    const holder = steps.reduce<Value | undefined>((at, step) => (at as Record<string, Value> | undefined)?.[step], resource);
    if (isProperties(holder) && holder[last] === undefined) {
      holder[last] = structuredClone(value);
    }
  };
}
