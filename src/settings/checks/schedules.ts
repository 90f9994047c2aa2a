import { maximumDaysOfFixedDate, maximumProfiles, type Weekday, weekdays } from "../../../azure/facts/autoscale-limits";
import { isTimeZone, windowsTimeZone } from "../../../azure/facts/time-zones";
import { profileCount } from "../../autoscale-profiles";
import { overlap, type Capacity, type DatedSchedule, type Schedules, type WeeklySchedule } from "../../schedules";
import { settingsNamespace, type Values } from "../declarations";
import type { Problems } from "../problems";
import { checkCapacity } from "./instances";

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;
const dateAndTime = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/;
const properties = ["name", "minimum", "default", "maximum", "days", "start", "end"];

/**
 * Reads the schedules, which the configuration holds as objects of any shape. One that is wrong is left out after its problems were
 * added.
 */
export function readSchedules(values: Values, most: number, problems: Problems): Schedules {
  const read = values.schedules.flatMap((item, index) => readSchedule(item, index, most, problems) ?? []);
  const weekly = read.filter((schedule): schedule is WeeklySchedule => "days" in schedule);
  const dated = read.filter((schedule): schedule is DatedSchedule => !("days" in schedule));
  checkTogether(weekly, dated, problems);
  checkTimeZone(values, problems);
  return { weekly, dated, timeZone: values.scheduleTimeZone };
}

function readSchedule(item: unknown, index: number, most: number, problems: Problems): WeeklySchedule | DatedSchedule | undefined {
  const path = `${settingsNamespace}:schedules[${index}]`;
  const before = problems.all.length;
  if (typeof item !== "object" || item === null || Array.isArray(item)) {
    problems.addAt(path, item, `an object with ${properties.join(", ")}`, `for example: pulumi config set --path '${path}.name' office`);
    return undefined;
  }
  const schedule = item as Readonly<Record<string, unknown>>;
  for (const property of Object.keys(schedule).filter((key) => !properties.includes(key))) {
    problems.addAt(`${path}.${property}`, schedule[property], properties.join(", "), "correct the property's name, or take it away");
  }
  const name = readName(schedule.name, `${path}.name`, problems);
  const capacity = readCapacity(schedule, path, most, problems);
  const days = schedule.days === undefined ? undefined : readDays(schedule.days, `${path}.days`, problems);
  const [pattern, example] = schedule.days === undefined ? [dateAndTime, "2027-12-24T08:00"] : [timeOfDay, "08:00"];
  const start = readTime(schedule.start, pattern, example, `${path}.start`, problems);
  const end = readTime(schedule.end, pattern, example, `${path}.end`, problems);
  if (problems.all.length > before) {
    return undefined;
  }
  if (days) {
    return { name, capacity, days, start, end };
  }
  checkStretch(start, end, path, problems);
  return { name, capacity, start, end };
}

function readName(name: unknown, path: string, problems: Problems): string {
  if (typeof name === "string" && name !== "" && name !== "usual") {
    return name;
  }
  problems.addAt(path, name, 'a text, but not "usual", which is the name of the time outside all schedules', "give the schedule a name");
  return "";
}

function readCapacity(schedule: Readonly<Record<string, unknown>>, path: string, most: number, problems: Problems): Capacity {
  const before = problems.all.length;
  const count = (key: keyof Capacity): number => {
    const value = schedule[key];
    if (typeof value === "number" && Number.isInteger(value)) {
      return value;
    }
    problems.addAt(`${path}.${key}`, value, `a whole number, 1 to ${most}`, "say how many instances");
    return 1;
  };
  const capacity = { minimum: count("minimum"), default: count("default"), maximum: count("maximum") };
  if (problems.all.length === before) {
    const paths = { minimum: `${path}.minimum`, default: `${path}.default`, maximum: `${path}.maximum` };
    checkCapacity(capacity, paths, most, problems);
  }
  return capacity;
}

function readDays(days: unknown, path: string, problems: Problems): readonly Weekday[] {
  const isDay = (day: unknown): day is Weekday => (weekdays as readonly unknown[]).includes(day);
  if (Array.isArray(days) && days.length > 0 && days.every(isDay) && new Set(days).size === days.length) {
    return days;
  }
  problems.addAt(path, days, `a list of different days, from ${weekdays.join(", ")}`, "write the days in full and in English");
  return [];
}

function readTime(time: unknown, pattern: RegExp, example: string, path: string, problems: Problems): string {
  if (typeof time === "string" && pattern.test(time) && (pattern === timeOfDay || isDate(time))) {
    return time;
  }
  problems.addAt(path, time, `a time like ${example}`, "write it like this, in quotes, with no zone; a weekly schedule has days too");
  return "";
}

/** Whether a date is in the calendar: 30 February would be read as 2 March. */
function isDate(time: string): boolean {
  const date = new Date(`${time}Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(time);
}

function checkStretch(start: string, end: string, path: string, problems: Problems): void {
  const days = (Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / 86_400_000;
  if (days <= 0 || days > maximumDaysOfFixedDate) {
    problems.addAt(`${path}.end`, end, `after the start (${start}), at most ${maximumDaysOfFixedDate} days`, "correct one of the two");
  }
}

function checkTogether(weekly: readonly WeeklySchedule[], dated: readonly DatedSchedule[], problems: Problems): void {
  const names = [...weekly, ...dated].map(({ name }) => name);
  if (new Set(names).size < names.length) {
    problems.add("schedules", names, "schedules with different names", "rename one of those with the same name");
  }
  if (profileCount({ weekly, dated }) > maximumProfiles) {
    const given = `${weekly.length} weekly and ${dated.length} others`;
    problems.add(
      "schedules",
      given,
      `at most ${maximumProfiles} profiles, one for usual, two for each weekly schedule, one for each other`,
      "have fewer",
    );
  }
  weekly.forEach((one, index) => {
    for (const other of weekly.slice(index + 1).filter((candidate) => overlap(one, candidate))) {
      problems.add(
        "schedules",
        [one.name, other.name],
        "weekly schedules that neither overlap nor meet",
        "leave a minute or more between the end of one and the start of the other",
      );
    }
  });
}

/** Azure has Windows' names of time zones. */
function checkTimeZone({ scheduleTimeZone }: Values, problems: Problems): void {
  if (!isTimeZone(scheduleTimeZone)) {
    const windowsName = windowsTimeZone(scheduleTimeZone);
    problems.add(
      "scheduleTimeZone",
      scheduleTimeZone,
      "the Windows name of a time zone, such as UTC or W. Europe Standard Time",
      windowsName === undefined
        ? "see learn.microsoft.com/windows-hardware/manufacture/desktop/default-time-zones"
        : `write ${windowsName}`,
    );
  }
}
