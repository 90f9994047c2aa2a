import { processorsWithin } from "../../../image/application/processors";

describe("the processors that a machine has for itself", () => {
  test.each([
    ["max 100000", "cgroup version 2 without a bound"],
    ["-1", "cgroup version 1 without a bound"],
    ["max", "a virtual machine, which has no such file"],
  ])("are all that it sees with %p: %s", (quota) => {
    expect(processorsWithin(quota, 8)).toBe(8);
  });

  test.each([
    ["100000 100000\n", 1],
    ["200000 100000\n", 2],
    ["150000 100000\n", 2],
    ["50000 50000\n", 1],
    ["100000\n", 1],
    ["5000\n", 1],
  ])("are as many as its share %p needs", (quota, processors) => {
    expect(processorsWithin(quota, 8)).toBe(processors);
  });

  test("are never more than the computer has", () => {
    expect(processorsWithin("1600000 100000", 8)).toBe(8);
  });
});
