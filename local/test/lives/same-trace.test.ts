import { execFileSync } from "node:child_process";
import * as path from "node:path";
import { live } from "../simulation/life";

const checkout = path.resolve(__dirname, "../../..");

/** A seed's trace as another process has it. */
function traceElsewhere(seed: number): string {
  const soak = path.join(__dirname, "soak.ts");
  return execFileSync("node", ["--require", "ts-node/register/transpile-only", soak, `--seed=${seed}`], {
    cwd: checkout,
    env: { ...process.env, TS_NODE_PROJECT: path.join(checkout, "local/tsconfig.json") },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
}

describe("a seed", () => {
  it.each([3, 8])("has the same trace on two runs and in another process, byte for byte: seed %d", async (seed) => {
    const { trace } = await live(seed);
    expect((await live(seed)).trace).toEqual(trace);
    expect(traceElsewhere(seed).startsWith(`${trace.join("\n")}\n`)).toBe(true);
  });
});
