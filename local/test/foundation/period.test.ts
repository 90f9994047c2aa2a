import { untilNextRun } from "../../region/foundation/period";
import { proves } from "../support/proves";

describe("what is done once in a period", () => {
  it("comes together with everything that has the same period, whenever it began", () => {
    const moments = [12_345, 12_600, 12_749].map((startedAt) => startedAt + untilNextRun(startedAt, 500, startedAt));
    expect(moments).toEqual([13_000, 13_000, 13_000]);
  });

  it.each([
    ["a little before its time", -1],
    ["late", 20],
  ])("keeps to the period where a timer fires %s", (_, deviation) => {
    const startedAt = 7_000 + deviation;
    expect(startedAt + untilNextRun(startedAt, 700, startedAt)).toBe(7_700);
  });

  it("A slow answer shortens the wait for the next probe, down to none", () => {
    proves("health-pace");
    expect(untilNextRun(5_000, 500, 5_200)).toBe(300);
    expect(untilNextRun(5_000, 500, 8_000)).toBe(0);
  });
});
