import { viewOf } from "../../properties/view";
import { durationOutside, parseDuration } from "../../rules/duration";
import { UNKNOWN, Value } from "../../properties/value";

describe("a duration", () => {
  it.each([
    ["PT5M", 300],
    ["PT1H30M", 5_400],
    ["PT90M", 5_400],
    ["P1D", 86_400],
    ["P7DT1S", 604_801],
    ["PT0S", 0],
    ["PT0.5S", 0.5],
  ])("written %s is read as %d seconds", (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each(["", "P", "PT", "5M", "PT5", "T5M", "pt5m", "PT5M ", "PT-5M", "P1M", "P1Y", "P1W", "00:05:00"])("is not %j", (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it.each<[Value, boolean]>([
    ["PT10M", false],
    ["PT1H30M", false],
    ["PT9M59S", true],
    ["PT90M1S", true],
    ["10 minutes", true],
    [UNKNOWN, false],
    [null, false],
    [10, false],
  ])("of %p is outside 10 to 90 minutes: %p", (value, outside) => {
    expect(durationOutside(viewOf({ gracePeriod: value }).at("gracePeriod"), "PT10M", "PT90M")).toBe(outside);
  });
});
