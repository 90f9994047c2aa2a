import { setTimeout as wait } from "node:timers/promises";
import { thisComputer } from "../../region/foundation/computer";
import { PeriodicTask } from "../../region/foundation/periodic-task";

const longPeriod = 60_000;

/** Runs that end only when the test lets them. */
class Runs {
  begun = 0;
  private finish: (() => void) | undefined;

  readonly run = async (): Promise<void> => {
    this.begun++;
    await new Promise<void>((resolve) => (this.finish = resolve));
  };

  async end(): Promise<void> {
    this.finish?.();
    await wait(5);
  }
}

function started(run: () => Promise<number | void>): PeriodicTask {
  const definition = { name: "test", description: "is a test", periodInMilliseconds: longPeriod, run };
  const task = new PeriodicTask(definition, { failed: () => undefined, worked: () => undefined }, thisComputer);
  task.start();
  return task;
}

describe("something that is done again and again", () => {
  it("waits between two runs, until it is triggered", async () => {
    const runs = new Runs();
    const task = started(runs.run);
    await runs.end();
    expect(runs.begun).toBe(1);
    task.trigger();
    await wait(5);
    expect(runs.begun).toBe(2);
    void task.stop();
    await runs.end();
  });

  it("has another run at once where it was triggered during one", async () => {
    const runs = new Runs();
    const task = started(runs.run);
    task.trigger();
    await runs.end();
    expect(runs.begun).toBe(2);
    void task.stop();
    await runs.end();
  });

  it("comes earlier than its period says where a run asks for that", async () => {
    let begun = 0;
    const task = started(() => Promise.resolve(++begun < 3 ? 1 : undefined));
    await wait(100);
    expect(begun).toBe(3);
    await task.stop();
  });

  it("tells when a run is over that began later", async () => {
    const runs = new Runs();
    const task = started(runs.run);
    let isOver = false;
    void task.nextRun().then(() => (isOver = true));
    await runs.end();
    expect(isOver).toBe(false);
    await runs.end();
    expect(isOver).toBe(true);
    void task.stop();
    await runs.end();
  });

  it("lets nobody wait for a run that does not come any more", async () => {
    const runs = new Runs();
    const task = started(runs.run);
    const before = task.nextRun();
    void task.stop();
    const after = task.nextRun();
    await runs.end();
    await expect(Promise.all([before, after])).resolves.toEqual([undefined, undefined]);
  });

  it.each([
    ["during a run", true],
    ["between two", false],
  ])("has no other run when it is stopped %s", async (_, isDuring) => {
    const runs = new Runs();
    const task = started(runs.run);
    if (!isDuring) {
      await runs.end();
    }
    void task.stop();
    await runs.end();
    expect(runs.begun).toBe(1);
  });
});
