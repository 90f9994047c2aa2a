import { formatPath } from "../../properties/path";
import { Properties, UNKNOWN } from "../../properties/value";
import { checkAgainstSchema } from "../../schema/check";
import type { ConstrainedSchema } from "../../schema/schema";

const schema: ConstrainedSchema = {
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
        limited: { type: { object: "Limited" } },
      },
    },
  },
  objects: {
    Part: { id: { type: "string" }, weight: { type: "number", required: true } },
    Single: { type: { type: { literal: "single" }, required: true }, limit: { type: "number", required: true } },
    Multiple: { type: { type: { literal: "multiple" }, required: true }, limits: { type: { list: "number" }, required: true } },
    Limited: {
      percent: { type: "number" },
      hours: { type: { list: "number" } },
      short: { type: "string" },
      code: { type: "string" },
      window: { type: "string" },
      start: { type: "string" },
      sku: { type: { values: ["Standard", "Basic"] } },
    },
  },
  constraints: {
    Limited: {
      model: "Limited",
      source: "https://example.com/limited",
      properties: {
        percent: { whole: true, minimum: 5, maximum: 100 },
        hours: { whole: true, minItems: 1, maxItems: 2 },
        short: { minLength: 2, maxLength: 4 },
        code: { pattern: "^[a-z]+$" },
        window: { format: "duration" },
        start: { format: "date and time" },
        sku: { laterValues: ["StandardV2"] },
      },
    },
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

  it.each<[Properties]>([
    [{ percent: 5, hours: [0], short: "ab", code: "a", window: "PT5M", start: "2026-11-28T12:00:00Z", sku: "basic" }],
    [{ percent: 100, hours: [0, 23], short: "abcd", window: "P1DT2H", start: "2026-11-28T12:00:00" }],
    [{ percent: UNKNOWN, hours: [UNKNOWN], short: UNKNOWN, window: UNKNOWN, start: "2026-11-28T12:00:00.5+02:00" }],
  ])("accepts what is within the limits of Microsoft's model: %j", (limited) => {
    expect(problems({ name: "a", limited })).toEqual([]);
  });

  it.each<[Properties, string]>([
    [{ percent: 50.5 }, "limited.percent: a whole number"],
    [{ percent: NaN }, "limited.percent: a whole number"],
    [{ percent: 4 }, "limited.percent: 5 to 100"],
    [{ percent: 101 }, "limited.percent: 5 to 100"],
    [{ percent: "50" }, "limited.percent: a number"],
    [{ window: ["x"] }, "limited.window: a text"],
    [{ hours: [1, 2.5] }, "limited.hours[1]: a whole number"],
    [{ hours: [] }, "limited.hours: 1 to 2 elements"],
    [{ hours: [1, 2, 3] }, "limited.hours: 1 to 2 elements"],
    [{ short: "a" }, "limited.short: 2 to 4 characters"],
    [{ short: "abcde" }, "limited.short: 2 to 4 characters"],
    [{ code: "A" }, "limited.code: a text that fits ^[a-z]+$"],
    [{ window: "5 minutes" }, "limited.window: a duration of ISO 8601, such as PT5M for five minutes"],
    [{ start: "28.11.2026" }, "limited.start: a date and time of ISO 8601, such as 2026-11-28T12:00:00Z"],
    [{ start: "2026-11-28" }, "limited.start: a date and time of ISO 8601, such as 2026-11-28T12:00:00Z"],
  ])("refuses what is outside them: %j", (limited, problem) => {
    expect(problems({ name: "a", limited })).toEqual([problem]);
  });

  it("names the source of a limit", () => {
    const [problem] = checkAgainstSchema(schema, "thing", { name: "a", limited: { percent: 4 } });
    expect(problem).toMatchObject({ kind: "limit", value: 4, source: "https://example.com/limited" });
  });

  it("tells a value of a later version of the API from one that no version has", () => {
    const kinds = (sku: string) => checkAgainstSchema(schema, "thing", { name: "a", limited: { sku } }).map(({ kind }) => kind);
    expect([kinds("standardv2"), kinds("Premium"), kinds("Standard")]).toEqual([["later"], ["choice"], []]);
  });
});
