import type { Properties, Value } from "../../properties/value";
import { checkAgainstSchema } from "../../schema/check";
import type { SchemaProblem } from "../../schema/problem";
import type { Constraint, ObjectType, PropertyType } from "../../schema/schema";
import { storedSchema } from "../support/stored-schema";

const schema = storedSchema();

/** Every object type and every resource type, as if each were a resource. */
const types: Record<string, ObjectType> = {
  ...schema.objects,
  ...Object.fromEntries(Object.entries(schema.resources).map(([token, { inputs }]) => [token, inputs])),
};
const resources = Object.fromEntries(Object.entries(types).map(([name, inputs]) => [name, { apiVersion: "", inputs }]));

/** What is wrong at a property or in it when nothing but the property is given. */
function problemsAt(name: string, property: string, value: Value | undefined): SchemaProblem[] {
  const inputs: Properties = value === undefined ? {} : { [property]: value };
  return checkAgainstSchema({ ...schema, resources }, name, inputs).filter(({ path }) => path[0] === property);
}

const members = Object.entries(types).flatMap(([name, type]) =>
  Object.entries(type).map(([property, { type: of, required }]) => ({ name, property, of, required })),
);

/** A value that breaks what the model asks for. */
interface Limit {
  readonly name: string;
  readonly property: string;
  readonly value: Value;
  readonly source: string;
}

/** Values that break one limit each. */
function broken(constraint: Constraint, list: boolean): Value[] {
  const { whole, minimum, maximum, minLength, maxLength, pattern, minItems, maxItems, format } = constraint;
  const values: (Value | undefined)[] = [
    whole ? (list ? [0.5] : (minimum ?? 0) + 0.5) : undefined,
    minimum === undefined ? undefined : minimum - 1,
    maximum === undefined ? undefined : maximum + 1,
    minLength === undefined ? undefined : "x".repeat(minLength - 1),
    maxLength === undefined ? undefined : "x".repeat(maxLength + 1),
    pattern === undefined ? undefined : "\u0000",
    minItems === undefined ? undefined : [],
    maxItems === undefined ? undefined : Array.from({ length: maxItems + 1 }, () => ({})),
    format === undefined ? undefined : "soon",
  ];
  return values.filter((value) => value !== undefined);
}

function choices(type: PropertyType): string[] | undefined {
  return typeof type === "object" && ("values" in type || "literal" in type)
    ? "values" in type
      ? type.values
      : [type.literal]
    : undefined;
}

describe("each constraint of azure-native and of Microsoft's models", () => {
  it.each(members.filter(({ required }) => required))("refuses $name without $property", ({ name, property }) => {
    expect(problemsAt(name, property, undefined)).toMatchObject([{ kind: "missing" }]);
  });

  it.each(members.filter(({ of }) => choices(of)))("refuses a $property of $name that is none of the choices", ({ name, property, of }) => {
    const accepted = choices(of) ?? [];
    expect(problemsAt(name, property, "none of them").map(({ kind, allowed }) => [kind, allowed])).toEqual([
      ["choice", accepted.join(", ")],
    ]);
    expect(accepted.flatMap((choice) => problemsAt(name, property, choice))).toEqual([]);
  });

  it.each(members.filter(({ of }) => of !== "any"))("refuses a $property of $name that is of another type", ({ name, property, of }) => {
    expect(problemsAt(name, property, of === "boolean" ? "true" : true)).toMatchObject([{ kind: "type" }]);
  });

  const limits = Object.entries(schema.constraints).flatMap(([name, { source, properties }]) =>
    Object.entries(properties).flatMap(([property, constraint]) => {
      const { type } = types[name][property];
      const list = typeof type === "object" && "list" in type;
      return broken(constraint, list).map((value): Limit => ({ name, property, value, source }));
    }),
  );
  it.each(limits)("refuses $value as $property of $name", ({ name, property, value, source }) => {
    expect(
      problemsAt(name, property, value)
        .filter(({ kind }) => kind === "limit" || kind === "type")
        .at(-1),
    ).toMatchObject({ source });
  });

  const later = Object.entries(schema.constraints).flatMap(([name, { properties }]) =>
    Object.entries(properties).flatMap(([property, { laterValues = [] }]) => laterValues.map((value) => ({ name, property, value }))),
  );
  it.each(later)(
    "takes $value, which a later version of the API has, as $property of $name with a word of warning",
    ({ name, property, value }) => {
      expect(problemsAt(name, property, value)).toMatchObject([{ kind: "later", value }]);
    },
  );

  it("are as many as Microsoft's models have", () => {
    expect(limits.length).toBeGreaterThan(60);
    expect(later.length).toBeGreaterThan(5);
  });
});
