import * as fs from "node:fs";
import * as path from "node:path";
import { load } from "js-yaml";
import { imageSettings } from "../../image/azure/src/settings/declarations";
import { durationInSeconds } from "../../azure/facts/duration";
import { checkSettings } from "../../src/settings/check";
import { checkRanges } from "../../src/settings/checks/ranges";
import { choice, describe as describeSetting, duration, integer, type Allowed, type Declaration } from "../../src/settings/declaration";
import { declarations, settingKeys, settingsNamespace, type Values } from "../../src/settings/declarations";
import { withConfig, withTable } from "../../src/settings/documents";
import { Problems, type Problem } from "../../src/settings/problems";
import { readFilesFrom } from "../../src/settings/files";

const root = path.join(__dirname, "../..");
const read = (file: string) => fs.readFileSync(path.join(root, file), "utf8");

describe('what "make settings" writes', () => {
  it.each([
    ["Pulumi.yaml", withConfig(declarations)],
    ["image/azure/Pulumi.yaml", withConfig(imageSettings.declarations)],
    ["README.md", withTable],
  ])("is what %s has", (file, rewrite) => {
    expect(read(file)).toBe(rewrite(read(file)));
  });

  it("is read by the CLI as the program declares it", () => {
    const project = load(read("Pulumi.yaml")) as { name: string; config: Record<string, unknown> };
    expect(project.name).toBe(settingsNamespace);
    expect(Object.keys(project.config)).toEqual(settingKeys);
    for (const key of settingKeys) {
      const declaration: Declaration = declarations[key];
      const { type, items, default: defaultValue } = declaration;
      const description = describeSetting(declaration);
      expect(project.config[key]).toEqual({ type, ...(items && { items: { type: items } }), default: defaultValue, description });
    }
  });
});

describe("a description", () => {
  it.each([
    [integer(5, { minimum: 5, maximum: 60 }, "Seconds."), "Seconds, 5 to 60."],
    [integer(5, { minimum: 5 }, "Seconds. Few are better."), "Seconds, 5 or more. Few are better."],
    [integer(0, { minimum: 5, maximum: 15, or: { value: 0, meaning: "none" } }, "Minutes."), "Minutes, 5 to 15, or 0 for none."],
    [integer(2, undefined, "Instances."), "Instances."],
    [duration("PT5M", { minimum: "PT1M", maximum: "P7D" }, "Time."), "Time, PT1M to P7D."],
    [choice("a", { a: "the first", b: "the second", c: "the third" }, "Which."), "Which: a (the first), b (the second) or c (the third)."],
  ])("of %j has what is allowed in its first sentence", (declaration, description) => {
    expect(describeSetting(declaration)).toBe(description);
  });
});

describe("a setting that its declaration limits", () => {
  const limited = settingKeys.flatMap((key) => {
    const { allowed }: Declaration = declarations[key];
    return allowed ? [{ key, allowed }] : [];
  });

  it.each(limited)("$key has no value that is not allowed", ({ key, allowed }) => {
    for (const value of refusedValues(allowed)) {
      expect(problemsWith({ [key]: value })).toMatchObject([{ path: `${settingsNamespace}:${key}`, given: JSON.stringify(value) }]);
    }
  });

  it.each(limited)("$key has any value that is allowed", ({ key, allowed }) => {
    for (const value of allowedValues(allowed)) {
      expect(problemsWith({ [key]: value })).toEqual([]);
    }
  });
});

it("has no default that is not allowed", () => {
  expect(problemsWith({})).toEqual([]);
});

it("Pulumi.dev.yaml passes the check as it is, and is warned of nothing but its size's CPU credits", () => {
  const { config } = load(read("Pulumi.dev.yaml")) as { config: Record<string, unknown> };
  const configuration = Object.entries(config).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]);
  expect(checkSettings(Object.fromEntries(configuration), readFilesFrom(root))).toMatchObject({
    problems: [],
    warnings: [expect.stringContaining("CPU credits")],
  });
});

/** What is wrong with the defaults of all settings when some have other values. */
function problemsWith(overrides: Readonly<Record<string, unknown>>): readonly Problem[] {
  const problems = new Problems();
  const defaults = Object.fromEntries(settingKeys.map((key) => [key, declarations[key].default]));
  checkRanges({ ...defaults, ...overrides } as unknown as Values, problems);
  return problems.all;
}

function allowedValues(allowed: Allowed): unknown[] {
  switch (allowed.kind) {
    case "number":
      return [allowed.minimum, allowed.maximum ?? 1e9, allowed.or?.value ?? allowed.minimum];
    case "duration":
      return [allowed.minimum, allowed.maximum];
    case "choice":
      return Object.keys(allowed.choices);
  }
}

function refusedValues(allowed: Allowed): unknown[] {
  switch (allowed.kind) {
    case "number":
      return [allowed.minimum - 1, ...(allowed.maximum === undefined ? [] : [allowed.maximum + 1])];
    case "duration": {
      const [minimum, maximum] = [allowed.minimum, allowed.maximum].map(durationInSeconds);
      return [`PT${minimum - 1}S`, `PT${maximum + 1}S`, "P1M", ""];
    }
    case "choice":
      return ["", "toString", Object.keys(allowed.choices)[0].toUpperCase()];
  }
}
