import { spawnSync } from "node:child_process";
import * as path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { BackgroundTasks } from "../../region/foundation/background-tasks";

const period = 10;

/** Tasks of a daemon, with what it tells of them. */
function daemon() {
  const events: string[] = [];
  const log: string[] = [];
  const tasks = new BackgroundTasks({ add: (subject, message) => void events.push(`${subject}: ${message}`) }, (text) => log.push(text));
  return { tasks, events, log };
}

function task(run: () => Promise<void> | void, name = "count") {
  return { name, description: "counts", periodInMilliseconds: period, run };
}

describe("the background tasks of a daemon", () => {
  it("are shown with their period, their last run and how long it took", async () => {
    const { tasks } = daemon();
    const before = Date.now();
    tasks.register(task(() => wait(20)));
    expect(tasks.status()).toEqual([{ name: "count", description: "counts", periodInMilliseconds: period, isFailing: false }]);
    await wait(60);
    const [{ lastRun, lastError }] = tasks.status();
    expect(lastRun?.startedAt).toBeGreaterThanOrEqual(before);
    expect(lastRun?.duration).toBeGreaterThanOrEqual(19);
    expect(lastError).toBeUndefined();
    await tasks.stop();
  });

  it("go on after an error, which is shown, and told once with its stack however often it comes", async () => {
    const { tasks, events, log } = daemon();
    let runs = 0;
    let problem: string | undefined = "no Podman";
    const registered = tasks.register(
      task(() => {
        runs++;
        if (problem !== undefined) {
          throw new Error(problem);
        }
      }),
    );
    await registered.nextRun();
    await registered.nextRun();
    expect(runs).toBe(3);
    expect(tasks.status()).toMatchObject([{ isFailing: true, lastError: { message: "no Podman" } }]);
    expect(events).toEqual(['region: background task "count" failed: no Podman']);
    expect(log).toEqual([expect.stringMatching(/background task "count" failed: Error: no Podman\n +at .*background-tasks\.test\.ts/)]);

    problem = "no image";
    await registered.nextRun();
    expect(events).toHaveLength(2);
    problem = undefined;
    await registered.nextRun();
    expect(registered.failure).toBeUndefined();
    expect(tasks.status()).toMatchObject([{ isFailing: false, lastError: { message: "no image" } }]);
    await tasks.stop();
  });

  it("go on where an error cannot be written to the events, as on a full disk", async () => {
    const full = {
      add: () => {
        throw new Error("ENOSPC");
      },
    };
    const log: string[] = [];
    const tasks = new BackgroundTasks(full, (text) => log.push(text));
    let runs = 0;
    const registered = tasks.register(
      task(() => {
        runs++;
        throw new Error("no Podman");
      }),
    );
    await registered.nextRun();
    expect(runs).toBe(2);
    expect(log).toEqual([expect.stringContaining("no Podman"), expect.stringContaining("ENOSPC")]);
    await tasks.stop();
  });

  it("are stopped when the run that is under way has ended, and nothing runs afterwards", async () => {
    const { tasks } = daemon();
    const told: string[] = [];
    tasks.register(
      task(async () => {
        told.push("begins");
        await wait(30);
        told.push("ends");
      }),
    );
    await tasks.stop();
    tasks.register(task(() => void told.push("is registered too late")));
    await wait(5 * period);
    expect(told).toEqual(["begins", "ends"]);
  });

  it("are shown no more once they are removed", async () => {
    const { tasks } = daemon();
    const told: string[] = [];
    const one = tasks.register(task(() => void told.push("one"), "one"));
    tasks.register(task(() => undefined, "other"));
    await tasks.remove(one);
    await wait(5 * period);
    expect(told).toEqual(["one"]);
    expect(tasks.status().map(({ name }) => name)).toEqual(["other"]);
    await tasks.stop();
  });

  it("leave nothing behind that keeps the daemon from ending", () => {
    const program = `
      const { BackgroundTasks } = require("./background-tasks");
      const tasks = new BackgroundTasks({ add: () => undefined });
      const task = (run) => ({ name: "wait", description: "waits", periodInMilliseconds: 60_000, run });
      tasks.register(task(() => undefined));
      tasks.register(task(() => new Promise((resolve) => setTimeout(resolve, 20))));
      setTimeout(() => void tasks.stop(), 10);
    `;
    const cwd = path.join(__dirname, "../../region/foundation");
    const options = ["--require", "ts-node/register/transpile-only", "--eval", program];
    const { status, stderr } = spawnSync(process.execPath, options, { cwd, encoding: "utf8", timeout: 60_000 });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});
