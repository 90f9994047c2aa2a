import { execFileSync } from "node:child_process";
import * as path from "node:path";

const checkout = path.join(__dirname, "../..");
const run = (command: string, ...args: string[]) => execFileSync(command, args, { cwd: checkout, encoding: "utf8" }).trim();

const readParts = 'import { parts } from "./test/parts.mjs"; console.log(JSON.stringify(parts.flatMap(({ config }) => config ?? [])))';

it("Every test file belongs to one part of make test, so that none is forgotten, and none runs where what it needs is not there yet", () => {
  const configs = JSON.parse(run(process.execPath, "--input-type=module", "--eval", readParts)) as string[];
  const inParts = configs.flatMap(
    (config) => JSON.parse(run("node_modules/.bin/jest", `--config=${config}`, "--listTests", "--json")) as string[],
  );
  const files = run("git", "ls-files", "--cached", "--others", "--exclude-standard", "*.test.ts").split("\n");
  expect(inParts.map((file) => path.relative(checkout, file)).sort()).toEqual(files.sort());
});

const runWithoutGo = `
  import { parts } from "./test/parts.mjs";
  import { runAside } from "./test/running/run.mjs";
  await runAside([{ part: parts.find(({ name }) => name === "workflows") }], { reports: "", environment: { PATH: "/nonexistent" } });`;

it("A part whose program is missing says how to get it", () => {
  expect(run(process.execPath, "--input-type=module", "--eval", runWithoutGo)).toBe(
    "=== workflows\nthere is no go on PATH; fix: install Go 1.24 or newer: https://go.dev/dl/",
  );
});
