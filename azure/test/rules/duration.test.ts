import { viewOf } from "../../properties/view";
import { durationOutside } from "../../rules/duration";
import { UNKNOWN, Value } from "../../properties/value";

it.each<[Value, boolean]>([
  ["PT10M", false],
  ["PT1H30M", false],
  ["PT9M59S", true],
  ["PT90M1S", true],
  ["10 minutes", true],
  [UNKNOWN, false],
  [null, false],
  [10, false],
])("a duration of %p is outside 10 to 90 minutes: %p", (value, outside) => {
  expect(durationOutside(viewOf({ gracePeriod: value }).at("gracePeriod"), { minimum: "PT10M", maximum: "PT90M" })).toBe(outside);
});
