import { checkSettings } from "../../src/settings/check";
import { configurationOf, filesOf, type Overrides } from "../support/settings";

const files = filesOf({ "image/marketplace-user-data.sh": "#!/bin/sh\n" });

/** What is wrong with settings that are good but for their location. */
function problemsWith(location: string | undefined, overrides: Overrides = {}) {
  const others = Object.entries(configurationOf(overrides)).filter(([key]) => key !== "azure-native:location");
  const given = location === undefined ? [] : [["azure-native:location", location]];
  return checkSettings(Object.fromEntries([...others, ...given]), files).problems;
}

describe("the location", () => {
  it("is required where the resource group is created", () => {
    expect(problemsWith(undefined)).toMatchObject([{ path: "azure-native:location", given: "nothing" }]);
  });

  it("is that of an existing resource group", () => {
    expect(problemsWith(undefined, { resourceGroupName: "shared" })).toEqual([]);
  });

  it.each(["westeurope", "West Europe", "atlantiscentral"])("may be %s", (location) => {
    expect(problemsWith(location)).toEqual([]);
  });

  it.each(["westus", "West US", "uk west"])("must not be %s, which has no availability zones", (location) => {
    expect(problemsWith(location)).toMatchObject([{ path: "azure-native:location", given: JSON.stringify(location) }]);
    expect(problemsWith(location, { resourceGroupName: "shared" })).toHaveLength(1);
  });
});
