import { hasAvailabilityZones } from "../../facts/regions";

it.each([
  ["westeurope", true],
  ["West Europe", true],
  ["atlantiscentral", true],
  ["westus", false],
  ["West US", false],
  ["uk west", false],
])("the region %s has availability zones: %p", (location, has) => {
  expect(hasAvailabilityZones(location)).toBe(has);
});
