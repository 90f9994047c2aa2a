import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { holdFolder } from "../../region/store/lock";
import { temporaryFolder } from "../support/temporary-folder";

const folder = temporaryFolder();
const isHeld = () => spawnSync("flock", ["--nonblock", path.join(folder.path, "lock"), "true"]).status !== 0;

describe("the lock of a region's folder", () => {
  it("lets one daemon in and refuses the next, naming the folder and the way out", () => {
    holdFolder(folder.path);
    expect(isHeld()).toBe(true);
    expect(() => holdFolder(folder.path)).toThrow(`another daemon has ${folder.path}; fix: stop it with local/plugin/stop`);
    expect(isHeld()).toBe(true);
  });

  it("is not taken along by what the daemon starts", () => {
    holdFolder(folder.path);
    const open = spawnSync("sh", ["-c", "ls -l /proc/self/fd"], { encoding: "utf8" });
    expect(open.stdout).not.toContain(folder.path);
  });

  it("tells its daemon whether the folder was removed under it, also where another one took its place", () => {
    const inner = path.join(folder.path, "removed");
    const isStillThere = holdFolder(inner);
    expect(isStillThere()).toBe(true);
    fs.rmSync(inner, { recursive: true });
    expect(isStillThere()).toBe(false);
    holdFolder(inner);
    expect(isStillThere()).toBe(false);
  });

  it("makes the folder where there is none, for its owner only", () => {
    const inner = path.join(folder.path, "region");
    holdFolder(inner);
    expect(fs.statSync(inner).mode & 0o777).toBe(0o700);
  });
});
