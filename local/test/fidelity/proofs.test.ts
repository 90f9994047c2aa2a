import { problemsWith, proofsOf } from "../../fidelity/proofs";

const inTest = (body: string) => `it("is so", () => { ${body} });`;

describe("the proofs of a test file", () => {
  it("are the ids that its tests say they prove", () => {
    const text = [
      `import { proves } from "./support/proves";`,
      inTest(`proves("one"); expect(1).toBe(1);`),
      `describe("a thing", () => { it.each([1, 2])("is %d", async (n) => { proves("two", "three"); }); });`,
    ];
    expect(proofsOf("a.test.ts", text.join("\n"))).toEqual({ ids: ["one", "two", "three"], misplaced: [] });
  });

  it.each([
    ["outside a test", `proves("one");`, "stands in the body of a test"],
    ["in a describe", `describe("a thing", () => { proves("one"); });`, "stands in the body of a test"],
    ["in a hook", `beforeEach(() => { proves("one"); });`, "stands in the body of a test"],
    ["in a function of its own", `const all = () => { proves("one"); };`, "stands in the body of a test"],
    ["below a condition of a test", inTest(`if (Math.random() > 1) { proves("one"); }`), "stands in the body of a test"],
    ["with an id that is worked out", inTest(`proves(\`repairs-\${1}\`);`), "ids that are written out"],
    ["with no id", inTest(`proves();`), "ids that are written out"],
    ["under another name", inTest(`const p = proves; p("one");`), "only called"],
    ["as a part of another statement", inTest(`void proves("one");`), "only called"],
    ["in a test that is skipped", `it.skip("is so", () => { proves("one"); });`, "proves nothing"],
    ["in a describe that is skipped", `describe.skip("a thing", () => { ${inTest(`proves("one");`)} });`, "proves nothing"],
  ])("are none %s, and the place is named", (_, text, problem) => {
    const { ids, misplaced } = proofsOf("a.test.ts", `\n${text}`);
    expect(ids).toEqual([]);
    expect(misplaced).toEqual([expect.stringMatching(`^a\\.test\\.ts:2: .*${problem}`)]);
  });

  it("are none in a file that no runner takes for tests", () => {
    expect(proofsOf("helper.ts", inTest(`proves("one");`)).misplaced).toHaveLength(1);
  });
});

describe("behaviours and proofs", () => {
  it("fit where each behaviour has a proof, and each proof a behaviour", () => {
    expect(problemsWith({ files: new Map([["one", ["a.test.ts"]]]), misplaced: [] }, ["one", "one"])).toEqual([]);
  });

  it("do not fit where a behaviour has no proof, where there is no such behaviour, or where a call counts for nothing", () => {
    const problems = problemsWith({ files: new Map([["two", ["a.test.ts", "b.test.ts"]]]), misplaced: ["c.test.ts:1: misplaced"] }, [
      "one",
    ]);
    expect(problems).toEqual([
      expect.stringContaining("no test proves one;"),
      expect.stringContaining("a.test.ts, b.test.ts: proves two, which is no behaviour;"),
      "c.test.ts:1: misplaced",
    ]);
  });
});
