import { collectConstraints } from "../../schema/collect-constraints";
import type { Model, ModelProperty } from "../../schema/python-models";
import type { Schema } from "../../schema/schema";

const schema: Schema = {
  package: "test 1.0.0",
  resources: {
    thing: {
      apiVersion: "2026-01-01",
      inputs: {
        port: { type: "number" },
        etag: { type: "string" },
        sku: { type: { values: ["Standard"] } },
        parts: { type: { list: { object: "Part" } } },
        criteria: { type: { oneOf: [{ object: "Single" }, { object: "Multiple" }] } },
      },
    },
  },
  objects: {
    Part: { hours: { type: { list: "number" } }, parts: { type: { list: { object: "Part" } } }, tags: { type: { map: "string" } } },
    Single: { odataType: { type: { literal: "single" } }, window: { type: "string" } },
    Multiple: { odataType: { type: { literal: "multiple" } }, start: { type: "string" } },
  },
};

const source = "https://example.com/models";

function property(type: string, more: Partial<ModelProperty> = {}): ModelProperty {
  return { type, validation: {}, ...more };
}

const models = new Map<string, Model>([
  [
    "Thing",
    {
      kinds: {},
      properties: {
        port: property("int", { validation: { maximum: 65535, minimum: 1 } }),
        etag: property("int", { validation: { readonly: true } }),
        sku: property("str", { enumeration: "SkuName" }),
        parts: property("[PartFormat]"),
        criteria: property("Criteria"),
        other: property("int"),
      },
    },
  ],
  [
    "PartFormat",
    {
      kinds: {},
      properties: { hours: property("[int]", { validation: { max_items: 24, min_items: 0 } }), parts: property("[PartFormat]") },
    },
  ],
  ["Criteria", { kinds: { single: "SingleCriteria", multiple: "MultipleCriteria" }, properties: {} }],
  ["SingleCriteria", { kinds: {}, properties: { window: property("duration") } }],
  ["MultipleCriteria", { kinds: {}, properties: { start: property("iso-8601") } }],
]);

it("the constraints of a resource type are those of Microsoft's models, down to the last object, each with its origin", () => {
  const laterEnumerations = new Map([["SkuName", ["standard", "StandardV2"]]]);
  expect(collectConstraints(schema, "thing", { address: source, models, laterEnumerations }, "Thing")).toEqual({
    thing: {
      model: "Thing",
      source,
      properties: { port: { whole: true, minimum: 1, maximum: 65535 }, sku: { laterValues: ["StandardV2"] } },
    },
    Part: { model: "PartFormat", source, properties: { hours: { whole: true, maxItems: 24 } } },
    Single: { model: "SingleCriteria", source, properties: { window: { format: "duration" } } },
    Multiple: { model: "MultipleCriteria", source, properties: { start: { format: "date and time" } } },
  });
});
