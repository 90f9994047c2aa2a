import { secretsIn, secretsOfOutputs, touchesSecret, valueAt } from "../../properties/bag";
import { bag } from "../support/bags";

describe("the secrets of a bag", () => {
  it("touch the secret place, what holds it and what is in it, and nothing beside it", () => {
    const secrets = [["osProfile", "adminPassword"]];
    expect(
      [["osProfile"], ["osProfile", "adminPassword"], ["osProfile", "adminPassword", "x"], []].map((path) => touchesSecret(secrets, path)),
    ).toEqual([true, true, true, true]);
    expect([["osProfile", "adminUsername"], ["sku"]].map((path) => touchesSecret(secrets, path))).toEqual([false, false]);
  });

  it("are found in other properties where these hold anything at the place", () => {
    expect(secretsIn({ tags: { a: "x" } }, [["tags", "a"], ["tags", "b"], ["name"]])).toEqual([["tags", "a"]]);
  });

  it("are followed into the texts that are made of them", () => {
    const inputs = bag({ dnsSettings: { domainNameLabel: "hush" }, tags: { note: "hush, too" } }, ["dnsSettings", "domainNameLabel"]);
    const outputs = {
      ...inputs.properties,
      dnsSettings: { domainNameLabel: "hush", fqdn: "hush.example" },
      parts: [{ id: "/x/hush/y" }],
      type: "a",
    };
    expect(secretsOfOutputs(outputs, inputs)).toEqual([
      ["dnsSettings", "domainNameLabel"],
      ["dnsSettings", "fqdn"],
      ["parts", 0, "id"],
    ]);
  });

  it("do not hide what the program gave in plain, nor everything where the secret is an empty text", () => {
    expect(secretsOfOutputs({ name: "a", tags: { owner: "a" } }, bag({ name: "a", tags: { owner: "a" } }, ["name"]))).toEqual([["name"]]);
    expect(secretsOfOutputs({ name: "", type: "b" }, bag({ name: "" }, ["name"]))).toEqual([["name"]]);
  });
});

describe("the value at a path", () => {
  it("is found through objects and lists, and is undefined where the path leads nowhere", () => {
    const properties = { probes: [{ port: 80 }] };
    expect(
      [["probes", 0, "port"], ["probes", 1], ["probes", 0, "port", "x"], ["toString"]].map((path) => valueAt(properties, path)),
    ).toEqual([80, undefined, undefined, undefined]);
  });
});
