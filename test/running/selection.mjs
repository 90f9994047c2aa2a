// Which parts are run, and of a suite which files.
import { execFileSync } from "node:child_process";
import * as path from "node:path";

/**
 * @param only The name of a part, a test file, or a piece of test files' paths; everything where it is empty.
 * @returns The parts to run; `files` are the test files of a suite where not all of them are meant.
 * @throws Error where it names nothing.
 */
export function select(parts, only) {
  if (!only) {
    return parts.map((part) => ({ part }));
  }
  const named = parts.filter(({ name }) => name === only);
  if (named.length > 0) {
    return named.map((part) => ({ part }));
  }
  const wanted = path.isAbsolute(only) ? path.relative(process.cwd(), only) : path.normalize(only);
  const selected = parts
    .filter(({ config }) => config)
    .map((part) => ({ part, files: testFiles(part.config).filter((file) => file.includes(wanted)) }))
    .filter(({ files }) => files.length > 0);
  if (selected.length === 0) {
    const names = parts.map(({ name }) => name).join(", ");
    throw new Error(
      `ONLY is "${only}"; allowed: a part (${names}), or a test file's path or a piece of it, such as ONLY=repairs. "git ls-files '*.test.ts'" lists the files.`,
    );
  }
  return selected;
}

/** The files of a suite, as paths below the checkout. */
function testFiles(config) {
  const listed = execFileSync("npx", ["jest", `--config=${config}`, "--listTests", "--json"], { encoding: "utf8" });
  return JSON.parse(listed).map((file) => path.relative(process.cwd(), file));
}
