import { Path } from "../properties/path";
import { isGiven, isProperties, Properties, UNKNOWN, Value } from "../properties/value";
import type { ObjectType, PropertyType, Schema } from "./schema";

/** A property that does not fit the schema of its resource type. */
export interface SchemaProblem {
  readonly path: Path;
  readonly value: Value | undefined;
  readonly allowed: string;
}

/** Holds a resource's inputs against its type: unknown properties, missing ones, wrong types, values outside an enumeration. */
export function checkAgainstSchema(schema: Schema, token: string, inputs: Properties): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  checkObject(schema, schema.resources[token].inputs, inputs, [], problems);
  return problems;
}

function checkObject(schema: Schema, type: ObjectType, properties: Properties, path: Path, problems: SchemaProblem[]): void {
  for (const [name, value] of Object.entries(properties)) {
    const place = [...path, name];
    if (!Object.hasOwn(type, name)) {
      problems.push({ path: place, value, allowed: `no such property; ${nearest(name, Object.keys(type))}` });
    } else if (isGiven(value)) {
      checkValue(schema, type[name].type, value, place, problems);
    }
  }
  for (const [name, { required }] of Object.entries(type)) {
    if (required && !(Object.hasOwn(properties, name) && isGiven(properties[name]))) {
      problems.push({ path: [...path, name], value: undefined, allowed: "a value; the property is required" });
    }
  }
}

function checkValue(schema: Schema, type: PropertyType, value: Value, path: Path, problems: SchemaProblem[]): void {
  if (value === UNKNOWN || type === "any") {
    return;
  }
  if (typeof type === "string") {
    if (typeof value !== type) {
      problems.push({ path, value, allowed: describeType(type) });
    }
  } else if ("list" in type) {
    if (Array.isArray(value)) {
      value.forEach((element, index) => checkValue(schema, type.list, element, [...path, index], problems));
    } else {
      problems.push({ path, value, allowed: describeType(type) });
    }
  } else if ("map" in type) {
    if (isProperties(value)) {
      Object.entries(value).forEach(([name, entry]) => checkValue(schema, type.map, entry, [...path, name], problems));
    } else {
      problems.push({ path, value, allowed: describeType(type) });
    }
  } else if ("object" in type) {
    if (isProperties(value)) {
      checkObject(schema, schema.objects[type.object], value, path, problems);
    } else {
      problems.push({ path, value, allowed: describeType(type) });
    }
  } else if ("values" in type) {
    checkEnumeration(type.values, value, path, problems);
  } else if ("literal" in type) {
    checkEnumeration([type.literal], value, path, problems);
  } else {
    checkAlternatives(schema, type.oneOf, value, path, problems);
  }
}

/** ARM compares the values of its enumerations without regard to case. */
function checkEnumeration(values: string[], value: Value, path: Path, problems: SchemaProblem[]): void {
  if (typeof value !== "string" || !values.some((allowed) => allowed.toLowerCase() === value.toLowerCase())) {
    problems.push({ path, value, allowed: values.join(", ") });
  }
}

/** Objects that may be one of several types are told apart by the literal that each type asks for. */
function checkAlternatives(schema: Schema, types: PropertyType[], value: Value, path: Path, problems: SchemaProblem[]): void {
  const attempts = types.map((type) => {
    const found: SchemaProblem[] = [];
    checkValue(schema, type, value, path, found);
    return { found, discriminated: isProperties(value) && matchesLiterals(schema, type, value) };
  });
  if (attempts.some(({ found }) => found.length === 0)) {
    return;
  }
  const meant = attempts.find(({ discriminated }) => discriminated);
  if (meant) {
    problems.push(...meant.found);
    return;
  }
  const literals = types.flatMap((type) => literalsOf(schema, type));
  const [name] = literals.map(([property]) => property);
  const allowed = literals.map(([, literal]) => literal).join(", ") || types.map(describeType).join(" or ");
  problems.push(
    name && isProperties(value)
      ? { path: [...path, name], value: Object.hasOwn(value, name) ? value[name] : undefined, allowed }
      : { path, value, allowed: types.map(describeType).join(" or ") },
  );
}

function literalsOf(schema: Schema, type: PropertyType): [property: string, literal: string][] {
  if (typeof type === "string" || !("object" in type)) {
    return [];
  }
  return Object.entries(schema.objects[type.object]).flatMap(([name, { type: member }]) =>
    typeof member === "object" && "literal" in member ? [[name, member.literal] as [string, string]] : [],
  );
}

function matchesLiterals(schema: Schema, type: PropertyType, value: Properties): boolean {
  const literals = literalsOf(schema, type);
  return literals.length > 0 && literals.every(([name, literal]) => Object.hasOwn(value, name) && value[name] === literal);
}

function describeType(type: PropertyType): string {
  if (typeof type === "string") {
    return { string: "a text", number: "a number", boolean: "true or false", any: "any value" }[type];
  }
  if ("list" in type) {
    return "a list";
  }
  return "values" in type ? type.values.join(", ") : "an object";
}

/** The name that was most likely meant, or all names where none is close. */
function nearest(name: string, names: string[]): string {
  const lower = name.toLowerCase();
  const meant = names.find((candidate) => candidate.toLowerCase() === lower) ?? names.find((candidate) => isOneEditAway(candidate, name));
  return meant ? `did you mean ${meant}?` : `the properties here are ${names.join(", ")}`;
}

function isOneEditAway(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) {
    start++;
  }
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one[one.length - 1 - end] === other[other.length - 1 - end]) {
    end++;
  }
  return Math.max(one.length, other.length) - start - end <= 1;
}
