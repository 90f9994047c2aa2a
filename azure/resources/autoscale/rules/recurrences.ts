import type { View } from "../../../properties/view";
import { doesNotFit, repeated } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";

const multipleProfilesPage = "https://learn.microsoft.com/azure/azure-monitor/autoscale/autoscale-multiprofile";
const api = "https://learn.microsoft.com/rest/api/monitor/autoscale-settings/create-or-update";

/** When profiles hold that come again every week. */
export const recurrenceRules: Rule[] = [
  {
    id: "R230",
    title: "A recurring profile begins at one time of day",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/Azure/azure-sdk-for-python/issues/41643",
    severity: "error",
    allowed: "a list of one number",
    *check(setting) {
      for (const schedule of schedules(setting)) {
        yield* ["hours", "minutes"].map((name) => schedule.at(name)).filter((list) => Array.isArray(list.value) && list.value.length !== 1);
      }
    },
  },
  {
    id: "R231",
    title: "A recurring profile begins at a time of the clock",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "documented",
    source: api,
    severity: "error",
    allowed: "0 to 23",
    *check(setting) {
      for (const schedule of schedules(setting)) {
        yield* schedule.list("hours").filter((hour) => isNoTime(hour, 23));
        yield* schedule
          .list("minutes")
          .filter((minute) => isNoTime(minute, 59))
          .map((at) => ({ at, allowed: "0 to 59" }));
      }
    },
  },
  {
    id: "R231-days",
    title: "A recurring profile has days of the week, each once",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "documented",
    source: api,
    severity: "error",
    allowed: "at least one of Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, each once",
    *check(setting) {
      for (const schedule of schedules(setting)) {
        const days = schedule.at("days");
        if (Array.isArray(days.value) && days.value.length === 0) {
          yield days;
        }
        const known = schedule.list("days");
        yield* known.filter((day) => doesNotFit(day, (name) => weekdayNames.includes(name.toLowerCase())));
        yield* repeated(known, (day) => day.text()?.toLowerCase());
      }
    },
  },
  {
    id: "T-hidden-default",
    title: "A recurring profile holds until another one begins, so that the default one never does",
    code: "Warning",
    grade: "documented",
    source: multipleProfilesPage,
    severity: "warning",
    allowed:
      'beside it, a recurring profile for each end with the rules of the default one, named {"name":"…","for":"<the profile that ends>"}',
    because: "a recurring profile has no end of its own",
    *check(setting) {
      const profiles = setting.list("profiles");
      const fallback = profiles.find((profile) => !profile.unknown && profile.at("fixedDate").absent && profile.at("recurrence").absent);
      const ended = profiles.flatMap(endedBy);
      const endless = profiles.find((profile) => isEndless(profile, ended));
      if (fallback !== undefined && endless !== undefined && !profiles.some(({ unknown }) => unknown)) {
        yield {
          at: fallback.at("name"),
          because: `the recurring profile ${endless.text("name")} has no end of its own, and hides this one`,
        };
      }
    },
  },
];

const weekdayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

function schedules(setting: View): View[] {
  return setting.list("profiles").map((profile) => profile.at("recurrence.schedule"));
}

function isNoTime(place: View, last: number): boolean {
  const value = place.number();
  return value !== undefined && !(Number.isInteger(value) && value >= 0 && value <= last);
}

function isEndless(profile: View, ended: readonly string[]): boolean {
  const name = profile.text("name");
  return profile.has("recurrence") && name !== undefined && endedBy(profile).length === 0 && !ended.includes(name);
}

/** The profile that one ends, which is in its name in the form that Azure's portal and CLI look for. */
function endedBy(profile: View): string[] {
  try {
    const name: unknown = JSON.parse(profile.text("name") ?? "");
    const ended = typeof name === "object" && name !== null && "for" in name ? name.for : undefined;
    return typeof ended === "string" ? [ended] : [];
  } catch {
    return [];
  }
}
