// Runs parts and measures how long they take.
import { spawn } from "node:child_process";

/** Runs one part after the other, with their output as it comes. */
export async function runInTurn(selected, { reports, environment }) {
  const results = [];
  for (const { part, files } of selected) {
    console.log(`\n=== ${part.title}`);
    const started = performance.now();
    const { status } = await run(part.command(reports, files), { stdio: "inherit", env: environment });
    results.push(result(part, started, status, reports));
  }
  return results;
}

/** Runs one part after the other beside something else, and shows the output of each when it ends. */
export async function runAside(selected, { reports, environment }) {
  const results = [];
  for (const { part, files } of selected) {
    const started = performance.now();
    const { status, output } = await run(part.command(reports, files), { stdio: ["ignore", "pipe", "pipe"], env: environment });
    console.log(`\n=== ${part.title}\n${output}`.trimEnd());
    results.push(result(part, started, status, reports));
  }
  return results;
}

function run([program, ...options], how) {
  return new Promise((resolve) => {
    const child = spawn(program, options, how);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => (output += text));
    }
    child.once("error", (error) => resolve({ status: 1, output: error.message }));
    child.once("close", (status) => resolve({ status, output }));
  });
}

function result(part, started, status, reports) {
  return { title: part.title, seconds: (performance.now() - started) / 1000, ...part.count(status === 0, reports) };
}
