import { execFileSync } from "node:child_process";
import * as fc from "fast-check";
import { shellWord } from "../../region/foundation/escape";
import { hostileTexts } from "./hostile-texts";
import { textsStayInTheirFields } from "./written-fields";

/** How many texts; `make fuzz` gives more. */
const textCount = Number(process.env.TEXTS || 300);

describe("a text of a program, whatever it consists of", () => {
  it("stays in its field wherever the region writes it", () => {
    fc.assert(textsStayInTheirFields, { numRuns: textCount });
  }, 3_600_000);

  it("is one word to a shell", () => {
    const words = fc.sample(hostileTexts, 1_000).map((text) => Buffer.from(text.replaceAll("\0", "")).toString());
    const said = execFileSync("sh", ["-c", `printf '%s\\0' ${words.map(shellWord).join(" ")}`], { encoding: "utf8" });
    expect(said.split("\0").slice(0, -1)).toEqual(words);
  });
});
