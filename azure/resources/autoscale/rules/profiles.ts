import { maximumDaysOfFixedDate, maximumProfiles, maximumRulesOfProfile } from "../../../facts/autoscale-limits";
import { parseMoment } from "../../../facts/moment";
import { isTimeZone, windowsTimeZone } from "../../../facts/time-zones";
import type { View } from "../../../properties/view";
import { count, limitsOf } from "./model";
import type { Rule } from "../../../rules/rule";
import { is, repeated } from "../../../rules/lookups";

const settingsPage = "https://learn.microsoft.com/azure/azure-monitor/autoscale/autoscale-understanding-settings";
const api = "https://learn.microsoft.com/rest/api/monitor/autoscale-settings/create-or-update";
const limits = ["minimum", "maximum", "default"];
const millisecondsOfADay = 86_400_000;

const documented = { code: "BadRequest", codeIsAssumed: true, grade: "documented", source: settingsPage, severity: "error" } as const;

/** What Azure refuses of the profiles of an autoscale setting. */
export const profileRules: Rule[] = [
  {
    ...documented,
    id: "R84-profiles",
    title: "An autoscale setting has at most 20 profiles",
    allowed: `at most ${maximumProfiles} profiles`,
    *check(setting) {
      if (setting.list("profiles").length > maximumProfiles) {
        yield setting.at("profiles");
      }
    },
  },
  {
    ...documented,
    id: "R84-rules",
    title: "A profile has at most 10 rules",
    allowed: `at most ${maximumRulesOfProfile} rules`,
    *check(setting) {
      for (const profile of setting.list("profiles")) {
        if (profile.list("rules").length > maximumRulesOfProfile) {
          yield profile.at("rules");
        }
      }
    },
  },
  {
    ...documented,
    id: "R84-default",
    title: "At most one profile of an autoscale setting has neither a fixed date nor a recurrence",
    allowed: "fixedDate or recurrence in all profiles but one",
    because: "only one profile can be the default",
    *check(setting) {
      const alwaysOn = setting
        .list("profiles")
        .filter((profile) => !profile.unknown && profile.at("fixedDate").absent && profile.at("recurrence").absent);
      yield* alwaysOn.slice(1);
    },
  },
  {
    ...documented,
    id: "R320",
    title: "A profile has a fixed date or a recurrence, and not both",
    source: api,
    allowed: "nothing, as fixedDate is given",
    *check(setting) {
      for (const profile of setting.list("profiles")) {
        const [date, recurrence] = [profile.at("fixedDate"), profile.at("recurrence")];
        if (date.given && !date.unknown && recurrence.given && !recurrence.unknown) {
          yield recurrence;
        }
      }
    },
  },
  {
    ...documented,
    id: "R321",
    title: "An autoscale setting has a profile",
    source: api,
    allowed: "1 to 20 profiles",
    *check(setting) {
      const profiles = setting.at("profiles");
      if (Array.isArray(profiles.value) && profiles.value.length === 0) {
        yield profiles;
      }
    },
  },
  {
    ...documented,
    id: "R84-week",
    title: "A profile recurs by the week",
    source: api,
    allowed: "Week",
    *check(setting) {
      for (const profile of setting.list("profiles")) {
        const frequency = profile.at("recurrence.frequency");
        if (frequency.text() !== undefined && !is(frequency, "Week")) {
          yield frequency;
        }
      }
    },
  },
  {
    ...documented,
    id: "R84-time-zone",
    title: "A time zone has its Windows name",
    source: api,
    allowed: "the Windows name of a time zone, such as UTC or W. Europe Standard Time",
    *check(setting) {
      for (const profile of setting.list("profiles")) {
        for (const zone of [profile.at("fixedDate.timeZone"), profile.at("recurrence.schedule.timeZone")]) {
          const name = zone.text();
          if (name !== undefined && !isTimeZone(name)) {
            const windowsName = windowsTimeZone(name);
            yield { at: zone, ...(windowsName !== undefined && { allowed: `${windowsName}, which is the Windows name of ${name}` }) };
          }
        }
      }
    },
  },
  {
    id: "R85-numbers",
    title: "A capacity is a whole number from 0 to 1000, written as a text",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "source",
    source:
      "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/monitor/monitor_autoscale_setting_resource.go",
    severity: "error",
    allowed: 'a whole number from 0 to 1000 as a text, such as "2"',
    *check(setting) {
      for (const profile of setting.list("profiles")) {
        const capacities = limits.map((limit) => profile.at(`capacity.${limit}`));
        yield* capacities.filter((capacity) => capacity.text() !== undefined && !((count(capacity) ?? Infinity) <= 1000));
      }
    },
  },
  {
    id: "R85-order",
    title: "The default capacity lies between the minimum and the maximum",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/microsoft/onefuzz/issues/2249",
    severity: "error",
    allowed: "minimum ≤ default ≤ maximum",
    *check(setting) {
      for (const profile of setting.list("profiles")) {
        const { minimum, maximum, preset } = limitsOf(profile);
        if (minimum !== undefined && maximum !== undefined && minimum > maximum) {
          yield { at: profile.at("capacity.minimum"), allowed: `the maximum of ${maximum} or less` };
        } else if (preset !== undefined && (preset < (minimum ?? preset) || preset > (maximum ?? preset))) {
          yield { at: profile.at("capacity.default"), allowed: `${minimum ?? "the minimum"} to ${maximum ?? "the maximum"}` };
        }
      }
    },
  },
  {
    ...documented,
    id: "R233",
    title: "A fixed date has a start and, after it, an end",
    source: api,
    allowed: "a date and time such as 2027-01-01T08:00:00",
    *check(setting) {
      for (const profile of setting.list("profiles")) {
        const [start, end] = ["start", "end"].map((name) => profile.at(`fixedDate.${name}`));
        yield* [start, end].filter((place) => place.text() !== undefined && instant(place) === undefined);
        const [from, to] = [instant(start), instant(end)];
        if (from !== undefined && to !== undefined && to <= from) {
          yield { at: end, allowed: `a time after the start, ${start.text()}` };
        }
      }
    },
  },
  {
    ...documented,
    id: "R234",
    title: "The profiles of an autoscale setting have different names",
    grade: "assumed",
    source: api,
    allowed: "a name that no other profile has",
    *check(setting) {
      yield* repeated(setting.list("profiles"), (profile) => profile.text("name")).map((profile) => profile.at("name"));
    },
  },
  {
    ...documented,
    id: "R88",
    title: "A fixed date is at most 365 days long",
    allowed: `at most ${maximumDaysOfFixedDate} days after the start`,
    *check(setting) {
      for (const profile of setting.list("profiles")) {
        const [start, end] = [instant(profile.at("fixedDate.start")), instant(profile.at("fixedDate.end"))];
        if (start !== undefined && end !== undefined && end - start > maximumDaysOfFixedDate * millisecondsOfADay) {
          yield profile.at("fixedDate.end");
        }
      }
    },
  },
];

function instant(place: View): number | undefined {
  return parseMoment(place.text() ?? "")?.milliseconds;
}
