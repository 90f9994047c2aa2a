import type { Value } from "../../../../properties/value";
import { add, edits, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { eventProfile } from "../../../rules/valid/autoscale-setting";

const schedule = "profiles[1].recurrence.schedule";
const endOfNight = JSON.stringify({ name: "Auto created default scale condition", for: "night" });

function weekly(name: string, hour: number) {
  return add(
    "profiles",
    eventProfile({
      name,
      fixedDate: null,
      recurrence: { frequency: "Week", schedule: { timeZone: "UTC", days: ["Monday"], hours: [hour], minutes: [0] } },
    }),
  );
}

/** A night every week, with its end, and something else of its schedule. */
function night(name: string, value: Value) {
  return edits(weekly("night", 20), weekly(endOfNight, 7), set(`${schedule}.${name}`, value));
}

/** Profiles that come again every week. */
export const recurrenceCases: RuleCases[] = [
  {
    rule: "R230",
    refused: [
      { name: "two minutes", change: night("minutes", [0, 30]), at: `${schedule}.minutes` },
      { name: "two hours", change: night("hours", [8, 18]), at: `${schedule}.hours` },
      { name: "no hour", change: night("hours", []), at: `${schedule}.hours` },
    ],
    accepted: [
      { name: "one minute", change: night("minutes", [30]) },
      { name: "minutes that are not known yet", change: edits(night("minutes", [0]), unknown(`${schedule}.minutes`)) },
    ],
  },
  {
    rule: "R231",
    refused: [
      { name: "24 o'clock", change: night("hours", [24]), at: `${schedule}.hours[0]` },
      { name: "half an hour in hours", change: night("hours", [7.5]), at: `${schedule}.hours[0]` },
      { name: "minute 60", change: night("minutes", [60]), at: `${schedule}.minutes[0]` },
    ],
    accepted: [
      { name: "23 o'clock", change: night("hours", [23]) },
      { name: "minute 59", change: night("minutes", [59]) },
    ],
  },
  {
    rule: "R231-days",
    refused: [
      { name: "no day", change: night("days", []), at: `${schedule}.days` },
      { name: "a day in short", change: night("days", ["Mon"]), at: `${schedule}.days[0]` },
      { name: "a day twice", change: night("days", ["Monday", "monday"]), at: `${schedule}.days[1]` },
    ],
    accepted: [{ name: "all days", change: night("days", ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]) }],
  },
  {
    rule: "T-hidden-default",
    refused: [
      { name: "a night without an end", change: weekly("night", 20), at: "profiles[0].name" },
      {
        name: "a night and a morning that is only called so",
        change: edits(weekly("night", 20), weekly("morning", 7)),
        at: "profiles[0].name",
      },
    ],
    accepted: [
      { name: "a night with its end", change: night("hours", [20]) },
      { name: "a date, which has an end", change: add("profiles", eventProfile({})) },
      { name: "a night that may be another one", change: edits(weekly("night", 20), unknown("profiles[1].name")) },
    ],
  },
];
