import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { behaviours } from "../../fidelity/service-behaviours";

describe("the list of behaviours", () => {
  it.each(behaviours.map((behaviour) => [behaviour.id, behaviour] as const))("names a test that proves %s", (_id, { test, title }) => {
    const file = join(__dirname, "..", test);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, "utf8")).toContain(`("${title}"`);
  });

  it("gives every behaviour an id of its own", () => {
    const ids = behaviours.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("gives every behaviour a source that can be opened", () => {
    expect(behaviours.filter(({ source }) => !/^https:\/\/(learn\.microsoft|github)\.com\//.test(source))).toEqual([]);
  });

  it("says of every assumption but the obvious ones what is not known", () => {
    const silent = behaviours.filter(({ grade, note }) => grade === "assumed" && note === undefined).map(({ id }) => id);
    expect(silent).toEqual([
      "scale-in-same-age",
      "health-first-report",
      "repairs-order",
      "upgrade-overtaken",
      "surge-waits-for-deletion",
      "backends-unprobed",
    ]);
  });
});
