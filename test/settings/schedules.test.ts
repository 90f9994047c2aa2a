import { argsOf, check, refusedPaths } from "../support/settings";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const office = { name: "office", minimum: 2, default: 2, maximum: 4, days: weekdays, start: "08:00", end: "18:00" };
const sale = { name: "sale", minimum: 3, default: 3, maximum: 6, start: "2027-11-26T00:00", end: "2027-11-29T23:59" };

describe("the schedules", () => {
  it("are weekly with days, and dated without", () => {
    const { schedules } = argsOf({ schedules: [office, sale], scheduleTimeZone: "W. Europe Standard Time" }).autoscale;
    expect(schedules).toEqual({
      weekly: [{ name: "office", capacity: { minimum: 2, default: 2, maximum: 4 }, days: weekdays, start: "08:00", end: "18:00" }],
      dated: [{ name: "sale", capacity: { minimum: 3, default: 3, maximum: 6 }, start: "2027-11-26T00:00", end: "2027-11-29T23:59" }],
      timeZone: "W. Europe Standard Time",
    });
  });

  it.each([
    [{ ...office, name: "" }, "name"],
    [{ ...office, name: "usual" }, "name"],
    [{ ...office, name: undefined }, "name"],
    [{ ...office, minimum: undefined }, "minimum"],
    [{ ...office, minimum: "2" }, "minimum"],
    [{ ...office, maximum: 4.5 }, "maximum"],
    [{ ...office, minimum: 0 }, "minimum"],
    [{ ...office, minimum: 5, default: 5 }, "minimum"],
    [{ ...office, default: 5 }, "default"],
    [{ ...office, days: [] }, "days"],
    [{ ...office, days: ["Mon"] }, "days"],
    [{ ...office, days: ["Monday", "Monday"] }, "days"],
    [{ ...office, days: "Monday" }, "days"],
    [{ ...office, start: "8:00" }, "start"],
    [{ ...office, start: "24:00" }, "start"],
    [{ ...office, end: "18:60" }, "end"],
    [{ ...office, end: undefined }, "end"],
    [{ ...office, start: "2027-11-26T00:00" }, "start"],
    [{ ...office, capacity: 3 }, "capacity"],
    [{ ...sale, start: "08:00" }, "start"],
    [{ ...sale, start: "2027-02-30T00:00" }, "start"],
    [{ ...sale, start: "2027-11-26T00:00Z" }, "start"],
    [{ ...sale, end: sale.start }, "end"],
    [{ ...sale, end: "2027-11-25T00:00" }, "end"],
  ])("must not have %j", (schedule, property) => {
    expect(refusedPaths({ schedules: [schedule] })).toEqual([`schedules[0].${property}`]);
  });

  it.each([null, 1, "office", ["office"]])("must be objects, which %j is not", (schedule) => {
    expect(refusedPaths({ schedules: [schedule] })).toEqual(["schedules[0]"]);
  });

  it("may last 365 days and not longer", () => {
    expect(refusedPaths({ schedules: [{ ...sale, start: "2027-01-01T00:00", end: "2028-01-01T00:00" }] })).toEqual([]);
    expect(refusedPaths({ schedules: [{ ...sale, start: "2027-01-01T00:00", end: "2028-01-01T00:01" }] })).toEqual(["schedules[0].end"]);
  });

  it("must have different names", () => {
    expect(refusedPaths({ schedules: [office, { ...sale, name: "office" }] })).toEqual(["schedules"]);
  });

  it("may make 20 profiles and not more", () => {
    const dated = (count: number) => Array.from({ length: count }, (_, index) => ({ ...sale, name: `sale ${index}` }));
    expect(refusedPaths({ schedules: [office, ...dated(17)] })).toEqual([]);
    expect(refusedPaths({ schedules: [office, ...dated(18)] })).toEqual(["schedules"]);
  });
});

describe("weekly schedules", () => {
  const evening = { ...office, name: "evening", start: "18:01", end: "22:00" };
  const night = { ...office, name: "night", days: ["Sunday"], start: "22:00", end: "06:00" };

  it("may follow each other with a minute between", () => {
    expect(refusedPaths({ schedules: [office, evening, night] })).toEqual([]);
  });

  it.each([
    ["end where another starts", { ...evening, start: "18:00" }],
    ["start before another ends", { ...evening, start: "17:59" }],
    ["lie inside another", { ...evening, start: "10:00", end: "11:00" }],
    ["lie around another", { ...evening, start: "07:00", end: "19:00" }],
    ["start with another", { ...evening, start: "08:00", end: "09:00" }],
    ["reach into another past midnight at the week's end", { ...night, end: "08:00" }],
  ])("must not %s", (_, other) => {
    expect(refusedPaths({ schedules: [office, other] })).toEqual(["schedules"]);
    expect(refusedPaths({ schedules: [other, office] })).toEqual(["schedules"]);
  });

  it("may hold at the same hours on other days", () => {
    expect(refusedPaths({ schedules: [office, { ...office, name: "weekend", days: ["Saturday", "Sunday"] }] })).toEqual([]);
  });
});

it.each([
  ["Europe/Berlin", "write W. Europe Standard Time"],
  ["W Europe Standard Time", "see learn.microsoft.com/windows-hardware/manufacture/desktop/default-time-zones"],
  ["", "see learn.microsoft.com/windows-hardware/manufacture/desktop/default-time-zones"],
])("the time zone has Windows' name, which %j is not: %s", (scheduleTimeZone, fix) => {
  expect(check({ scheduleTimeZone }).problems).toMatchObject([{ path: "web-tier:scheduleTimeZone", fix }]);
});
