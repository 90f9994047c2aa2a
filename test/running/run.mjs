// Runs parts and measures how long they take.
import { spawn } from "node:child_process";

/** Runs one part after the other, with their output as it comes. */
export async function runInTurn(selected, how) {
  const results = [];
  for (const one of selected) {
    console.log(`\n=== ${one.part.title}`);
    results.push(await run(one, how));
  }
  return results;
}

/** Runs one part after the other beside something else, and shows the output of each when it ends. */
export async function runAside(selected, how) {
  const results = [];
  for (const one of selected) {
    let output = "";
    const result = await run(one, how, (text) => (output += text));
    console.log(`\n=== ${one.part.title}\n${output}`.trimEnd());
    results.push(result);
  }
  return results;
}

/** Runs lanes of parts at the same time, with their output as it comes, below the title of the part that it is of. */
export async function runSideBySide(lanes, how) {
  if (lanes.length < 2) {
    return runInTurn(lanes.flat(), how);
  }
  let speaker;
  const runLane = async (lane) => {
    const results = [];
    for (const one of lane) {
      const say = (text) => {
        if (speaker !== one) {
          process.stdout.write(`\n=== ${one.part.title}\n`);
          speaker = one;
        }
        process.stdout.write(text);
      };
      results.push(await run(one, how, say));
    }
    return results;
  };
  return (await Promise.all(lanes.map(runLane))).flat();
}

/** Runs a part. Its output goes where that of the whole run goes, unless `say` takes it. */
async function run({ part, files }, { reports, environment }, say) {
  const started = performance.now();
  const options = { stdio: say ? ["ignore", "pipe", "pipe"] : "inherit", env: environment };
  const status = await ended(part.command(reports, files), options, part.fix, say);
  return { title: part.title, seconds: (performance.now() - started) / 1000, ...part.count(status === 0, reports) };
}

/**
 * @param fix How to get the command's program where it is missing.
 * @returns The exit code of a command.
 */
function ended([program, ...options], how, fix = "install it", say = console.error) {
  return new Promise((resolve) => {
    const child = spawn(program, options, how);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", say);
    }
    child.once("error", (error) => {
      say(error.code === "ENOENT" ? `there is no ${program} on PATH; fix: ${fix}` : error.message);
      resolve(1);
    });
    child.once("close", resolve);
  });
}
