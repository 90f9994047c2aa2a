import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { holdFolder } from "../../region/store/lock";
import { temporaryFolder } from "../support/temporary-folder";

const folder = temporaryFolder();
const ignore = () => undefined;
const isHeld = () => spawnSync("flock", ["--nonblock", path.join(folder.path, "lock"), "true"]).status !== 0;

describe("the lock of a region's folder", () => {
  it("lets one daemon in and refuses the next, naming the folder and the way out", () => {
    holdFolder(folder.path, ignore);
    expect(isHeld()).toBe(true);
    expect(() => holdFolder(folder.path, ignore)).toThrow(`another daemon has ${folder.path}; local/plugin/stop stops it`);
    expect(isHeld()).toBe(true);
  });

  it("is not taken along by what the daemon starts", () => {
    holdFolder(folder.path, ignore);
    const open = spawnSync("sh", ["-c", "ls -l /proc/self/fd"], { encoding: "utf8" });
    expect(open.stdout).not.toContain(folder.path);
  });

  it("tells its daemon when the folder is removed under it", async () => {
    const inner = path.join(folder.path, "removed");
    const lost = new Promise<void>((resolve) => holdFolder(inner, resolve));
    fs.rmSync(inner, { recursive: true });
    await expect(lost).resolves.toBeUndefined();
  });

  it("makes the folder where there is none, for its owner only", () => {
    const inner = path.join(folder.path, "region");
    holdFolder(inner, ignore);
    expect(fs.statSync(inner).mode & 0o777).toBe(0o700);
  });
});
