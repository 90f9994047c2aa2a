import { execFile } from "node:child_process";
import * as path from "node:path";
import { promisify } from "node:util";

const checkout = path.join(__dirname, "../../..");

describe("make up on a computer without Podman, which the image's build installs", () => {
  it("finds no other checkout's region, and goes on", async () => {
    const asked = promisify(execFile)(process.execPath, [path.join(checkout, "local/console/neighbours.mjs")], {
      env: { PATH: "/nonexistent" },
    });
    await expect(asked).resolves.toEqual({ stdout: "", stderr: "" });
  });
});
