import { execFile } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { promisify } from "node:util";
import { temporaryFolder } from "../support/temporary-folder";

const neighbours = path.join(__dirname, "../../console/neighbours.mjs");
const folder = temporaryFolder();

/** Asks as `make up` does, with the programs that these folders have. */
function ask(folders: string): Promise<{ stdout: string; stderr: string }> {
  return promisify(execFile)(process.execPath, [neighbours], { env: { PATH: folders } });
}

function putPodman(script: string): void {
  fs.writeFileSync(path.join(folder.path, "podman"), `#!/bin/sh\n${script}`, { mode: 0o755 });
}

/** Lists two containers, of which one has gone before it is asked for more, and answers as Podman does then. */
function forgetfulPodman(): string {
  const container = {
    Mounts: [{ Source: "/other/local/.region/edges/front" }],
    HostConfig: { PortBindings: { "8080/tcp": [{ HostIp: "127.0.0.1", HostPort: "8080" }] } },
    NetworkSettings: { Networks: {} },
  };
  return `
case $1 in
  ps) printf '1\\n2\\n' ;;
  network) echo '[]' ;;
  container) echo '${JSON.stringify([container])}'; echo 'Error: inspecting object: no such container 2' >&2; exit 125 ;;
esac
`;
}

describe("make up", () => {
  it("finds no other checkout's region on a computer without Podman, which the image's build installs, and goes on", async () => {
    await expect(ask("/nonexistent")).resolves.toEqual({ stdout: "", stderr: "" });
  });

  it("finds another checkout's region also while containers come and go", async () => {
    putPodman(forgetfulPodman());
    await expect(ask(`${folder.path}:/usr/bin:/bin`)).rejects.toMatchObject({
      code: 1,
      stderr: "The local region of /other has port 8080, which this checkout's settings ask for too; fix: make -C /other down\n",
    });
  });

  it("says what Podman says where it fails", async () => {
    putPodman("echo 'Error: database is locked' >&2; exit 125");
    await expect(ask(`${folder.path}:/usr/bin:/bin`)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^"podman ps .*" failed: Error: database is locked; fix: .*\n$/),
    });
  });
});
