import * as fs from "node:fs";
import { start, ask, post, answersOfHealthPaths, describeInstance } from "./support/application";
import { until } from "./support/program";

jest.setTimeout(30_000);

describe("burning", () => {
  test.concurrent("uses processor time and leaves requests answered", async () => {
    const application = await start();
    const before = processorTicks(application.program.id);
    expect(await (await ask(application, "/burn?seconds=20", post)).text()).toBe("Burning for 20 s.\n");
    await until(() => processorTicks(application.program.id) > before + 20);
    expect(await answersOfHealthPaths(application)).toEqual({ healthz: 200, readyz: 200 });
    await application.program.remove();
  });

  test.concurrent("ends by itself", async () => {
    const application = await start();
    await ask(application, "/burn?seconds=1", post);
    await until(async () => (await describeInstance(application)).secondsToBurn === 0);
    await until(() => threadsOf(application.program.id).every(({ niceness }) => niceness !== 19));
  });

  test.concurrent("a second request takes the place of the first", async () => {
    const application = await start();
    await ask(application, "/burn?seconds=3600", post);
    await ask(application, "/burn?seconds=1", post);
    await until(async () => (await describeInstance(application)).secondsToBurn === 0);
    await until(() => threadsOf(application.program.id).every(({ niceness }) => niceness !== 19));
  });

  test.concurrent.each(["0", "3601", "-1", "1.5", "1e3", "", "ten"])("%p seconds are refused, with what is allowed", async (seconds) => {
    const application = await start();
    const response = await ask(application, `/burn?seconds=${seconds}`, post);
    expect([response.status, await response.text()]).toEqual([
      400,
      `seconds is "${seconds}". Give a whole number from 1 to 3600, as in /burn?seconds=30.\n`,
    ]);
    expect(await describeInstance(application)).toMatchObject({ secondsToBurn: 0 });
  });

  test.concurrent.each([
    ["1", "/burn?seconds=1"],
    ["3600", "/burn?seconds=3600"],
    ["30", "/burn"],
  ])("burns for %s seconds on %s", async (seconds, target) => {
    const application = await start();
    expect(await (await ask(application, target, post)).text()).toBe(`Burning for ${seconds} s.\n`);
    await application.program.remove();
  });
});

/** Ticks of processor time that the process has used. Source: proc(5), fields 14 and 15 of stat. */
function processorTicks(processId: number): number {
  const fields = fs.readFileSync(`/proc/${processId}/stat`, "utf8").split(") ")[1].split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

/** The threads that run now: one may end between its name and its file. */
function threadsOf(processId: number): { niceness: number }[] {
  return fs.readdirSync(`/proc/${processId}/task`).flatMap((thread) => {
    try {
      const fields = fs.readFileSync(`/proc/${processId}/task/${thread}/stat`, "utf8").split(") ")[1].split(" ");
      return [{ niceness: Number(fields[16]) }];
    } catch {
      return [];
    }
  });
}
