import { Clock } from "../../region/foundation/clock";
import { temporaryFolder } from "../support/temporary-folder";

const folder = temporaryFolder();

describe("the region's clock", () => {
  it("runs ten times as fast as real time at first", () => {
    const before = Date.now();
    const clock = Clock.open(folder.path);
    const regionTime = clock.now() - before;
    expect(clock.speedFactor).toBe(10);
    expect(clock.realLength(60_000)).toBe(6000);
    expect(regionTime).toBeLessThanOrEqual(10 * (Date.now() - before + 1));
  });

  it("keeps its speed under another daemon that is given none", () => {
    Clock.open(folder.path, 60);
    expect(Clock.open(folder.path).speedFactor).toBe(60);
  });

  it("goes on where it was, also at another speed", () => {
    const before = Clock.open(folder.path, 100).now();
    for (const speedFactor of [undefined, 1, 100]) {
      const after = Clock.open(folder.path, speedFactor).now();
      expect(after).toBeGreaterThanOrEqual(before);
      expect(after - before).toBeLessThan(60_000);
    }
  });
});
