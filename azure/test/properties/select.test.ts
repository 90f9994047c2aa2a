import { select } from "../../properties/select";
import { Properties, UNKNOWN } from "../../properties/value";

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
