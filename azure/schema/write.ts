import * as fs from "node:fs";
import * as path from "node:path";
import { resourceTypes } from "../resources";
import { collectConstraints, ModelSource } from "./collect-constraints";
import { fileOfPackage } from "./fetch-package";
import { generateSchema, schemaText } from "./generate";
import { addressOf, laterEnumerations, ModelFile, modelsOfResources } from "./microsoft-models";
import { readEnumerations, readModels } from "./python-models";
import type { Constraints, Schema } from "./schema";

/** Writes the schema of the region's resource types and their constraints anew; `make schema` runs it after a new type or a new azure-native. */
const schema = generateSchema(resourceTypes.map(({ token }) => token));
write("azure-native.json", schemaText(schema));
write("constraints.json", schemaText(constraintsOf(schema)));

function constraintsOf(of: Schema): Constraints {
  const all = Object.entries(modelsOfResources).map(([token, { file, model }]) => collectConstraints(of, token, sourceOf(file), model));
  return Object.assign({}, ...all) as Constraints;
}

function sourceOf(file: ModelFile): ModelSource {
  const later = laterEnumerations[file.package];
  return {
    address: addressOf(file),
    models: readModels(fileOfPackage(file.package, file.version, file.path)),
    laterEnumerations: later ? readEnumerations(fileOfPackage(later.package, later.version, later.path)) : new Map(),
  };
}

function write(name: string, text: string): void {
  fs.writeFileSync(path.join(__dirname, name), text);
}
