import { armTypeOf, fillPath, idKey, normalLocation, readPath } from "../../arm/id";
import { resourceTypes } from "../../resources";

const subnets =
  "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/virtualNetworks/{virtualNetworkName}/subnets/{subnetName}";
const parameters = { subscriptionId: "s", resourceGroupName: "g", virtualNetworkName: "v", subnetName: "n" };

describe("an ARM id", () => {
  it("is filled from its parameters, and read back", () => {
    const id = fillPath(subnets, parameters);
    expect(id).toBe("/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/n");
    expect(readPath(subnets, id)).toEqual(parameters);
  });

  it("is read without regard to case, and keeps the case of its names", () => {
    const id = "/SUBSCRIPTIONS/s/resourcegroups/G/providers/microsoft.network/virtualnetworks/V/subnets/n";
    expect(readPath(subnets, id)).toEqual({ ...parameters, resourceGroupName: "G", virtualNetworkName: "V" });
  });

  it("holds the id of another resource where it has a scope, of any length", () => {
    const template = "/{scope}/providers/Microsoft.Authorization/roleAssignments/{roleAssignmentName}";
    for (const scope of ["/subscriptions/s", "/subscriptions/s/resourceGroups/g", fillPath(subnets, parameters)]) {
      const id = fillPath(template, { scope, roleAssignmentName: "n" });
      expect(id).toBe(`${scope}/providers/Microsoft.Authorization/roleAssignments/n`);
      expect(readPath(template, id)).toEqual({ scope, roleAssignmentName: "n" });
    }
    expect(readPath(template, "/providers/Microsoft.Authorization/roleAssignments/n")).toBeUndefined();
    expect(readPath(template, fillPath(subnets, parameters))).toBeUndefined();
  });

  it("is not read as one of another type", () => {
    expect(readPath(subnets, "/subscriptions/s/resourceGroups/g")).toBeUndefined();
    expect(readPath(subnets, fillPath(subnets, parameters).replace("virtualNetworks", "loadBalancers"))).toBeUndefined();
  });

  it("cannot be filled without all its parameters", () => {
    expect(() => fillPath(subnets, { subscriptionId: "s" })).toThrow("needs a value for resourceGroupName");
  });

  it("is compared without regard to case", () => {
    expect(idKey("/Subscriptions/S")).toBe(idKey("/subscriptions/s"));
  });

  it("ends with the resource's own name in every type of the region", () => {
    expect(resourceTypes.filter(({ path, nameProperty }) => !path.endsWith(`/{${nameProperty}}`))).toEqual([]);
  });
});

describe("a location", () => {
  it.each(["West Europe", "westeurope", "WestEurope"])("is stored in one form, given as %s", (given) => {
    expect(normalLocation(given)).toBe("westeurope");
  });
});

it.each([
  ["/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/loadBalancers/lb", "Microsoft.Network/loadBalancers"],
  [
    "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/s",
    "Microsoft.Network/virtualNetworks/subnets",
  ],
  ["/subscriptions/s/providers/Microsoft.Web/sites/w/providers/Microsoft.Insights/metricAlerts/a", "Microsoft.Insights/metricAlerts"],
  ["/subscriptions/s/resourceGroups/g", undefined],
  ["/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/loadBalancers", undefined],
  ["", undefined],
])("tells the type of the resource that %p names", (id, type) => {
  expect(armTypeOf(id)).toBe(type);
});
