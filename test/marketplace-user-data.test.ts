import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { declarations } from "../src/settings/declarations";

const file = path.join(__dirname, "../image/marketplace-user-data.sh");
const script = fs.readFileSync(file, "utf8");

describe("the marketplace image's user data", () => {
  it("is a script that a shell can read, and that cloud-init runs", () => {
    expect(script.startsWith("#!/bin/sh\n")).toBe(true);
    expect(() => execFileSync("sh", ["-n", file], { stdio: "pipe" })).not.toThrow();
  });

  it.each([declarations.livenessPath.default, declarations.readinessPath.default])("answers %s, as the settings say", (requestPath) => {
    const location = new RegExp(`location = ${requestPath} \\{[^}]*return 200 `);
    expect(script).toMatch(location);
  });

  it("listens where the settings say", () => {
    expect(script).toContain(`listen ${declarations.backendPort.default} default_server;`);
  });
});
