import { differences } from "../../properties/difference";
import { formatPath } from "../../properties/path";
import { Properties, UNKNOWN } from "../../properties/value";

const found = (before: Properties, after: Properties) => differences(before, after).map(({ path, kind }) => `${kind} ${formatPath(path)}`);

describe("the difference of two versions of a resource", () => {
  it("is empty where nothing changes", () => {
    const resource = { sku: { name: "Standard" }, zones: ["1", "2"], tags: { a: "b" }, enabled: false, count: 0 };
    expect(found(resource, structuredClone(resource))).toEqual([]);
  });

  it("names the innermost property that changes", () => {
    expect(found({ sku: { name: "Basic", tier: "Regional" } }, { sku: { name: "Standard", tier: "Regional" } })).toEqual([
      "update sku.name",
    ]);
  });

  it("names what is added and what is taken away as a whole", () => {
    expect(found({ dnsSettings: { domainNameLabel: "a" } }, { tags: { owner: "b" } })).toEqual(["delete dnsSettings", "add tags"]);
  });

  it("compares lists element by element", () => {
    expect(found({ zones: ["1", "2"] }, { zones: ["1", "3", "2"] })).toEqual(["update zones[1]", "add zones[2]"]);
    expect(found({ zones: ["1", "2"] }, { zones: ["1"] })).toEqual(["delete zones[1]"]);
  });

  it("takes an absent property and a null one for the same", () => {
    expect(found({ tags: null }, {})).toEqual([]);
    expect(found({}, { tags: null })).toEqual([]);
  });

  it("takes a value that is not known yet for a change", () => {
    expect(found({ name: "a" }, { name: UNKNOWN })).toEqual(["update name"]);
  });

  it("sees a change of type", () => {
    expect(found({ port: 80 }, { port: "80" })).toEqual(["update port"]);
    expect(found({ zones: ["1"] }, { zones: { 0: "1" } })).toEqual(["update zones"]);
  });

  it("does not take what every object inherits for a property", () => {
    expect(found({ tags: {} }, { tags: { toString: "x" } })).toEqual(["add tags.toString"]);
  });
});
