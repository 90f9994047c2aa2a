import { formatPath } from "../../properties/path";
import { Properties, UNKNOWN } from "../../properties/value";
import { checkAgainstSchema } from "../../schema/check";
import type { Schema } from "../../schema/schema";

const schema: Schema = {
  package: "test 1.0.0",
  resources: {
    thing: {
      apiVersion: "2026-01-01",
      inputs: {
        name: { type: "string", required: true },
        port: { type: "number" },
        enabled: { type: "boolean" },
        anything: { type: "any" },
        kind: { type: { values: ["Standard", "Basic"] } },
        zones: { type: { list: "string" } },
        tags: { type: { map: "string" } },
        parts: { type: { list: { object: "Part" } } },
        criteria: { type: { oneOf: [{ object: "Single" }, { object: "Multiple" }] } },
      },
    },
  },
  objects: {
    Part: { id: { type: "string" }, weight: { type: "number", required: true } },
    Single: { type: { type: { literal: "single" }, required: true }, limit: { type: "number", required: true } },
    Multiple: { type: { type: { literal: "multiple" }, required: true }, limits: { type: { list: "number" }, required: true } },
  },
};

const problems = (inputs: Properties) =>
  checkAgainstSchema(schema, "thing", inputs).map(({ path, allowed }) => `${formatPath(path)}: ${allowed}`);

describe("the check against the schema", () => {
  it("accepts every property in its type", () => {
    const inputs = {
      name: "a",
      port: 80,
      enabled: false,
      anything: { deep: [1] },
      kind: "Standard",
      zones: [],
      tags: { any: "thing" },
      parts: [{ weight: 1 }],
      criteria: { type: "multiple", limits: [1, 2] },
    };
    expect(problems(inputs)).toEqual([]);
  });

  it("accepts a value that is not known yet in the place of any type", () => {
    const inputs: Properties = {
      name: UNKNOWN,
      port: UNKNOWN,
      kind: UNKNOWN,
      zones: UNKNOWN,
      tags: { a: UNKNOWN },
      parts: [UNKNOWN],
      criteria: UNKNOWN,
    };
    expect(problems(inputs)).toEqual([]);
  });

  it("takes null for absent", () => {
    expect(problems({ name: "a", port: null, parts: null })).toEqual([]);
    expect(problems({ name: null })).toEqual(["name: a value; the property is required"]);
  });

  it.each<[Properties, string]>([
    [{ name: 1 }, "name: a text"],
    [{ name: "a", port: "80" }, "port: a number"],
    [{ name: "a", enabled: "true" }, "enabled: true or false"],
    [{ name: "a", zones: "1" }, "zones: a list"],
    [{ name: "a", zones: ["1", 2] }, "zones[1]: a text"],
    [{ name: "a", tags: ["x"] }, "tags: an object"],
    [{ name: "a", tags: { "cost.center": 7 } }, 'tags["cost.center"]: a text'],
    [{ name: "a", parts: [{ weight: 1 }, "b"] }, "parts[1]: an object"],
    [{ name: "a", parts: [{ id: "b" }] }, "parts[0].weight: a value; the property is required"],
  ])("refuses a wrong type by the path of the property: %j", (inputs, problem) => {
    expect(problems(inputs)).toEqual([problem]);
  });

  it("compares the values of an enumeration without regard to case, as ARM does", () => {
    expect(problems({ name: "a", kind: "standard" })).toEqual([]);
    expect(problems({ name: "a", kind: "Premium" })).toEqual(["kind: Standard, Basic"]);
    expect(problems({ name: "a", kind: 1 })).toEqual(["kind: Standard, Basic"]);
  });

  it("refuses an unknown property, with the name that was meant where one is near", () => {
    expect(problems({ name: "a", Port: 80 })).toEqual(["Port: no such property; did you mean port?"]);
    expect(problems({ name: "a", zone: ["1"] })).toEqual(["zone: no such property; did you mean zones?"]);
    expect(problems({ name: "a", parts: [{ weight: 1, mass: 2 }] })).toEqual([
      "parts[0].mass: no such property; the properties here are id, weight",
    ]);
  });

  it("does not take what every object inherits for a property", () => {
    expect(problems({ name: "a", constructor: "x" })).toEqual([expect.stringMatching(/^constructor: no such property/)]);
  });

  it("holds one of several object types against the one that its literal names", () => {
    expect(problems({ name: "a", criteria: { type: "single", limits: [1] } })).toEqual([
      "criteria.limits: no such property; did you mean limit?",
      "criteria.limit: a value; the property is required",
    ]);
  });

  it("asks for the literal where none of several object types is named", () => {
    expect(problems({ name: "a", criteria: { limit: 1 } })).toEqual(["criteria.type: single, multiple"]);
    expect(problems({ name: "a", criteria: { type: "dual", limit: 1 } })).toEqual(["criteria.type: single, multiple"]);
    expect(problems({ name: "a", criteria: "single" })).toEqual(["criteria: an object or an object"]);
  });

  it("reports everything at once", () => {
    expect(problems({ port: "80", color: "red" })).toHaveLength(3);
  });
});
