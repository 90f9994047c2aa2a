import type { Recording } from "./record";

/** One line of the comparison: a figure of each simulation. */
export interface Figure {
  readonly name: string;
  readonly values: readonly string[];
}

/** The comparison of simulations. @param price What an instance costs an hour. */
export function figuresOf(recordings: readonly Recording[], price: number | undefined): Figure[] {
  const figure = (name: string, value: (recording: Recording) => string) => ({ name, values: recordings.map(value) });
  return [
    figure("scales out above, in below", ({ declared }) => `${declared.scaleOutCpuPercent} %, ${declared.scaleInCpuPercent} %`),
    figure(`time over ${recordings[0].outcome.thresholdPercent} % CPU`, ({ outcome }) => lengthOfMinutes(outcome.minutesOverThreshold)),
    figure("longest such time", ({ outcome }) => lengthOfMinutes(outcome.longestOverThreshold)),
    figure("time over capacity", ({ outcome }) => lengthOfMinutes(outcome.minutesOverCapacity)),
    ...(recordings.some(({ declared }) => declared.credits) ? [figure("time without CPU credits", timeWithoutCredits)] : []),
    figure("scale-outs, scale-ins", ({ outcome }) => `${outcome.scaleOuts}, ${outcome.scaleIns}`),
    figure("most instances", ({ outcome }) => String(outcome.mostInstances)),
    figure("instance hours", ({ outcome }) => decimal(outcome.instanceHours)),
    ...(price === undefined
      ? []
      : [figure(`cost, at ${price} an instance hour`, ({ outcome }) => decimal(outcome.instanceHours * price, 2))]),
  ];
}

/** How long an instance was held back for want of credits, and from when on. */
function timeWithoutCredits({ declared, outcome }: Recording): string {
  if (declared.credits === undefined) {
    return "has none";
  }
  const { minutesThrottled, firstThrottled, minutes } = outcome;
  return firstThrottled === undefined ? "never" : `${lengthOfMinutes(minutesThrottled)}, from ${clockOf(firstThrottled, minutes)}`;
}

/** A moment as the time of day, after the day where there is more than one: `07:05`, `day 2, 07:05`. */
export function clockOf(minute: number, minutes: number): string {
  const time = `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
  return minutes > 24 * 60 ? `day ${Math.floor(minute / 1440) + 1}, ${time}` : time;
}

/** A length of time, such as `45 min` or `3 h 05 min`. */
export function lengthOfMinutes(minutes: number): string {
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
}

function decimal(value: number, digits = 1): string {
  return value.toFixed(digits);
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
