import * as fs from "node:fs";
import * as path from "node:path";
import { describeLowLimits, describeRaisedLimits, lowLimits, raiseLimits } from "../../../region/podman/machines/kernel-limits";
import { withFiles } from "./files";

const instances = "fs/inotify/max_user_instances";

/** As on a computer where nobody has changed anything. */
const usual = {
  [instances]: "128\n",
  "fs/inotify/max_user_watches": "192536\n",
  "kernel/pty/max": "4096\n",
  "kernel/keys/maxkeys": "200\n",
  "kernel/keys/maxbytes": "20000\n",
  "kernel/keys/root_maxkeys": "1000000\n",
  "kernel/keys/root_maxbytes": "25000000\n",
};

function low(machines: number, isRoot: boolean, change: Record<string, string> = {}): string[] {
  return withFiles({ ...usual, ...change }, (folder) => lowLimits(machines, isRoot, folder).map(({ setting }) => setting));
}

describe("the kernel's limits", () => {
  it("stand in the way from a number of machines on, which is told with what they need", () => {
    const needed = withFiles(usual, (folder) => lowLimits(30, true, folder));
    expect(needed).toEqual([{ setting: "fs.inotify.max_user_instances", value: 128, needed: 488 }]);
    expect(describeLowLimits(30, needed)).toContain("sudo sysctl fs.inotify.max_user_instances=488");
    expect(low(30, true, { [instances]: "488" })).toEqual([]);
    expect(low(30, true, { [instances]: "487" })).toEqual(["fs.inotify.max_user_instances"]);
  });

  it("for key rings are reached sooner without root, where all machines' keys are one user's", () => {
    const raised = { [instances]: "8192" };
    expect(low(30, true, raised)).toEqual([]);
    expect(low(30, false, raised)).toEqual(["kernel.keys.maxkeys"]);
    expect(low(60, true, raised)).toEqual(["kernel.keys.maxkeys"]);
  });

  it("do not matter where the kernel does not have them", () => {
    expect(withFiles({}, (folder) => lowLimits(30, true, folder))).toEqual([]);
  });

  it("are raised where that is allowed, and told where it is not", () => {
    withFiles(usual, (folder) => {
      const [limit] = lowLimits(30, true, folder);
      const missing = { ...limit, setting: "fs.nothing.here" };
      expect(raiseLimits([limit, missing], folder)).toEqual({ raised: [limit], remaining: [missing] });
      expect(describeRaisedLimits(30, [limit])).toContain("fs.inotify.max_user_instances from 128 to 488");
      expect(fs.readFileSync(path.join(folder, instances), "utf8")).toBe("488");
      expect(lowLimits(30, true, folder)).toEqual([]);
    });
  });
});
