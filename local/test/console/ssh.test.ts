import { execFile } from "node:child_process";
import * as fs from "node:fs";
import * as http from "node:http";
import * as os from "node:os";
import * as path from "node:path";
import { promisify } from "node:util";
import { temporaryFolder } from "../support/temporary-folder";

const repository = path.join(__dirname, "../../..");
const folder = temporaryFolder();
let daemon: http.Server;

/** A checkout with these settings beside its own, whose region has one instance, and an ssh that prints what it is given. */
beforeEach(async () => {
  for (const name of ["local/commands/ssh", "local/console", "local/Pulumi.local.yaml", "Pulumi.yaml"]) {
    fs.cpSync(path.join(repository, name), path.join(folder.path, name), { recursive: true });
  }
  fs.symlinkSync(path.join(repository, "node_modules"), path.join(folder.path, "node_modules"));
  fs.mkdirSync(path.join(folder.path, "bin"));
  fs.writeFileSync(path.join(folder.path, "bin/ssh"), `#!/bin/sh\nprintf '%s\\n' "$@"\n`, { mode: 0o755 });
  fs.mkdirSync(path.join(folder.path, "local/.region"));
  const status = { scaleSets: [{ instances: [{ name: "web_0", sshPort: 50_000 }] }] };
  daemon = http.createServer((_request, response) => response.end(JSON.stringify(status)));
  await new Promise<void>((resolve) => daemon.listen(path.join(folder.path, "local/.region/control.sock"), resolve));
});

afterEach(() => daemon.close());

/** The words that ssh gets for instance 0. */
async function words(...command: string[]): Promise<string[]> {
  const env = { ...process.env, PATH: `${folder.path}/bin:${process.env.PATH}`, LOCAL_REGION_FOLDER: undefined };
  const { stdout } = await promisify(execFile)(path.join(folder.path, "local/commands/ssh"), ["0", ...command], { env });
  return stdout.trimEnd().split("\n");
}

function set(settings: string, inPlaceOf = "config:\n"): void {
  const file = path.join(folder.path, "local/Pulumi.local.yaml");
  fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace(inPlaceOf, settings));
}

/** What stands behind the word -i, if there is such a word. */
function identity(given: string[]): string | undefined {
  return given.includes("-i") ? given[given.indexOf("-i") + 1] : undefined;
}

describe("make ssh", () => {
  it("logs in as the administrator of the settings' defaults, with the checkout's own key", async () => {
    const given = await words("uname", "-a");
    expect(given.slice(0, 2)).toEqual(["-p", "50000"]);
    expect(identity(given)).toBe(path.join(fs.realpathSync(folder.path), "local/.region/ssh/id_ed25519"));
    expect(given.slice(-3)).toEqual(["adminuser@127.0.0.1", "uname", "-a"]);
  });

  it("logs in as the administrator whom the stack's settings name", async () => {
    set("config:\n  web-tier:adminUsername: operator\n");
    expect((await words()).at(-1)).toBe("operator@127.0.0.1");
  });

  it("takes the key beside the public one that the stack's settings name, and those that ssh knows where they name none", async () => {
    const own = "- local/.region/ssh/id_ed25519.pub";
    set("- ssh-ed25519 AAAA\n    - ~/keys/own.pub", own);
    expect(identity(await words())).toBe(path.join(os.homedir(), "keys/own"));
    set("- keys/own", "- ~/keys/own.pub");
    expect(identity(await words())).toBeUndefined();
  });
});
