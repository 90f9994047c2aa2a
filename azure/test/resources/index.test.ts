import { findResourceType, resourceTypes } from "../../resources";
import { everyType } from "../rules/every-type";

const all = resourceTypes.flatMap(({ token, rules, changes }) => [...rules, ...changes].map((rule) => ({ token, rule })));

describe("the resource types", () => {
  it("each have cases for their rules", () => {
    expect(everyType.map(({ type }) => type.token).sort()).toEqual(resourceTypes.map(({ token }) => token).sort());
  });

  it("are found by token, and by nothing else", () => {
    expect(findResourceType("azure-native:network:Subnet")?.armType).toBe("Microsoft.Network/virtualNetworks/subnets");
    expect(findResourceType("azure-native:storage:StorageAccount")).toBeUndefined();
    expect(findResourceType("constructor")).toBeUndefined();
  });
});

describe("the rules of all types", () => {
  it("find a reference that leads nowhere, in every type that has references", () => {
    const blind = resourceTypes.filter(({ references, rules }) => references.length > 0 && !rules.some(({ id }) => id === "R9-missing"));
    expect(blind.map(({ token }) => token)).toEqual([]);
  });

  it.each(resourceTypes.map((type) => [type.token, type] as const))("have ids of their own within %s", (_, { rules, changes }) => {
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
