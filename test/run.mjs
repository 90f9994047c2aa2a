// Runs everything that proves the project, one part after the other, and says how long each took and how many checks passed.
// A part that fails does not keep the others from running. The last line counts what passed and failed, for people and for CI.
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "web-tier-test-"));

const parts = [
  check("lint", ["npx", "eslint", "."]),
  check("format", ["npx", "prettier", "--check", "--log-level=warn", "."]),
  check("types of the tier", ["npx", "tsc", "--noEmit"]),
  check("types of the local region", ["npx", "tsc", "--noEmit", "--project", "local"]),
  check("workflows", ["go", "-C", ".github/actionlint", "tool", "actionlint", "-shellcheck=", "-pyflakes=", ...workflows()]),
  check("fidelity to Azure's rules", ["node", "--require", "ts-node/register/transpile-only", "local/fidelity/check.ts"]),
  suite("the tier", ["--config=test/jest.config.js"]),
  suite("the local region", ["--config=local/test/jest.config.js"]),
  suite("deployments by the real engine", ["--config=local/test/engine/jest.config.js", "--runInBand"]),
  check("the machine image", ["image/build"]),
  suite("real machines", ["--config=local/test/containers/jest.config.js", "--runInBand"]),
];

const results = parts.map(run);
fs.rmSync(scratch, { recursive: true });

console.log("");
for (const { name, seconds, passed, failed } of results) {
  console.log(
    `${failed === 0 ? "ok    " : "FAILED"} ${name.padEnd(32)} ${String(passed).padStart(5)} passed ${seconds.toFixed(1).padStart(7)} s`,
  );
}
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function run({ name, command, count }) {
  console.log(`\n=== ${name}`);
  const started = performance.now();
  const { status } = spawnSync(command[0], command.slice(1), { stdio: "inherit" });
  return { name, seconds: (performance.now() - started) / 1000, ...count(status === 0) };
}

/** A command that either holds or does not. */
function check(name, command) {
  return { name, command, count: (held) => ({ passed: held ? 1 : 0, failed: held ? 0 : 1 }) };
}

/** Jest tests, counted one by one; a suite that breaks before its tests run counts as failed, and so does one without tests. */
function suite(name, options) {
  const report = path.join(scratch, `${name.replaceAll(" ", "-")}.json`);
  const command = ["npx", "jest", ...options, "--json", `--outputFile=${report}`];
  return {
    name,
    // With --json jest also prints its report; what a person reads goes to standard error.
    command: ["sh", "-c", '"$@" >/dev/null', "sh", ...command],
    count: (held) => {
      const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } = fs.existsSync(report)
        ? JSON.parse(fs.readFileSync(report, "utf8"))
        : { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1, numPendingTests: 0 };
      // A skipped test proves nothing, so it fails the run.
      const failures = numFailedTests + numRuntimeErrorTestSuites + numPendingTests;
      return { passed: numPassedTests, failed: failures > 0 || held ? failures : 1 };
    },
  };
}

function workflows() {
  return fs.readdirSync(".github/workflows").map((file) => path.resolve(".github/workflows", file));
}
