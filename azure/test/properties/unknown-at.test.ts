import { unknownAt } from "../../properties/unknown-at";
import { UNKNOWN } from "../../properties/value";

const properties = { sku: { name: "Basic", tier: "Regional" }, zones: ["1", "2"], probes: [{ port: 80 }, { port: 81 }] };

describe("making places unknown", () => {
  it("leaves everything else as it is, and the original too", () => {
    const before = structuredClone(properties);
    expect(
      unknownAt(properties, [
        ["sku", "name"],
        ["zones", 1],
        ["probes", 0],
      ]),
    ).toEqual({
      sku: { name: UNKNOWN, tier: "Regional" },
      zones: ["1", UNKNOWN],
      probes: [UNKNOWN, { port: 81 }],
    });
    expect(properties).toEqual(before);
  });

  it("adds what was not there, but no way to it", () => {
    expect(unknownAt(properties, [["location"], ["probes", 1, "name"], ["zones", 5], ["zones", 0, "x"]])).toEqual({
      ...properties,
      probes: [{ port: 80 }, { port: 81, name: UNKNOWN }],
      location: UNKNOWN,
    });
  });

  it("is done for the whole where the path is empty, and for nothing without a path", () => {
    expect(unknownAt(properties, [[]])).toBe(UNKNOWN);
    expect(unknownAt(properties, [])).toBe(properties);
  });

  it("takes what every object inherits for a property like any other", () => {
    expect(unknownAt({}, [["toString"], ["__proto__"]])).toEqual(
      Object.fromEntries([
        ["toString", UNKNOWN],
        ["__proto__", UNKNOWN],
      ]),
    );
  });
});
