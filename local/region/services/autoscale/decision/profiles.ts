import { type AutoscaleProfile, type AutoscaleSetting, type FixedDate, type WeeklyRecurrence } from "./setting";
import { weekdays } from "../../../../../azure/facts/autoscale-limits";
import { parseMoment } from "../../../../../azure/facts/moment";
import { momentOf, wallClock } from "./time-zones";

/** The names that Azure's AutoscaleEvaluations log has for the ways in which a profile can come to hold. */
export type ProfileEvaluation = "FixedDateProfileEvaluation" | "RecurrentProfileEvaluation" | "DefaultProfileEvaluation";

const day = 24 * 60 * 60_000;
const week = 7 * day;
/** The first Sunday of the clock that JavaScript counts by. */
const firstSunday = 3 * day;

/** The profile that holds at a moment, in milliseconds; undefined where none does, as with nothing but fixed dates. */
export function profileAt({ profiles }: AutoscaleSetting, now: number): AutoscaleProfile | undefined {
  return (
    profiles.find(({ fixedDate }) => fixedDate !== undefined && holds(fixedDate, now)) ??
    lastBegun(profiles, now) ??
    profiles.find(({ fixedDate, recurrence }) => fixedDate === undefined && recurrence === undefined)
  );
}

export function evaluationOf({ fixedDate, recurrence }: AutoscaleProfile): ProfileEvaluation {
  if (fixedDate !== undefined) {
    return "FixedDateProfileEvaluation";
  }
  return recurrence === undefined ? "DefaultProfileEvaluation" : "RecurrentProfileEvaluation";
}

function holds({ start, end, timeZone }: FixedDate, now: number): boolean {
  return now >= readMoment(start, timeZone) && now < readMoment(end, timeZone);
}

/** The moment of a date and time: on the clocks of the time zone, unless the text has an offset of its own. */
function readMoment(text: string, timeZone: string): number {
  const { milliseconds, hasOffset } = parseMoment(text) ?? { milliseconds: NaN, hasOffset: true };
  return hasOffset ? milliseconds : momentOf(timeZone, milliseconds);
}

/** The recurring profile that began last: each of them holds until another begins. */
function lastBegun(profiles: readonly AutoscaleProfile[], now: number): AutoscaleProfile | undefined {
  let last: { profile: AutoscaleProfile; beganAt: number } | undefined;
  for (const profile of profiles) {
    const beganAt = profile.recurrence && lastBeginning(profile.recurrence, now);
    if (beganAt !== undefined && beganAt > (last?.beganAt ?? -Infinity)) {
      last = { profile, beganAt };
    }
  }
  return last?.profile;
}

function lastBeginning({ days, hours, minutes, timeZone }: WeeklyRecurrence, now: number): number {
  const wall = wallClock(timeZone, now);
  const sinceSunday = modulo(wall - firstSunday, week);
  let shortest = Infinity;
  for (const name of days) {
    for (const hour of hours) {
      for (const minute of minutes) {
        const beginning = weekdays.indexOf(name) * day + (hour * 60 + minute) * 60_000;
        shortest = Math.min(shortest, modulo(sinceSunday - beginning, week));
      }
    }
  }
  return shortest === Infinity ? -Infinity : momentOf(timeZone, wall - shortest);
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
