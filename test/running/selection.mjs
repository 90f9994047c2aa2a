// Which parts are run, and of a suite which files.
import { execFile } from "node:child_process";
import * as path from "node:path";
import { promisify } from "node:util";

/**
 * @param only The name of a part, a test file, or a piece of test files' paths; everything where it is empty.
 * @returns The parts to run; `files` are the test files of a suite where not all of them are meant.
 * @throws Error where it names nothing.
 */
export async function select(parts, only) {
  if (!only) {
    return parts.map((part) => ({ part }));
  }
  const named = parts.filter(({ name }) => name === only);
  if (named.length > 0) {
    return named.map((part) => ({ part }));
  }
  const wanted = path.isAbsolute(only) ? path.relative(process.cwd(), only) : path.normalize(only);
  const suites = parts.filter(({ config }) => config);
  const searched = suites.map(async (part) => ({ part, files: (await testFiles(part.config)).filter((file) => file.includes(wanted)) }));
  const selected = (await Promise.all(searched)).filter(({ files }) => files.length > 0);
  if (selected.length === 0) {
    const names = parts.map(({ name }) => name).join(", ");
    throw new Error(
      `ONLY is "${only}"; allowed: a part (${names}), or a test file's path or a piece of it, such as ONLY=repairs. "git ls-files '*.test.ts'" lists the files.`,
    );
  }
  return selected;
}

/** The files of a suite, as paths below the checkout. */
async function testFiles(config) {
  const { stdout } = await promisify(execFile)("node_modules/.bin/jest", [`--config=${config}`, "--listTests", "--json"]);
  return JSON.parse(stdout).map((file) => path.relative(process.cwd(), file));
}
