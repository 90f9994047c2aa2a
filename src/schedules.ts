import { type Weekday, weekdays } from "../azure/facts/autoscale-limits";

/** Times at which autoscale keeps to other instance counts than usual. */

/** How few and how many instances autoscale may hold. */
export interface Capacity {
  readonly minimum: number;
  /** Instances when there are no metrics to go by. */
  readonly default: number;
  readonly maximum: number;
}

/** The same hours on some days of each week. */
export interface WeeklySchedule {
  readonly name: string;
  readonly capacity: Capacity;
  readonly days: readonly Weekday[];
  /** Time of day, such as 08:00. */
  readonly start: string;
  /** Time of day; one that is not after the start is on the next day. */
  readonly end: string;
}

/** One stretch of time, once. */
export interface DatedSchedule {
  readonly name: string;
  readonly capacity: Capacity;
  /** Date and time, such as 2027-12-24T08:00. */
  readonly start: string;
  readonly end: string;
}

export interface Schedules {
  readonly weekly: readonly WeeklySchedule[];
  readonly dated: readonly DatedSchedule[];
  /** Time zone of all of them, by its Windows name. */
  readonly timeZone: string;
}

/** Whether a capacity leaves nothing to scale. */
export function isFixed({ minimum, maximum }: Capacity): boolean {
  return minimum === maximum;
}

/** The most instances of all capacities that can come to hold. */
export function highestMaximum(usual: Capacity, { weekly, dated }: Schedules): number {
  return Math.max(usual.maximum, ...[...weekly, ...dated].map(({ capacity }) => capacity.maximum));
}

/** The hour and the minute of a time of day. */
export function clockTime(time: string): { hour: number; minute: number } {
  const [hour, minute] = time.split(":").map(Number);
  return { hour, minute };
}

/** The days on which a weekly schedule ends. */
export function endDays({ days, start, end }: WeeklySchedule): Weekday[] {
  return end > start ? [...days] : days.map((day) => weekdays[(weekdays.indexOf(day) + 1) % weekdays.length]);
}

const minutesInDay = 24 * 60;
const minutesInWeek = 7 * minutesInDay;

interface Stretch {
  /** Minutes since Monday 00:00. */
  readonly start: number;
  readonly length: number;
}

function stretches({ days, start, end }: WeeklySchedule): Stretch[] {
  const from = clockTime(start);
  const to = clockTime(end);
  const startOfDay = from.hour * 60 + from.minute;
  const length = (to.hour * 60 + to.minute - startOfDay + minutesInDay) % minutesInDay || minutesInDay;
  return days.map((day) => ({ start: weekdays.indexOf(day) * minutesInDay + startOfDay, length }));
}

/**
 * Whether two weekly schedules hold at the same time, or one begins in the minute in which the other ends. Azure has no end of a weekly
 * profile, only the start of the next (learn.microsoft.com/azure/azure-monitor/autoscale/autoscale-multiprofile), so two that begin
 * together would leave open which one holds.
 */
export function overlap(one: WeeklySchedule, other: WeeklySchedule): boolean {
  return stretches(one).some((a) =>
    stretches(other).some((b) => {
      const fromAToB = (b.start - a.start + minutesInWeek) % minutesInWeek;
      const fromBToA = (a.start - b.start + minutesInWeek) % minutesInWeek;
      return fromAToB <= a.length || fromBToA <= b.length;
    }),
  );
}
