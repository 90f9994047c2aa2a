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
    let output = "";
    const { status } = await run(
      part.command(reports, files),
      { stdio: ["ignore", "pipe", "pipe"], env: environment },
      (text) => (output += text),
    );
    console.log(`\n=== ${part.title}\n${output}`.trimEnd());
    results.push(result(part, started, status, reports));
  }
  return results;
}

/** Runs parts at the same time, with their output as it comes, below the title of the part that it is of. */
export async function runSideBySide(selected, { reports, environment }) {
  if (selected.length < 2) {
    return runInTurn(selected, { reports, environment });
  }
  let speaker;
  return Promise.all(
    selected.map(async ({ part, files }) => {
      const started = performance.now();
      const { status } = await run(part.command(reports, files), { stdio: ["ignore", "pipe", "pipe"], env: environment }, (text) => {
        if (speaker !== part) {
          process.stdout.write(`\n=== ${part.title}\n`);
          speaker = part;
        }
        process.stdout.write(text);
      });
      return result(part, started, status, reports);
    }),
  );
}

function run([program, ...options], how, say = console.error) {
  return new Promise((resolve) => {
    const child = spawn(program, options, how);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", say);
    }
    child.once("error", (error) => {
      say(error.message);
      resolve({ status: 1 });
    });
    child.once("close", (status) => resolve({ status }));
  });
}

function result(part, started, status, reports) {
  return { title: part.title, seconds: (performance.now() - started) / 1000, ...part.count(status === 0, reports) };
}
