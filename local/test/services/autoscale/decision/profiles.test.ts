import { evaluationOf, profileAt } from "../../../../region/services/autoscale/decision/profiles";
import type { AutoscaleProfile, WeeklyRecurrence } from "../../../../region/services/autoscale/decision/setting";
import { profile, setting } from "./settings";
import { proves } from "../../../support/proves";

const usual = profile();

function weekly(name: string, days: WeeklyRecurrence["days"], hour: number, minute = 0, timeZone = "UTC"): AutoscaleProfile {
  return profile({ name, recurrence: { days, hours: [hour], minutes: [minute], timeZone } });
}

function dated(name: string, start: string, end: string, timeZone = "UTC"): AutoscaleProfile {
  return profile({ name, fixedDate: { start, end, timeZone } });
}

function held(profiles: readonly AutoscaleProfile[], ...moments: string[]): (string | undefined)[] {
  return moments.map((moment) => profileAt(setting(...profiles), Date.parse(moment))?.name);
}

describe("the profile that holds", () => {
  it("A fixed date comes before a recurring time, and that before the profile without a time", () => {
    proves("autoscale-profile-order");
    const office = weekly("office", ["Monday"], 8);
    const sale = dated("sale", "2027-01-04T10:00:00", "2027-01-04T12:00:00");
    expect(held([usual], "2027-01-04T11:00:00Z")).toEqual(["usual"]);
    expect(held([usual, office], "2027-01-04T11:00:00Z")).toEqual(["office"]);
    expect(held([usual, office, sale], "2027-01-04T11:00:00Z", "2027-01-04T13:00:00Z")).toEqual(["sale", "office"]);
    expect([usual, office, sale].map(evaluationOf)).toEqual([
      "DefaultProfileEvaluation",
      "RecurrentProfileEvaluation",
      "FixedDateProfileEvaluation",
    ]);
  });

  it("A recurring profile holds until another one begins, as Microsoft's weekdays and weekends do", () => {
    proves("autoscale-recurrence");
    const week = [
      weekly("Weekday profile", ["Monday"], 4, 0, "E. Europe Standard Time"),
      weekly("Weekend profile", ["Saturday"], 0, 1, "E. Europe Standard Time"),
    ];
    // Chisinau is two hours ahead of UTC in winter.
    const moments = ["2027-01-04T01:59:59Z", "2027-01-04T02:00:00Z", "2027-01-08T22:00:59Z", "2027-01-08T22:01:00Z"];
    expect(held(week, ...moments)).toEqual(["Weekend profile", "Weekday profile", "Weekday profile", "Weekend profile"]);
  });

  it("takes the first of two profiles that begin together", () => {
    const both = [weekly("one", ["Monday"], 8), weekly("other", ["Monday"], 8)];
    expect(held(both, "2027-01-05T00:00:00Z")).toEqual(["one"]);
  });

  it("Times are those of the clocks in the profile's time zone, in summer and in winter", () => {
    proves("autoscale-time-zone");
    const office = [
      weekly("office", ["Monday"], 8, 0, "W. Europe Standard Time"),
      weekly("after office", ["Monday"], 18, 0, "W. Europe Standard Time"),
    ];
    expect(held(office, "2027-01-04T06:59:59Z", "2027-01-04T07:00:00Z")).toEqual(["after office", "office"]);
    expect(held(office, "2027-07-05T05:59:59Z", "2027-07-05T06:00:00Z")).toEqual(["after office", "office"]);
    const launch = dated("launch", "2027-07-04T09:00:00", "2027-07-04T10:00:00", "Pacific Standard Time");
    expect(held([usual, launch], "2027-07-04T15:59:59Z", "2027-07-04T16:00:00Z")).toEqual(["usual", "launch"]);
    const withOffset = dated("launch", "2027-07-04T09:00:00Z", "2027-07-04T10:00:00Z", "Pacific Standard Time");
    expect(held([usual, withOffset], "2027-07-04T09:30:00Z")).toEqual(["launch"]);
  });

  it("has begun once clocks have gone past a time that they skip", () => {
    const night = [
      weekly("night", ["Sunday"], 2, 30, "W. Europe Standard Time"),
      weekly("evening", ["Saturday"], 20, 0, "W. Europe Standard Time"),
    ];
    // At 01:00 UTC on 28 March 2027 clocks go from 02:00 to 03:00.
    expect(held(night, "2027-03-28T00:59:59Z", "2027-03-28T01:00:00Z")).toEqual(["evening", "night"]);
  });

  it("A fixed date holds from its start until just before its end", () => {
    proves("autoscale-fixed-date-end");
    const sale = dated("sale", "2027-12-24T08:00:00", "2027-12-24T12:00:00");
    const moments = ["2027-12-24T07:59:59Z", "2027-12-24T08:00:00Z", "2027-12-24T11:59:59Z", "2027-12-24T12:00:00Z"];
    expect(held([usual, sale], ...moments)).toEqual(["usual", "sale", "sale", "usual"]);
  });

  it("is none outside of fixed dates where there is nothing else", () => {
    expect(held([dated("sale", "2027-12-24T08:00:00", "2027-12-24T12:00:00")], "2027-01-01T00:00:00Z")).toEqual([undefined]);
  });

  it("is refused by name where the time zone is none of Windows'", () => {
    const wrong = weekly("office", ["Monday"], 8, 0, "Europe/Berlin");
    expect(() => held([wrong], "2027-01-01T00:00:00Z")).toThrow(
      'timeZone: "Europe/Berlin" is no time zone; give its Windows name, such as UTC or W. Europe Standard Time',
    );
  });
});
