import * as fs from "node:fs";
import * as path from "node:path";
import type { ConstrainedSchema, Constraints, Schema } from "../../schema/schema";

/** A generated file of `azure/schema/`, to the last character. */
export function storedText(name: "azure-native.json" | "constraints.json"): string {
  return fs.readFileSync(path.resolve(__dirname, "../../schema", name), "utf8");
}

/** The schema that the region holds resources against. */
export function storedSchema(): ConstrainedSchema {
  return {
    ...(JSON.parse(storedText("azure-native.json")) as Schema),
    constraints: JSON.parse(storedText("constraints.json")) as Constraints,
  };
}
