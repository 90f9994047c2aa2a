import type { Recording } from "./record";
import { decimal, lengthOfMinutes } from "./words";

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
    figure("scale-outs, scale-ins", ({ outcome }) => `${outcome.scaleOuts}, ${outcome.scaleIns}`),
    figure("most instances", ({ outcome }) => String(outcome.mostInstances)),
    figure("instance hours", ({ outcome }) => decimal(outcome.instanceHours)),
    ...(price === undefined
      ? []
      : [figure(`cost, at ${price} an instance hour`, ({ outcome }) => decimal(outcome.instanceHours * price, 2))]),
  ];
}
