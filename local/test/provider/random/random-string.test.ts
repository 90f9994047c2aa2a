import * as crypto from "node:crypto";
import * as fc from "fast-check";
import { impossible, Kind, kinds, randomString, StringRecipe } from "../../../region/provider/random/random-string";

const characters: Record<Kind, RegExp> = { lower: /[a-z]/g, upper: /[A-Z]/g, numeric: /[0-9]/g, special: /[!$%]/g };
const count = (text: string, kind: Kind) => [...text.matchAll(characters[kind])].length;

const anyRecipe: fc.Arbitrary<StringRecipe> = fc.record({
  length: fc.integer({ min: 1, max: 40 }),
  kinds: fc.record({ lower: fc.boolean(), upper: fc.boolean(), numeric: fc.boolean(), special: fc.boolean() }),
  special: fc.constant("!$%"),
  least: fc.record({
    lower: fc.nat({ max: 8 }),
    upper: fc.nat({ max: 8 }),
    numeric: fc.nat({ max: 8 }),
    special: fc.nat({ max: 8 }),
  }),
});

const recipe = (others: Partial<StringRecipe> = {}): StringRecipe => ({
  length: 8,
  kinds: { lower: true, upper: true, numeric: true, special: true },
  special: "!$%",
  least: { lower: 0, upper: 0, numeric: 0, special: 0 },
  ...others,
});

describe("a random string", () => {
  it("has its length, the least number of each kind, and nothing of a kind that was not asked for", () => {
    fc.assert(
      fc.property(
        anyRecipe.filter((any) => impossible(any) === undefined),
        (possible) => {
          const text = randomString(possible, crypto.randomInt);
          expect(text).toHaveLength(possible.length);
          for (const kind of kinds) {
            const found = count(text, kind);
            expect(found).toBeGreaterThanOrEqual(possible.least[kind]);
            expect(possible.kinds[kind] || found === possible.least[kind]).toBe(true);
          }
          expect(kinds.reduce((sum, kind) => sum + count(text, kind), 0)).toBe(possible.length);
        },
      ),
    );
  });

  it("is refused where the recipe is impossible", () => {
    fc.assert(
      fc.property(
        anyRecipe.filter((any) => impossible(any) !== undefined),
        (any) => {
          expect(() => randomString(any, crypto.randomInt)).toThrow();
        },
      ),
    );
  });

  it("may be filled by the least numbers alone, and not by one more", () => {
    const least = { lower: 3, upper: 2, numeric: 2, special: 1 };
    expect(impossible(recipe({ least }))).toBeUndefined();
    expect(impossible(recipe({ least: { ...least, special: 2 } }))).toContain("the length is 8");
  });

  it("needs a kind that fills what the least numbers leave open", () => {
    const none = { lower: false, upper: false, numeric: false, special: false };
    expect(impossible(recipe({ kinds: none }))).toContain("at least one of");
    expect(impossible(recipe({ kinds: none, least: { lower: 8, upper: 0, numeric: 0, special: 0 } }))).toBeUndefined();
  });

  it("takes special characters whole, whatever they are", () => {
    const text = randomString(
      recipe({ special: "🦀🦑", kinds: { lower: false, upper: false, numeric: false, special: true } }),
      crypto.randomInt,
    );
    expect(text).toMatch(/^[🦀🦑]{8}$/u);
  });

  it("takes each character from anywhere in its alphabet, and puts it anywhere", () => {
    const lowest = randomString(recipe({ length: 3, least: { lower: 1, upper: 1, numeric: 1, special: 0 } }), () => 0);
    const highest = randomString(recipe({ length: 3, least: { lower: 1, upper: 1, numeric: 1, special: 0 } }), (bound) => bound - 1);
    expect([[...lowest].sort().join(""), [...highest].sort().join("")]).toEqual(["0Aa", "9Zz"]);
    expect(lowest).not.toBe("aA0");
  });
});
