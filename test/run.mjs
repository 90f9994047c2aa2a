// Runs what proves the project and says how long each part took and how many checks passed. A part that fails does not keep the others
// from running. The last line counts what passed and failed, for people and for CI.
//
// usage: run.mjs [--check] [--only=NAME]
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { parseArgs } from "node:util";
import { Leftovers } from "./running/leftovers.mjs";
import { parts } from "./parts.mjs";
import { prepare } from "./running/preparation.mjs";
import { runAside, runInTurn, runSideBySide } from "./running/run.mjs";
import { select } from "./running/selection.mjs";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false }, only: { type: "string", default: "" } } });
const selected = await choose();
const reports = fs.mkdtempSync(path.join(os.tmpdir(), "web-tier-reports-"));
const leftovers = new Leftovers();
process.on("exit", () => {
  fs.rmSync(reports, { recursive: true, force: true });
  leftovers.remove();
});

const environment = { ...prepare(selected.map(({ part }) => part)), TMPDIR: leftovers.temporary };
const how = { reports, environment };
const those = (are) => selected.filter(({ part }) => are(part));
const isImage = ({ name }) => name === "image";
// Checks take one processor, and suites of unit tests all that there are; neither waits for the other.
const [checks, units] = await Promise.all([
  runAside(
    those((part) => !part.config && !part.lane && !isImage(part)),
    how,
  ),
  runInTurn(
    those((part) => part.config && !part.lane && !part.alone),
    how,
  ),
]);
// What boots machines needs the image first.
const image = await runInTurn(those(isImage), how);
const lanes = new Set(selected.flatMap(({ part }) => part.lane ?? []));
const deployments = await runSideBySide(
  [...lanes].map((name) => those(({ lane }) => lane === name)),
  how,
);
const alone = await runInTurn(
  those((part) => part.alone),
  how,
);
const results = [...checks, ...units, ...image, ...deployments, ...alone, nothingLeft()];

console.log("");
for (const { title, seconds, passed, failed } of results) {
  console.log(
    `${failed === 0 ? "ok    " : "FAILED"} ${title.padEnd(32)} ${String(passed).padStart(5)} passed ${seconds.toFixed(1).padStart(7)} s`,
  );
}
const sum = (of) => results.reduce((total, result) => total + result[of], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") === 0 ? 0 : 1;

function nothingLeft() {
  const started = performance.now();
  const found = leftovers.find();
  console.log(`\n=== nothing left behind\n${found.map((one) => `left behind: ${one}`).join("\n")}`.trimEnd());
  const failed = found.length > 0 ? 1 : 0;
  return { title: "nothing left behind", seconds: (performance.now() - started) / 1000, passed: 1 - failed, failed };
}

async function choose() {
  try {
    return await select(values.check ? parts.filter(({ inCheck }) => inCheck) : parts, values.only);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
