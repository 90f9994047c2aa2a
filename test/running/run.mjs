// Runs parts and measures how long they take.
import { spawn, spawnSync } from "node:child_process";
import * as os from "node:os";

/** Runs one part, with its output as it comes. */
export function runAlone({ part, files }, { reports, environment }) {
  console.log(`\n=== ${part.title}`);
  const [program, ...options] = part.command(reports, files);
  const started = performance.now();
  const { status } = spawnSync(program, options, { stdio: "inherit", env: environment });
  return result(part, started, status, reports);
}

/** Runs parts side by side, one on each processor; the output of each is shown when it ends. */
export async function runTogether(selected, { reports, environment }) {
  const results = [];
  const waiting = selected.map((one, position) => ({ ...one, position }));
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { part, position } = next;
      const [program, ...options] = part.command(reports);
      const started = performance.now();
      const { status, output } = await collect(program, options, environment);
      console.log(`\n=== ${part.title}\n${output}`.trimEnd());
      results[position] = result(part, started, status, reports);
    }
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, work));
  return results;
}

function collect(program, options, environment) {
  return new Promise((resolve) => {
    const child = spawn(program, options, { stdio: ["ignore", "pipe", "pipe"], env: environment });
    let output = "";
    const add = (text) => (output += text);
    child.stdout.setEncoding("utf8").on("data", add);
    child.stderr.setEncoding("utf8").on("data", add);
    child.once("error", (error) => resolve({ status: 1, output: error.message }));
    child.once("close", (status) => resolve({ status, output }));
  });
}

function result(part, started, status, reports) {
  return { title: part.title, seconds: (performance.now() - started) / 1000, ...part.count(status === 0, reports) };
}
