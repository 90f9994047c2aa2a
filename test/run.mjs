// Runs what proves the project and says how long each part took and how many checks passed. A part that fails does not keep the others
// from running. The last line counts what passed and failed, for people and for CI.
//
// usage: run.mjs [--check] [--only=NAME]
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { parseArgs } from "node:util";
import { parts } from "./parts.mjs";
import { prepare } from "./running/preparation.mjs";
import { runTogether, runAlone } from "./running/run.mjs";
import { select } from "./running/selection.mjs";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false }, only: { type: "string", default: "" } } });
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "web-tier-test-"));
process.on("exit", () => fs.rmSync(scratch, { recursive: true, force: true }));

const selected = choose();
const environment = prepare(selected.map(({ part }) => part.needs));
const isQuick = ({ part }) => part.needs === "packages" && !part.config;
const results = [
  ...(await runTogether(selected.filter(isQuick), { scratch, environment })),
  ...selected.filter((one) => !isQuick(one)).map((one) => runAlone(one, { scratch, environment })),
];

console.log("");
for (const { title, seconds, passed, failed } of results) {
  console.log(
    `${failed === 0 ? "ok    " : "FAILED"} ${title.padEnd(32)} ${String(passed).padStart(5)} passed ${seconds.toFixed(1).padStart(7)} s`,
  );
}
const sum = (of) => results.reduce((total, result) => total + result[of], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") === 0 ? 0 : 1;

function choose() {
  try {
    return select(values.check ? parts.filter(({ inCheck }) => inCheck) : parts, values.only);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
