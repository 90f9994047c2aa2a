import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

const checkout = path.resolve(__dirname, "..");

/** All that a program prints that is started as Pulumi starts the tier, and is to tell of promises that never end. */
function printed(program: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "program-"));
  try {
    const file = path.join(folder, "index.ts");
    fs.writeFileSync(file, program);
    const { stdout, stderr } = spawnSync(process.execPath, ["--require", "ts-node/register/transpile-only", file], {
      cwd: checkout,
      env: { ...process.env, TS_NODE_PROJECT: path.join(checkout, "src/start/tsconfig.json"), PULUMI_DEBUG_PROMISE_LEAKS: "true" },
      encoding: "utf8",
    });
    return stdout + stderr;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

describe("a program", () => {
  it("gets the trace of an error with the lines of the source", () => {
    const trace = printed(`
      interface OfManyLines {
        readonly thatAreGone: string;
      }
      console.log(new Error("wrong").stack);
    `);
    expect(trace).toMatch(/^Error: wrong\n {4}at .*index\.ts:5:19\)/);
  });

  it("gets the trace of a promise that never ends from the SDK", () => {
    const trace = printed(`
      import { debuggablePromise } from ${JSON.stringify(require.resolve("@pulumi/pulumi/runtime/debuggable"))};
      debuggablePromise(new Promise(() => undefined), "one that hangs");
    `);
    expect(trace).toMatch(/one that hangs\n.*STACK_TRACE:\nError\n {4}at debuggablePromise .*\n {4}at .*index\.ts/s);
  });

  it("does not wait for npm's resolver of packages, unless it has functions that need it", () => {
    const trace = printed(`
      import * as pulumi from ${JSON.stringify(require.resolve("@pulumi/pulumi"))};
      const isLoaded = () => Object.keys(require.cache).some((file) => file.includes("/@npmcli/arborist/"));
      console.log(isLoaded());
      void pulumi.runtime.computeCodePaths().then((paths) => console.log(isLoaded(), paths.size > 0));
    `);
    expect(trace).toBe("false\ntrue true\n");
  });
});
