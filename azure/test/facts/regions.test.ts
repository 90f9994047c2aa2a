import { mayBeARegion } from "../../facts/region-names";
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

it.each([
  ["westeurope", true],
  ["Canada Central", true],
  ["atlantiscentral", true],
  ["East US 9", true],
  ["westeuropa", false],
  ["undefined", false],
  ["Canada", false],
  ["United States", false],
  ["global", false],
])("the location %s may be a region: %p", (location, may) => {
  expect(mayBeARegion(location)).toBe(may);
});
