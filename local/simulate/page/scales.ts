/** From the values of a simulation to places in its picture. */

/** The part of the picture in which a panel draws. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Columns that a picture has at most; a longer simulation has several minutes in each. */
const mostColumns = 1440;

/** How minutes become columns. */
export interface Columns {
  readonly minutes: number;
  readonly minutesEach: number;
  readonly count: number;
}

export function columnsOf(minutes: number): Columns {
  const minutesEach = Math.ceil(minutes / mostColumns);
  return { minutes, minutesEach, count: Math.ceil(minutes / minutesEach) };
}

/** The highest value in each column, so that no peak is lost. */
export function highestIn(columns: Columns, at: (minute: number) => number): number[] {
  return Array.from({ length: columns.count }, (_, column) => {
    let highest = -Infinity;
    const end = Math.min((column + 1) * columns.minutesEach, columns.minutes);
    for (let minute = column * columns.minutesEach; minute < end; minute++) {
      highest = Math.max(highest, at(minute));
    }
    return highest;
  });
}

export function placeOfMinute({ left, right }: Frame, minute: number, minutes: number): number {
  return left + ((right - left) * minute) / minutes;
}

export function placeOfValue({ top, bottom }: Frame, value: number, highest: number): number {
  return bottom - ((bottom - top) * value) / highest;
}

/** Round values from 0 on, three to six of them; the last one is not below the highest value. */
export function roundTicks(highest: number): number[] {
  const rough = Math.max(highest, 1e-9) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? rough;
  return Array.from({ length: Math.ceil(highest / step - 1e-9) + 1 }, (_, index) => index * step);
}

/** Whole numbers from 0 on, six of them at most; the last one is not below the highest value. */
export function wholeTicks(highest: number): number[] {
  const step = Math.max(1, Math.ceil(highest / 4));
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, index) => index * step);
}

const timeSteps = [5, 10, 15, 30, 60, 120, 180, 360, 720, 1440];

/** Minutes at which the time is written, ten at most. */
export function timeTicks(minutes: number): number[] {
  const rough = minutes / 10;
  const step = timeSteps.find((candidate) => candidate >= rough) ?? 1440 * Math.ceil(rough / 1440);
  return Array.from({ length: Math.floor(minutes / step) + 1 }, (_, index) => index * step);
}
