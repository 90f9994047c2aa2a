import { Path } from "../properties/path";
import { isGiven, isProperties, Properties, UNKNOWN, Value } from "../properties/value";
import { isLater, violationsOf } from "./check-constraint";
import type { SchemaProblem } from "./problem";
import type { ConstrainedSchema, Constraint, ObjectConstraints, ObjectType, PropertyType } from "./schema";

/** Holds a resource's inputs against its type: unknown properties, missing ones, wrong types, values outside an enumeration or a limit. */
export function checkAgainstSchema(schema: ConstrainedSchema, token: string, inputs: Properties): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  checkObject(schema, schema.resources[token].inputs, schema.constraints[token], inputs, [], problems);
  return problems;
}

function checkObject(
  schema: ConstrainedSchema,
  type: ObjectType,
  constraints: ObjectConstraints | undefined,
  properties: Properties,
  path: Path,
  problems: SchemaProblem[],
): void {
  const other = Object.entries(type).find(([name, member]) => saysOtherwise(member.type, own(properties, name)));
  if (other) {
    // What says that it is of another type needs no list of how the two types differ.
    checkValue(schema, other[1].type, properties[other[0]], [...path, other[0]], problems);
    return;
  }
  for (const [name, value] of Object.entries(properties)) {
    const place = [...path, name];
    if (!Object.hasOwn(type, name)) {
      problems.push({ path: place, value, allowed: `no such property; ${nearest(name, Object.keys(type))}`, kind: "misnamed" });
    } else if (isGiven(value)) {
      const constrained = { source: constraints?.source, constraint: constraints?.properties[name] };
      checkMember(schema, type[name].type, constrained, value, place, problems);
    }
  }
  for (const [name, { required }] of Object.entries(type)) {
    if (required && !(Object.hasOwn(properties, name) && isGiven(properties[name]))) {
      problems.push({ path: [...path, name], value: undefined, allowed: "a value; the property is required", kind: "missing" });
    }
  }
}

/** A property that the typings know, against its type and against what Microsoft's models say beyond it. */
function checkMember(
  schema: ConstrainedSchema,
  type: PropertyType,
  { source, constraint }: { source?: string; constraint?: Constraint },
  value: Value,
  path: Path,
  problems: SchemaProblem[],
): void {
  const found: SchemaProblem[] = [];
  checkValue(schema, type, value, path, found);
  problems.push(...found.map((problem) => (constraint && isLater(constraint, problem) ? { ...problem, kind: "later" as const } : problem)));
  // What is of another type as a whole is wrong once, and not in each of its parts.
  const isOfType = !found.some((problem) => problem.kind === "type" && problem.path.length === path.length);
  for (const violation of constraint && isOfType ? violationsOf(constraint, value, path) : []) {
    problems.push({ ...violation, source });
  }
}

/** True where a literal, which tells types apart, is given and is another one. */
function saysOtherwise(type: PropertyType, value: Value | undefined): boolean {
  return typeof type === "object" && "literal" in type && typeof value === "string" && !isOneOf([type.literal], value);
}

function own(properties: Properties, name: string): Value | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

function checkValue(schema: ConstrainedSchema, type: PropertyType, value: Value, path: Path, problems: SchemaProblem[]): void {
  if (value === UNKNOWN || type === "any") {
    return;
  }
  if (typeof type === "string") {
    if (typeof value !== type) {
      problems.push({ path, value, allowed: describeType(type), kind: "type" });
    }
  } else if ("list" in type) {
    if (Array.isArray(value)) {
      value.forEach((element, index) => checkValue(schema, type.list, element, [...path, index], problems));
    } else {
      problems.push({ path, value, allowed: describeType(type), kind: "type" });
    }
  } else if ("map" in type) {
    if (isProperties(value)) {
      Object.entries(value).forEach(([name, entry]) => checkValue(schema, type.map, entry, [...path, name], problems));
    } else {
      problems.push({ path, value, allowed: describeType(type), kind: "type" });
    }
  } else if ("object" in type) {
    if (isProperties(value)) {
      checkObject(schema, schema.objects[type.object], schema.constraints[type.object], value, path, problems);
    } else {
      problems.push({ path, value, allowed: describeType(type), kind: "type" });
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
  if (!isOneOf(values, value)) {
    problems.push({ path, value, allowed: values.join(", "), kind: typeof value === "string" ? "choice" : "type" });
  }
}

function isOneOf(values: readonly string[], value: Value | undefined): boolean {
  return typeof value === "string" && values.some((allowed) => allowed.toLowerCase() === value.toLowerCase());
}

/** Objects that may be one of several types are told apart by the literal that each type asks for. */
function checkAlternatives(schema: ConstrainedSchema, types: PropertyType[], value: Value, path: Path, problems: SchemaProblem[]): void {
  const attempts = types.map((type) => {
    const found: SchemaProblem[] = [];
    checkValue(schema, type, value, path, found);
    return { found, discriminated: isProperties(value) && matchesLiterals(schema, type, value) };
  });
  const fits = attempts.find(({ found }) => found.every(({ kind }) => kind === "later"));
  const meant = fits ?? attempts.find(({ discriminated }) => discriminated);
  if (meant) {
    problems.push(...meant.found);
    return;
  }
  const literals = types.flatMap((type) => literalsOf(schema, type));
  const [name] = literals.map(([property]) => property);
  const allowed = literals.map(([, literal]) => literal).join(", ") || types.map(describeType).join(" or ");
  problems.push(
    name && isProperties(value)
      ? { path: [...path, name], value: own(value, name), allowed, kind: Object.hasOwn(value, name) ? "choice" : "missing" }
      : { path, value, allowed: types.map(describeType).join(" or "), kind: "type" },
  );
}

function literalsOf(schema: ConstrainedSchema, type: PropertyType): [property: string, literal: string][] {
  if (typeof type === "string" || !("object" in type)) {
    return [];
  }
  return Object.entries(schema.objects[type.object]).flatMap(([name, { type: member }]) =>
    typeof member === "object" && "literal" in member ? [[name, member.literal] as [string, string]] : [],
  );
}

function matchesLiterals(schema: ConstrainedSchema, type: PropertyType, value: Properties): boolean {
  const literals = literalsOf(schema, type);
  return literals.length > 0 && literals.every(([name, literal]) => isOneOf([literal], own(value, name)));
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
