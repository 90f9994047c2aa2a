import { untilNextTurn } from "../../region/foundation/rhythm";
import { proves } from "../support/proves";

describe("the rhythm of what is done once in an interval", () => {
  it("brings everything with one interval together, whenever it began", () => {
    const moments = [12_345, 12_600, 12_749].map((startedAt) => startedAt + untilNextTurn(startedAt, 500, startedAt));
    expect(moments).toEqual([13_000, 13_000, 13_000]);
  });

  it.each([
    ["a little before its time", -1],
    ["late", 20],
  ])("keeps to the interval where a timer fires %s", (_, deviation) => {
    const startedAt = 7_000 + deviation;
    expect(startedAt + untilNextTurn(startedAt, 700, startedAt)).toBe(7_700);
  });

  it("A slow answer shortens the wait for the next probe, down to none", () => {
    proves("health-pace");
    expect(untilNextTurn(5_000, 500, 5_200)).toBe(300);
    expect(untilNextTurn(5_000, 500, 8_000)).toBe(0);
  });
});
