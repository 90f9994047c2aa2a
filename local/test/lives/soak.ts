import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { live } from "../simulation/life";

/** What a process tells of each life that it has lived. */
interface Lived {
  readonly seed: number;
  readonly problems: readonly string[];
  /** The end of what happened in a life that came to grief. */
  readonly end: readonly string[];
}

/** So many lines of it mostly show why. */
const endLines = 60;

/** Lives one life, and shows all that happened in it. */
async function show(seed: number): Promise<void> {
  const { problems, trace } = await live(seed);
  console.log(trace.join("\n"));
  problems.forEach((problem) => console.log(`seed ${seed}: ${problem}`));
  process.exitCode = problems.length === 0 ? 0 : 1;
}

/** Lives the lives of some seeds, and tells the process that has begun this one of each. */
async function share(firstSeed: number, step: number, seedCount: number): Promise<void> {
  for (let seed = firstSeed; seed < seedCount; seed += step) {
    const { problems, trace } = await live(seed);
    process.send?.({ seed, problems, end: problems.length > 0 ? trace.slice(-endLines) : [] } satisfies Lived);
  }
  process.disconnect();
  process.exitCode = 0;
}

/** Lives many lives, as many at a time as there are processors, and says which seeds came to grief. */
async function soak(seedCount: number): Promise<void> {
  const startedAt = performance.now();
  const minutes = () => `${((performance.now() - startedAt) / 60_000).toFixed(1)} min`;
  let lived = 0;
  let failed = 0;
  const take = ({ seed, problems, end }: Lived) => {
    lived++;
    if (problems.length > 0) {
      failed++;
      console.log(`seed ${seed}, which "make soak SEED=${seed}" lives again: ${problems.join("; ")}\n${end.join("\n")}`);
    }
    if (lived % 500 === 0) {
      console.log(`${lived} of ${seedCount} after ${minutes()}`);
    }
  };
  const shares = availableParallelism();
  await Promise.all(
    Array.from({ length: shares }, (_, first) => {
      const child = fork(__filename, [`--seeds=${seedCount}`, `--share=${first}`, `--step=${shares}`]);
      child.on("message", (message) => take(message as Lived));
      return new Promise((resolve) => child.on("close", resolve));
    }),
  );
  // A life that waits for what never comes ends its process early.
  const missing = seedCount - lived;
  console.log(`${lived - failed} passed, ${failed + missing} failed, in ${minutes()}${missing > 0 ? `; ${missing} did not end` : ""}`);
  process.exitCode = failed + missing === 0 ? 0 : 1;
}

const texts = { type: "string", default: "" } as const;
const { values } = parseArgs({ options: { seeds: texts, seed: texts, share: texts, step: texts } });
process.exitCode = 1;
const seedCount = Number(values.seeds || 300);
if (values.share !== "") {
  void share(Number(values.share), Number(values.step), seedCount);
} else if (values.seed !== "" && values.seeds === "") {
  void show(Number(values.seed));
} else {
  void soak(seedCount);
}
