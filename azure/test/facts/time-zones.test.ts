import { ianaTimeZone, isTimeZone, windowsTimeZone } from "../../facts/time-zones";

it.each([
  "UTC",
  "UTC-11",
  "W. Europe Standard Time",
  "Pacific Standard Time (Mexico)",
  "Kamchatka Standard Time",
  "Mid-Atlantic Standard Time",
])("%s is a time zone, and one whose clocks can be told", (name) => {
  expect(isTimeZone(name)).toBe(true);
  expect(() => new Intl.DateTimeFormat("en-US", { timeZone: ianaTimeZone(name) })).not.toThrow();
});

it.each(["Europe/Berlin", "W Europe Standard Time", "w. europe standard time", "toString", ""])(
  "%j is no time zone of Windows'",
  (name) => {
    expect(isTimeZone(name)).toBe(false);
    expect(ianaTimeZone(name)).toBeUndefined();
  },
);

it("a zone of the tz database has a Windows name", () => {
  expect(windowsTimeZone("Europe/Berlin")).toBe("W. Europe Standard Time");
  expect(windowsTimeZone("Europe/Nowhere")).toBeUndefined();
});
