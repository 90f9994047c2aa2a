import { execFileSync, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { declarations } from "../src/settings/declarations";

const file = path.join(__dirname, "../image/marketplace-user-data.sh");
const script = fs.readFileSync(file, "utf8");

describe("the marketplace image's user data", () => {
  it("is a script that a shell can read, and that cloud-init runs", () => {
    expect(script.startsWith("#!/bin/sh\n")).toBe(true);
    expect(() => execFileSync("sh", ["-n", file], { stdio: "pipe" })).not.toThrow();
  });

  it("begins with the lists of packages again when anything fails, and fails in the end", () => {
    expect(installWith({ failingUpdates: 2 })).toEqual({
      status: 1,
      steps: ["update", "update", "update", "install", "update", "install", "update", "install"],
      pauses: ["5", "10", "20", "40", "0"],
    });
  });

  it("takes a list that could not be brought up to date for a failure", () => {
    expect(script).toMatch(/apt-get [^\n]*update --error-on=any/);
  });

  it.each([declarations.livenessPath.default, declarations.readinessPath.default])("answers %s, as the settings say", (requestPath) => {
    const location = new RegExp(`location = ${requestPath} \\{[^}]*return 200 `);
    expect(script).toMatch(location);
  });

  it("listens where the settings say", () => {
    expect(script).toContain(`listen ${declarations.backendPort.default} default_server;`);
  });
});

/** What the script does where `apt-get` fails: each update up to a number of times, and every installation, so that nothing is changed. */
function installWith({ failingUpdates }: { failingUpdates: number }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "apt-"));
  const log = path.join(folder, "log");
  const command = (name: string, body: string) => fs.writeFileSync(path.join(folder, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 });
  command(
    "apt-get",
    `echo "$*" >> '${log}'; case "$*" in *install*) exit 100; esac; [ "$(grep -c update '${log}')" -gt ${failingUpdates} ]`,
  );
  command("sleep", `echo "sleep $1" >> '${log}'`);
  try {
    const { status } = spawnSync("sh", [file], { env: { PATH: `${folder}:${process.env.PATH}` }, stdio: "ignore" });
    const lines = fs.readFileSync(log, "utf8").trim().split("\n");
    const pauses = lines.flatMap((line) => (line.startsWith("sleep ") ? [line.slice("sleep ".length)] : []));
    const steps = lines.flatMap((line) => /\b(update|install)\b/.exec(line)?.[1] ?? []);
    return { status, steps, pauses };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
