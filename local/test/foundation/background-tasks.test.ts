import { spawnSync } from "node:child_process";
import * as path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { BackgroundTasks } from "../../region/foundation/background-tasks";
import { type Computer, thisComputer } from "../../region/foundation/computer";
import { computerIn } from "../simulation/computer";
import { VirtualTime } from "../simulation/virtual-time";

const period = 10;

/** Tasks of a daemon, with what it tells of them. */
function daemon(computer: Computer = thisComputer) {
  const events: string[] = [];
  const log: string[] = [];
  const add = (subject: string, message: string) => void events.push(`${subject}: ${message}`);
  const tasks = new BackgroundTasks({ add }, (text) => log.push(text), computer);
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
    expect(events).toHaveLength(2);
    expect(registered.failure).toBeUndefined();
    expect(tasks.status()).toMatchObject([{ isFailing: false, lastError: { message: "no image" } }]);
    await tasks.stop();
  });

  it("that fail again and again are tried less and less often, and told once as failing and once as working again", async () => {
    const time = new VirtualTime(0);
    const { tasks, events, log } = daemon(computerIn(time));
    const runs: number[] = [];
    let isBroken = true;
    const run = () => {
      runs.push(time.now);
      if (isBroken) {
        throw new Error(runs.length % 2 === 0 ? "no Podman" : "no image");
      }
    };
    tasks.register({ name: "count", description: "counts", periodInMilliseconds: 1000, run });
    await time.pass(40_000);
    expect(runs).toEqual([0, 1000, 3000, 7000, 15_000, 25_000, 35_000]);
    expect(tasks.status()).toMatchObject([{ isFailing: true, nextRunAt: 45_000 }]);
    expect(events).toEqual(['region: background task "count" failed: no image', 'region: background task "count" failed: no Podman']);
    expect(log).toHaveLength(2);

    isBroken = false;
    await time.pass(60_000);
    expect(events.slice(2)).toEqual(['region: background task "count" works again']);
    expect(runs.slice(-2).map((at) => at - runs[runs.length - 2])).toEqual([0, 1000]);
  });

  it("that fail now and then are told of once, and not each time", async () => {
    const time = new VirtualTime(0);
    const { tasks, events } = daemon(computerIn(time));
    let runs = 0;
    const run = () => {
      if (runs++ % 2 === 0) {
        throw new Error("no room");
      }
    };
    tasks.register({ name: "count", description: "counts", periodInMilliseconds: 1000, run });
    await time.pass(600_000);
    expect(events).toEqual(['region: background task "count" failed: no room']);
  });

  it("that are done once are told of by their name where they fail, and again when they go well", async () => {
    const { tasks, events, log } = daemon();
    const fail = () => Promise.reject(new Error("no room"));
    await tasks.once("removing web_3", fail);
    await tasks.once("removing web_3", fail);
    await tasks.once("removing web_4", () => undefined);
    expect(events).toEqual(["region: removing web_3 failed: no room"]);
    expect(log).toEqual([expect.stringContaining("removing web_3 failed: Error: no room\n")]);
    await tasks.once("removing web_3", () => undefined);
    await tasks.once("removing web_3", fail);
    expect(events.slice(1)).toEqual(["region: removing web_3 works again", "region: removing web_3 failed: no room"]);
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
