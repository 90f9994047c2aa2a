import { durationInSeconds, parseDuration } from "../../facts/duration";

describe("a duration", () => {
  it.each([
    ["PT5M", 300],
    ["PT1H30M", 5_400],
    ["PT90M", 5_400],
    ["P1D", 86_400],
    ["P7DT1S", 604_801],
    ["P1W", 604_800],
    ["PT0S", 0],
    ["PT0.5S", 0.5],
    ["PT1M30.5S", 90.5],
  ])("written %s is read as %d seconds", (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
    expect(durationInSeconds(text)).toBe(seconds);
  });

  it.each(["", "P", "PT", "5M", "PT5", "T5M", "pt5m", "PT5M ", "PT-5M", "PT.5S", "P1M", "P1Y", "P1W2D", "00:05:00"])(
    "is not %j",
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
      expect(() => durationInSeconds(text)).toThrow(`"${text}" is no duration of ISO 8601`);
    },
  );
});
