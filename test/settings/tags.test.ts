import { argsOf, check, refusedPaths } from "../support/settings";

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag-${index}`, "value"]));

describe("the tags", () => {
  it("may be up to fifty, with names of 512 and values of 256 characters", () => {
    expect(refusedPaths({ tags: many(50) })).toEqual([]);
    expect(refusedPaths({ tags: { ["n".repeat(512)]: "v".repeat(256) } })).toEqual([]);
  });

  it("must not be more, or longer", () => {
    expect(refusedPaths({ tags: many(51) })).toEqual(["tags"]);
    expect(refusedPaths({ tags: { ["n".repeat(513)]: "value" } })).toEqual(["tags"]);
    expect(refusedPaths({ tags: { team: "v".repeat(257) } })).toEqual(["tags.team"]);
    expect(refusedPaths({ tags: { "cost center": "v".repeat(257) } })).toEqual(['tags["cost center"]']);
  });

  it.each(["<", ">", "%", "&", "\\", "?", "/"])("must not have %s in a name, and may in a value", (character) => {
    expect(refusedPaths({ tags: { team: character } })).toEqual([]);
    expect(refusedPaths({ tags: { [`a${character}b`]: "value" } })).toEqual(["tags"]);
  });

  it("must not have an empty name", () => {
    expect(refusedPaths({ tags: { "": "value" } })).toEqual(["tags"]);
  });

  it("must not differ in upper and lower case alone, which are one to Azure", () => {
    expect(check({ tags: { team: "shop", Team: "shop" } }).problems).toMatchObject([
      { path: "web-tier:tags", given: '"Team"', allowed: "each name once, in upper or lower case" },
    ]);
  });

  it("reach the tier as they are", () => {
    expect(argsOf({ tags: { team: "shop" } }).tags).toEqual({ team: "shop" });
    expect(argsOf().tags).toBeUndefined();
  });
});
