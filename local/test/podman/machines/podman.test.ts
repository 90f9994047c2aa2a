import { execFileSync } from "node:child_process";
import * as path from "node:path";

const podman = path.join(__dirname, "../../../region/podman/machines/podman.ts");

describe("a computer without Podman", () => {
  it("is told what to install", () => {
    const program = `require(process.argv[1]).Podman.open("region").then(() => console.log("found"), ({ message }) => console.log(message))`;
    const options = ["--require", require.resolve("ts-node/register/transpile-only"), "--eval", program, podman];
    const said = execFileSync(process.execPath, options, { encoding: "utf8", env: { PATH: "/nonexistent" } });
    expect(said).toMatch(/^Podman was not found\. Install the package podman/);
  });
});
