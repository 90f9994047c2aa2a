import * as fs from "node:fs";
import * as path from "node:path";
import { thisComputer } from "../../region/foundation/computer";
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

  it("jumps neither forward nor back when somebody sets the computer's clock", () => {
    const computer = { ...thisComputer, now: () => 0, clockTime: () => 1_000_000 };
    const clock = Clock.open(folder.path, 10, computer);
    const begun = clock.now();
    for (const clockTime of [86_400_000, -3_600_000]) {
      Object.assign(computer, { now: () => 6000, clockTime: () => clockTime });
      expect(clock.now()).toBe(begun + 60_000);
      // A minute of region time ago the machines' clocks would have shown six seconds less than now.
      expect(clock.toDate(begun).getTime()).toBe(clockTime - 6000);
    }
  });

  it("goes back under the next daemon by no more than it had not kept, where the computer's clock was set back", () => {
    const computer = { ...thisComputer, now: () => 0, clockTime: () => 1_000_000 };
    const clock = Clock.open(folder.path, 10, computer);
    Object.assign(computer, { now: () => 60_000, clockTime: () => 1_060_000 });
    clock.keep();
    const kept = clock.now();
    Object.assign(computer, { now: () => 0, clockTime: () => 1_060_000 - 3_600_000 });
    expect(Clock.open(folder.path, undefined, computer).now()).toBe(kept);
  });

  it.each(["", "{", "null", "[]", "{}", '{"real":1,"region":"x","speedFactor":10}', '{"real":1,"region":1,"speedFactor":0}'])(
    "does not begin anew over a file that holds %p, and names it",
    (content) => {
      const file = path.join(folder.path, "clock.json");
      fs.writeFileSync(file, content);
      expect(() => Clock.open(folder.path)).toThrow(`the region's state file ${file} cannot be read: `);
      expect(() => Clock.open(folder.path)).toThrow('; fix: restore it, or run "make down"');
      expect(fs.readFileSync(file, "utf8")).toBe(content);
    },
  );

  it("goes on where it was, also at another speed", () => {
    const before = Clock.open(folder.path, 100).now();
    for (const speedFactor of [undefined, 1, 100]) {
      const after = Clock.open(folder.path, speedFactor).now();
      expect(after).toBeGreaterThanOrEqual(before);
      expect(after - before).toBeLessThan(60_000);
    }
  });
});
