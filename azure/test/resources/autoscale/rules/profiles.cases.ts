import type { Value } from "../../../../properties/value";
import { add, edits, remove, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { cpuRule, eventProfile } from "../../../rules/valid/autoscale-setting";

const capacity = "profiles[0].capacity";

function capacities(minimum: string, preset: string, maximum: string) {
  return set(capacity, { minimum, maximum, default: preset });
}

function eventProfiles(count: number): Value[] {
  return Array.from({ length: count }, (_, index) => eventProfile({ name: `event ${index}` }));
}

function event(properties: Record<string, Value>) {
  return add("profiles", eventProfile(properties));
}

function inTimeZone(kind: "fixedDate" | "recurrence", timeZone: string) {
  const schedule = { timeZone, days: ["Monday"], hours: [6], minutes: [0] };
  return kind === "recurrence"
    ? event({ fixedDate: null, recurrence: { frequency: "Week", schedule } })
    : event({ fixedDate: { start: "2027-01-01T00:00:00", end: "2027-01-02T00:00:00", timeZone } });
}

/** The profiles of an autoscale setting. */
export const profileCases: RuleCases[] = [
  {
    rule: "R84-profiles",
    refused: [{ name: "21 profiles", change: add("profiles", ...eventProfiles(20)), at: "profiles" }],
    accepted: [{ name: "20 profiles", change: add("profiles", ...eventProfiles(19)) }],
  },
  {
    rule: "R84-rules",
    refused: [
      {
        name: "11 rules in a profile",
        change: set(
          "profiles[0].rules",
          Array.from({ length: 11 }, () => cpuRule("Increase", "GreaterThan", 75)),
        ),
        at: "profiles[0].rules",
      },
    ],
    accepted: [
      {
        name: "10 rules in a profile",
        change: set(
          "profiles[0].rules",
          Array.from({ length: 10 }, () => cpuRule("Increase", "GreaterThan", 75)),
        ),
      },
      { name: "no rules", change: set("profiles[0].rules", []) },
    ],
  },
  {
    rule: "R84-default",
    refused: [{ name: "two profiles for all times", change: event({ fixedDate: null }), at: "profiles[1]" }],
    accepted: [
      { name: "one profile for all times beside one with a date", change: event({}) },
      { name: "a second profile whose date is not known yet", change: edits(event({}), unknown("profiles[1].fixedDate")) },
      {
        name: "recurring profiles alone",
        change: set("profiles[0].recurrence", {
          frequency: "Week",
          schedule: { timeZone: "UTC", days: ["Monday"], hours: [6], minutes: [0] },
        }),
      },
    ],
  },
  {
    rule: "R84-week",
    refused: [
      {
        name: "a daily profile",
        change: set("profiles[0].recurrence", {
          frequency: "Day",
          schedule: { timeZone: "UTC", days: ["Monday"], hours: [6], minutes: [0] },
        }),
        at: "profiles[0].recurrence.frequency",
      },
    ],
    accepted: [
      {
        name: "a weekly profile in other letters",
        change: set("profiles[0].recurrence", {
          frequency: "week",
          schedule: { timeZone: "UTC", days: ["Monday"], hours: [6], minutes: [0] },
        }),
      },
    ],
  },
  {
    rule: "R84-time-zone",
    refused: [
      { name: "an IANA name in a fixed date", change: inTimeZone("fixedDate", "Europe/Berlin"), at: "profiles[1].fixedDate.timeZone" },
      {
        name: "a misspelt name in a recurrence",
        change: inTimeZone("recurrence", "W Europe Standard Time"),
        at: "profiles[1].recurrence.schedule.timeZone",
      },
    ],
    accepted: ["UTC", "UTC-11", "Pacific Standard Time (Mexico)", "Kamchatka Standard Time"].flatMap((timeZone) => [
      { name: `${timeZone} in a fixed date`, change: inTimeZone("fixedDate", timeZone) },
      { name: `${timeZone} in a recurrence`, change: inTimeZone("recurrence", timeZone) },
    ]),
  },
  {
    rule: "R85-numbers",
    refused: [
      { name: "1001 instances", change: set(`${capacity}.maximum`, "1001"), at: `${capacity}.maximum` },
      { name: "a negative number", change: set(`${capacity}.minimum`, "-1"), at: `${capacity}.minimum` },
      { name: "a fraction", change: set(`${capacity}.default`, "2.5"), at: `${capacity}.default` },
      { name: "a word", change: set(`${capacity}.maximum`, "three"), at: `${capacity}.maximum` },
    ],
    accepted: [
      { name: "1000 instances", change: set(`${capacity}.maximum`, "1000") },
      { name: "0 instances", change: capacities("0", "0", "1") },
    ],
  },
  {
    rule: "R85-order",
    refused: [
      { name: "a minimum above the maximum", change: capacities("4", "3", "3"), at: `${capacity}.minimum` },
      { name: "a default below the minimum", change: capacities("2", "1", "3"), at: `${capacity}.default` },
      { name: "a default above the maximum", change: capacities("2", "4", "3"), at: `${capacity}.default` },
    ],
    accepted: [
      { name: "a default at the minimum", change: capacities("2", "2", "3") },
      { name: "a default at the maximum", change: capacities("2", "3", "3") },
      { name: "minimum and maximum alike, without rules", change: edits(capacities("3", "3", "3"), set("profiles[0].rules", [])) },
      { name: "numbers and not letters in order", change: capacities("9", "9", "10") },
    ],
  },
  {
    rule: "R233",
    refused: [
      {
        name: "an end before the start",
        change: event({ fixedDate: { start: "2027-01-02T00:00:00", end: "2027-01-01T00:00:00" } }),
        at: "profiles[1].fixedDate.end",
      },
      {
        name: "an end that is the start",
        change: event({ fixedDate: { start: "2027-01-01T00:00:00", end: "2027-01-01T00:00:00" } }),
        at: "profiles[1].fixedDate.end",
      },
      {
        name: "a start that is no date",
        change: event({ fixedDate: { start: "New Year", end: "2027-01-02T00:00:00" } }),
        at: "profiles[1].fixedDate.start",
      },
    ],
    accepted: [{ name: "a minute", change: event({ fixedDate: { start: "2027-01-01T00:00:00", end: "2027-01-01T00:01:00" } }) }],
  },
  {
    rule: "R234",
    refused: [{ name: "two profiles of one name", change: event({ name: "default" }), at: "profiles[1].name" }],
    accepted: [{ name: "two profiles of different names", change: event({ name: "sale" }) }],
  },
  {
    rule: "R88",
    refused: [
      {
        name: "366 days",
        change: event({ fixedDate: { start: "2027-01-01T00:00:00", end: "2028-01-02T00:00:00" } }),
        at: "profiles[1].fixedDate.end",
      },
    ],
    accepted: [
      { name: "365 days", change: event({ fixedDate: { start: "2027-01-01T00:00:00", end: "2028-01-01T00:00:00" } }) },
      { name: "no fixed date", change: remove("profiles[0].fixedDate") },
    ],
  },
  {
    rule: "R320",
    refused: [
      {
        name: "both",
        change: event({ recurrence: { frequency: "Week", schedule: { timeZone: "UTC", days: ["Monday"], hours: [6], minutes: [0] } } }),
        at: "profiles[1].recurrence",
      },
    ],
    accepted: [
      { name: "a fixed date", change: event({}) },
      { name: "a recurrence", change: inTimeZone("recurrence", "UTC") },
    ],
  },
  {
    rule: "R321",
    refused: [{ name: "none", change: set("profiles", []), at: "profiles" }],
    accepted: [{ name: "profiles that are not known yet", change: unknown("profiles") }],
  },
];
