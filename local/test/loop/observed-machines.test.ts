import { thisComputer } from "../../region/foundation/computer";
import { ObservedMachines } from "../../region/loop/observed-machines";
import type { Machines } from "../../region/podman/machines/machine";

/** Machines that are listed, which takes so many milliseconds. */
function observed(answerTakes = 0) {
  let now = 1_000_000;
  let questions = 0;
  const list = () => {
    questions++;
    now += answerTakes;
    return Promise.resolve([]);
  };
  const machines = new ObservedMachines({ computer: { ...thisComputer, now: () => now }, machines: { list } as unknown as Machines });
  return { machines, questions: () => questions, pass: (milliseconds: number) => (now += milliseconds) };
}

describe("Podman is asked for the machines", () => {
  it("at each look while something is under way", async () => {
    const { machines, questions } = observed();
    await machines.look(true);
    await machines.look(true);
    expect(questions()).toBe(2);
  });

  it("otherwise once a minute, and once after something has changed", async () => {
    const { machines, questions, pass } = observed();
    const asked: number[] = [];
    for (const happens of [() => pass(0), () => pass(60_000), () => pass(1), () => machines.outdate(), () => pass(0)]) {
      happens();
      await machines.look(false);
      asked.push(questions());
    }
    expect(asked).toEqual([1, 1, 2, 3, 3]);
  });

  it.each([
    [40, 200],
    [50, 200],
    [150, 600],
    [400, 1000],
  ])("where an answer takes %d ms, after a pause of %d ms", async (answerTakes, pause) => {
    const { machines } = observed(answerTakes);
    await machines.look(true);
    expect(machines.pause).toBe(pause);
  });
});
