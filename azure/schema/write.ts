import * as fs from "node:fs";
import * as path from "node:path";
import { resourceTypes } from "../resources";
import { generateSchema, schemaText } from "./generate";

/** Writes the schema of the region's resource types anew; `make schema` runs it after a new type or a new azure-native. */
const schema = generateSchema(resourceTypes.map(({ token }) => token));
fs.writeFileSync(path.join(__dirname, "azure-native.json"), schemaText(schema));
