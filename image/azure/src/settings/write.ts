import * as fs from "node:fs";
import * as path from "node:path";
import { withConfig } from "../../../../src/settings/documents";
import { imageSettings } from "./declarations";

/** Writes the declarations of the image's settings into its `Pulumi.yaml`; `make settings` runs it after a change of one. */
const project = path.join(__dirname, "../../Pulumi.yaml");
fs.writeFileSync(project, withConfig(imageSettings.declarations)(fs.readFileSync(project, "utf8")));
