import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "../support/temporary-folder";

const repository = path.join(__dirname, "../../..");
const folder = temporaryFolder();

/** A checkout where everything is ready, whose pulumi prints what it is told of machines. */
beforeEach(() => {
  fs.cpSync(path.join(repository, "local/commands/up"), path.join(folder.path, "local/commands/up"));
  const programs = {
    "local/commands/prepare": "",
    "local/engine/environment": "",
    "local/engine/private/pulumi": 'echo "${LOCAL_REGION_MACHINES-unset}"',
    "local/console/neighbours.mjs": "",
    "image/build": "",
  };
  for (const [file, script] of Object.entries(programs)) {
    fs.mkdirSync(path.dirname(path.join(folder.path, file)), { recursive: true });
    fs.writeFileSync(path.join(folder.path, file), file.endsWith(".mjs") ? script : `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
});

function up(machines: string | undefined): string {
  const env = { ...process.env, LOCAL_REGION_MACHINES: machines };
  return execFileSync(path.join(folder.path, "local/commands/up"), { env, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

it("make up asks for machines unless it is to have none, also of a daemon that runs without", () => {
  expect(up(undefined)).toBe("\n");
  expect(up("")).toBe("\n");
  expect(up("none")).toBe("none\n");
});
