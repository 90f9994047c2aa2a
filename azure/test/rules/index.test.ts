import { resourceTypes } from "../../resources";
import { rulesByType, rulesOf } from "../../rules";

const all = Object.entries(rulesByType).flatMap(([token, { rules, changes }]) => [
  ...rules.map((rule) => ({ token, rule })),
  ...changes.map((rule) => ({ token, rule })),
]);

describe("the rules of all types", () => {
  it("cover every type that the region has, and no other", () => {
    expect(Object.keys(rulesByType).sort()).toEqual(resourceTypes.map(({ token }) => token).sort());
  });

  it("are none for a type that the region does not have", () => {
    expect(rulesOf("azure-native:storage:StorageAccount")).toEqual({ rules: [], changes: [] });
    expect(rulesOf("constructor")).toEqual({ rules: [], changes: [] });
  });

  it.each(Object.entries(rulesByType))("have ids of their own within %s", (_, { rules, changes }) => {
    const ids = [...rules, ...changes].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it.each(all.map(({ token, rule }) => [`${token} ${rule.id}`, rule] as const))(
    "give address and wording that messages are made of: %s",
    (_, rule) => {
      expect(rule.source).toMatch(/^https:\/\/\S+$/);
      for (const text of [rule.title, rule.allowed, rule.because ?? "a reason"]) {
        expect(text).toMatch(/^\S.*[^\s.]$/s);
      }
      expect(rule.code).toMatch(/^[A-Za-z0-9]+$/);
    },
  );

  it("mark warnings as such by their code, so that nobody takes it for one of ARM's", () => {
    const wrong = all.filter(({ rule }) => (rule.severity === "warning") !== (rule.code === "Warning"));
    expect(wrong.map(({ token, rule }) => `${token} ${rule.id}`)).toEqual([]);
  });
});
