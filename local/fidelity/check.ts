import * as fs from "node:fs";
import * as path from "node:path";
import { accountOfRules, fidelityPage } from "./fidelity";

/** Says how many of Azure's rules are held, and fails where one is not accounted for or the page is not current. */
const page = path.resolve(__dirname, "../../docs/fidelity.md");
const { held, of, checks, unaccounted } = accountOfRules();
console.log(`${held} of ${of} rules of Azure are enforced, by ${checks} checks.`);

if (unaccounted.length > 0) {
  console.error(`Neither enforced nor explained in local/fidelity/not-held.ts: ${unaccounted.join(", ")}.`);
  process.exitCode = 1;
}
if (!fs.existsSync(page) || fs.readFileSync(page, "utf8") !== fidelityPage()) {
  console.error(`docs/fidelity.md is not what the rules say. Run "make fidelity" and look at what changed.`);
  process.exitCode = 1;
}
