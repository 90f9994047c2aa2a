import { parseArgs } from "node:util";
import { live } from "../simulation/life";

/** Lives lives of a simulated region, and says which seeds came to grief; `make soak` runs it. A single seed shows all that happened. */
async function main(seedCount: number, firstSeed: number): Promise<void> {
  const startedAt = performance.now();
  const minutes = () => `${((performance.now() - startedAt) / 60_000).toFixed(1)} min`;
  let failed = 0;
  for (let seed = firstSeed; seed < firstSeed + seedCount; seed++) {
    const { problems, trace } = await live(seed);
    if (seedCount === 1) {
      console.log(trace.join("\n"));
    }
    if (problems.length > 0) {
      failed++;
      console.log(`seed ${seed}: ${problems.join("; ")}`);
    }
    const lived = seed - firstSeed + 1;
    if (lived % 500 === 0) {
      console.log(`${lived} of ${seedCount} after ${minutes()}`);
    }
  }
  console.log(`${seedCount - failed} passed, ${failed} failed, in ${minutes()}`);
  process.exitCode = failed === 0 ? 0 : 1;
}

const { values } = parseArgs({ options: { seeds: { type: "string", default: "" }, seed: { type: "string", default: "" } } });
// A life that waits for what never comes ends the process early.
process.exitCode = 1;
void main(Number(values.seeds || (values.seed === "" ? 300 : 1)), Number(values.seed || 0));
