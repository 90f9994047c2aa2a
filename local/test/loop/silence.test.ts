import { execFile, spawn } from "node:child_process";
import * as path from "node:path";
import { promisify } from "node:util";
import { temporaryFolder } from "../support/temporary-folder";

const command = path.join(__dirname, "../../console/region.mjs");
const folder = temporaryFolder();

function run(...options: string[]) {
  return promisify(execFile)(process.execPath, [command, ...options], { env: { ...process.env, LOCAL_REGION_FOLDER: folder.path } });
}

/** A process that is a daemon to whoever asks: it has the control socket and a provider's port, and announces itself. */
async function daemon() {
  const program = `
    const [net, fs] = [require("node:net"), require("node:fs")];
    net.createServer().listen("control.sock", () => {
      const server = net.createServer().listen(0, "127.0.0.1", () => {
        fs.writeFileSync("daemon", "pid=" + process.pid + "\\nazure_native=" + server.address().port + "\\n");
        console.log("ready");
      });
    });`;
  const child = spawn(process.execPath, ["-e", program], { cwd: folder.path, stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  return child;
}

/** The seconds that a command took beyond those that it says it waited. */
async function secondsBeyond(command: Promise<unknown>): Promise<number> {
  const began = Date.now();
  const { stderr } = await command.then(
    () => ({ stderr: "" }),
    (failure: { stderr: string }) => failure,
  );
  return (Date.now() - began) / 1000 - Number(/ waited (\d+) s /.exec(stderr)?.[1]);
}

describe("the commands of a person, to a daemon that hangs", () => {
  it("end when they have waited as long as they say, and say for what and what to do", async () => {
    const hanging = await daemon();
    hanging.kill("SIGSTOP");
    const unanswered = (asked: string) => ({
      status: "rejected",
      reason: expect.objectContaining({
        code: 1,
        stderr: expect.stringMatching(
          new RegExp(`^The local region's daemon \\(process ${hanging.pid}\\) does not answer: waited \\d+ s for ${asked}; fix: make up, `),
        ),
      }),
    });
    try {
      const commands = [run("status"), run("metrics"), run("kill", "instance", "0")];
      const beyond = commands.map(secondsBeyond);
      expect(await Promise.allSettled(commands)).toEqual([
        unanswered("GET /status"),
        unanswered("GET /metrics"),
        unanswered("POST /instances/0/kill"),
      ]);
      expect(Math.max(...(await Promise.all(beyond)))).toBeLessThan(4);
    } finally {
      hanging.kill("SIGKILL");
    }
  }, 60_000);
});
