import { formatPath, parseDotted, startsWith } from "../../properties/path";

describe("a property path", () => {
  it.each([
    [["sku", "name"], "sku.name"],
    [["inboundNatPools", 0, "frontendPortRangeEnd"], "inboundNatPools[0].frontendPortRangeEnd"],
    [["tags", "a.b"], 'tags["a.b"]'],
    [["tags", 'say "so"'], 'tags["say \\"so\\""]'],
    [["tags", ""], 'tags[""]'],
    [["tags", "größe"], 'tags["größe"]'],
    [["tags", "hidden-title"], "tags.hidden-title"],
    [[], ""],
  ])("is written as the engine reads it: %j", (path, text) => {
    expect(formatPath(path)).toBe(text);
  });

  it("is read from the dotted names of a rule", () => {
    expect(parseDotted("sku.name")).toEqual(["sku", "name"]);
    expect(parseDotted("")).toEqual([]);
  });

  it("starts with itself and with what leads to it, and with nothing else", () => {
    const path = ["probes", 1, "port"];
    expect([[], ["probes"], ["probes", 1], path].map((beginning) => startsWith(path, beginning))).toEqual([true, true, true, true]);
    expect(
      [
        ["probes", 0],
        ["probes", "1"],
        [...path, "x"],
      ].map((beginning) => startsWith(path, beginning)),
    ).toEqual([false, false, false]);
  });
});
