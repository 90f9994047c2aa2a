import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { EventLog } from "../../region/foundation/event-log";
import { temporaryFolder } from "../support/temporary-folder";
import { eventually } from "../support/eventually";

const folder = temporaryFolder();
const lives = () => path.join(folder.path, "lives");
const told = () => new EventLog(folder.path).last(10).map(({ message }) => message);

/** Runs a process that has lived for so many seconds, and what goes wrong in its first life. @returns What it logs, and its status. */
function run(seconds: number, trouble: string) {
  const program = `
    const fs = require("node:fs");
    const { EventLog } = require("./event-log");
    const { surviveUnexpectedErrors } = require("./unexpected-errors");
    process.uptime = () => ${seconds};
    surviveUnexpectedErrors(new EventLog(${JSON.stringify(folder.path)}), () => false);
    const isFirst = !fs.existsSync(${JSON.stringify(lives())});
    fs.appendFileSync(${JSON.stringify(lives())}, "begins\\n");
    if (isFirst) {
      setTimeout(() => { ${trouble} }, 1);
    }
    setTimeout(() => fs.appendFileSync(${JSON.stringify(lives())}, "ends\\n"), 50);
  `;
  const cwd = path.join(__dirname, "../../region/foundation");
  const { status, stderr } = spawnSync(process.execPath, ["--require", "ts-node/register/transpile-only", "--eval", program], {
    cwd,
    encoding: "utf8",
    timeout: 60_000,
  });
  return { status, stderr };
}

const livesLived = () => (fs.existsSync(lives()) ? fs.readFileSync(lives(), "utf8").trim().split("\n") : []);

describe("an error that nothing in the daemon has foreseen", () => {
  it("is logged and told where it is a promise that nobody waits for, and the daemon goes on", () => {
    const { status, stderr } = run(3600, 'Promise.reject(new Error("no room"));');
    expect(status).toBe(0);
    expect(stderr).toContain("something in the background that nobody waits for failed: Error: no room\n    at ");
    expect(told()).toEqual(["something in the background failed: no room; daemon.log has its stack"]);
    expect(livesLived()).toEqual(["begins", "ends"]);
  });

  it("ends the daemon where nothing has caught it, and another one begins from what is on the disk", async () => {
    const { status, stderr } = run(3600, 'throw new Error("no sense");');
    expect(status).toBe(1);
    expect(stderr).toContain("the daemon failed: Error: no sense\n    at ");
    expect(told()).toEqual([expect.stringContaining("ended over an error that it does not know: no sense; it begins anew;")]);
    await eventually(() => livesLived().length === 3);
    expect(livesLived()).toEqual(["begins", "begins", "ends"]);
  });

  it("does not begin another daemon where the first has just begun, and says what does", () => {
    expect(run(5, 'throw new Error("no sense");').status).toBe(1);
    expect(told()).toEqual([expect.stringContaining('fix: "make up" begins another one')]);
    expect(livesLived()).toEqual(["begins"]);
  });
});
