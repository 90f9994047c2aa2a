import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { writeWhole } from "../../region/foundation/whole-file";
import { temporaryFolder } from "../support/temporary-folder";

const folder = temporaryFolder();
const place = () => path.join(folder.path, "state.json");
const content = () => fs.readFileSync(place(), "utf8");

/** What a process runs that is killed when everything is written and nothing renamed. */
const killedBeforeTheRename = `
  require("node:fs").renameSync = () => process.kill(process.pid, "SIGKILL");
  require(process.argv[1]).writeWhole(process.argv[2], "new and longer", { isFlushed: true });
`;

it("A file that cannot be written as too many are open says so, and what to do", () => {
  const program = `
    const fs = require("node:fs");
    const { writeWhole } = require(process.argv[1]);
    try { for (;;) fs.openSync("/dev/null"); } catch {}
    try { writeWhole(process.argv[2], "new", { isFlushed: false }); } catch (error) { process.stdout.write(error.message); }
  `;
  const file = require.resolve("../../region/foundation/whole-file");
  const node = [process.execPath, "--require", require.resolve("ts-node/register/transpile-only"), "--eval", program, file, place()];
  const { stdout } = spawnSync("sh", ["-c", 'ulimit -n 256; exec "$@"', "sh", ...node], { encoding: "utf8" });
  expect(stdout).toBe(
    `${place()} cannot be written: too many files are open; fix: allow more, as "ulimit -n 4096" does, and start the daemon again`,
  );
  expect(fs.readdirSync(folder.path)).toEqual([]);
});

describe.each([true, false])("a file that is written whole, flushed to the disk: %s", (isFlushed) => {
  it("holds what was written, in place of what it held, for its user alone", () => {
    writeWhole(place(), "old", { isFlushed });
    writeWhole(place(), Buffer.from("new"), { isFlushed });
    expect(content()).toBe("new");
    expect(fs.statSync(place()).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(folder.path)).toEqual(["state.json"]);
  });

  it("keeps its old content where the disk is full, and nothing is left beside it", () => {
    writeWhole(place(), "old", { isFlushed });
    // What is written there finds no space left.
    fs.symlinkSync("/dev/full", `${place()}.new`);
    expect(() => writeWhole(place(), "new", { isFlushed })).toThrow(`${place()} cannot be written: the disk is full`);
    expect(content()).toBe("old");
    expect(fs.readdirSync(folder.path)).toEqual(["state.json"]);
  });

  it("keeps its old content where the process is killed meanwhile, and is written by the next one", () => {
    writeWhole(place(), "old", { isFlushed });
    const transpiled = ["--require", require.resolve("ts-node/register/transpile-only")];
    const file = require.resolve("../../region/foundation/whole-file");
    const { signal } = spawnSync(process.execPath, [...transpiled, "--eval", killedBeforeTheRename, file, place()]);
    expect(signal).toBe("SIGKILL");
    expect(content()).toBe("old");
    writeWhole(place(), "new", { isFlushed });
    expect(content()).toBe("new");
    expect(fs.readdirSync(folder.path)).toEqual(["state.json"]);
  });
});
