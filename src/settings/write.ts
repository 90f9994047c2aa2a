import * as fs from "node:fs";
import * as path from "node:path";
import { declarations } from "./declarations";
import { withConfig, withTable } from "./documents";

/** Writes the declarations of the settings into the files that repeat them; `make settings` runs it after a change of one. */
const root = path.join(__dirname, "../..");
for (const [file, rewrite] of [["Pulumi.yaml", withConfig(declarations)] as const, ["README.md", withTable] as const]) {
  const place = path.join(root, file);
  fs.writeFileSync(place, rewrite(fs.readFileSync(place, "utf8")));
}
