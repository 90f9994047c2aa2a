import { Properties, UNKNOWN } from "../../properties/value";
import { select, viewOf } from "../../properties/view";

const resource = viewOf({ sku: { name: "Standard", capacity: 2 }, later: UNKNOWN, nothing: null, zones: ["1", 2], tags: { owner: "a" } });

describe("a view of a resource", () => {
  it("reads a property of the type asked for, and nothing of another type", () => {
    expect([resource.text("sku.name"), resource.number("sku.capacity"), resource.flag("sku.name")]).toEqual(["Standard", 2, undefined]);
    expect([resource.text("sku.capacity"), resource.text("missing.name"), resource.list("sku")]).toEqual([undefined, undefined, []]);
  });

  it("reads a value of an enumeration in every case as Azure spells it, and nothing else", () => {
    const names = ["Basic", "Standard"] as const;
    const spellings = viewOf({ one: "standard", other: "STANDARD", prefix: "Stand", number: 1, later: UNKNOWN });
    expect(["one", "other"].map((name) => spellings.choice(names, name))).toEqual(["Standard", "Standard"]);
    expect(["prefix", "number", "later", "missing"].map((name) => spellings.choice(names, name))).toEqual(Array(4).fill(undefined));
  });

  it("tells unknown from absent", () => {
    expect([resource.at("later").unknown, resource.has("later"), resource.at("later").absent]).toEqual([true, true, false]);
    expect([resource.at("nothing").unknown, resource.has("nothing"), resource.at("nothing").absent]).toEqual([false, false, true]);
  });

  it("knows that what is below an unknown value is unknown", () => {
    expect(resource.at("later.deeper.still").unknown).toBe(true);
  });

  it("keeps the path as the user wrote it", () => {
    expect(resource.at("sku.name").property).toBe("sku.name");
    expect(resource.list("zones").map((zone) => zone.property)).toEqual(["zones[0]", "zones[1]"]);
    expect(resource.entries("tags").map(([name, place]) => [name, place.property])).toEqual([["owner", "tags.owner"]]);
  });

  it("gives only the texts of a list of texts", () => {
    expect(resource.texts("zones")).toEqual(["1"]);
  });

  it("does not take what every object inherits for a property", () => {
    expect(resource.has("constructor")).toBe(false);
  });
});

const network: Properties = {
  subnets: [
    { name: "a", networkSecurityGroup: { id: "/nsg/a" } },
    { name: "b" },
    UNKNOWN,
    { name: "d", networkSecurityGroup: { id: UNKNOWN } },
    { name: "e", networkSecurityGroup: { id: "/nsg/e" } },
  ],
  scopes: ["/x", "/y"],
};

describe("a pattern selects", () => {
  it("a property in every element of a list, with its path", () => {
    const places = select(network, "subnets[*].networkSecurityGroup.id");
    expect(places.map((place) => [place.property, place.text()])).toEqual([
      ["subnets[0].networkSecurityGroup.id", "/nsg/a"],
      ["subnets[2].networkSecurityGroup.id", undefined],
      ["subnets[3].networkSecurityGroup.id", undefined],
      ["subnets[4].networkSecurityGroup.id", "/nsg/e"],
    ]);
  });

  it("the elements of a list themselves", () => {
    expect(select(network, "scopes[*]").map((place) => place.text())).toEqual(["/x", "/y"]);
  });

  it("nothing where something on the way is absent, or is no list that is known", () => {
    expect(select(network, "addressSpace.addressPrefixes[*]")).toEqual([]);
    expect(select({ subnets: UNKNOWN }, "subnets[*].id")).toEqual([]);
    expect(select({ subnets: "a" }, "subnets[*].id")).toEqual([]);
  });
});
