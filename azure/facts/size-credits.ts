import { nameOf } from "./size-series";

/**
 * CPU credits of a burstable size. Below its baseline an instance banks credits, above it spends them, and without any it gets no more
 * processor time than the baseline (https://learn.microsoft.com/azure/virtual-machines/b-series-cpu-credit-model/b-series-cpu-credit-model).
 */
export interface CpuCredits {
  /** CPU, in percent of all vCPUs, at which credits stay as they are. */
  readonly baselinePercent: number;
  /** Credits of a new instance. */
  readonly initial: number;
  /** Credits that an idle instance banks in an hour. */
  readonly bankedPerHour: number;
  readonly maximum: number;
}

/** From https://learn.microsoft.com/azure/virtual-machines/sizes/general-purpose/bv1-series (March 2026). */
const bv1: Readonly<Record<string, CpuCredits>> = {
  b1ls: { baselinePercent: 5, initial: 30, bankedPerHour: 3, maximum: 72 },
  b1s: { baselinePercent: 10, initial: 30, bankedPerHour: 6, maximum: 144 },
  b1ms: { baselinePercent: 20, initial: 30, bankedPerHour: 12, maximum: 288 },
  b2s: { baselinePercent: 20, initial: 60, bankedPerHour: 24, maximum: 576 },
  b2ms: { baselinePercent: 30, initial: 60, bankedPerHour: 36, maximum: 864 },
  b4ms: { baselinePercent: 22.5, initial: 120, bankedPerHour: 54, maximum: 1296 },
  b8ms: { baselinePercent: 17, initial: 240, bankedPerHour: 81, maximum: 1994 },
  b12ms: { baselinePercent: 17, initial: 360, bankedPerHour: 121, maximum: 2908 },
  b16ms: { baselinePercent: 17, initial: 480, bankedPerHour: 162, maximum: 3888 },
  b20ms: { baselinePercent: 17, initial: 600, bankedPerHour: 202, maximum: 4867 },
};

/** The baseline of the second generation, by the letter for its memory: least, low, or none for the usual. */
const baselinesOfV2: Readonly<Record<string, number>> = { t: 20, l: 30, "": 40 };

/**
 * The credits of a size such as `Standard_B1s`; undefined for one that does not burst, or is not known.
 *
 * For Bsv2, Basv2 and Bpsv2 they follow from vCPUs and baseline, as the tables of bsv2-series, basv2-series and bpsv2-series beside the first
 * have them: 30 at first for each vCPU, an hour's share of the baseline in minutes, and a day's at most.
 */
export function cpuCreditsOf(size: string): CpuCredits | undefined {
  const name = nameOf(size).toLowerCase();
  const [, vCpus, memory] = /^b(\d+)[ap]?([tl]?)s_v2$/.exec(name) ?? [];
  if (vCpus === undefined) {
    const known = name.replace(/^b1ls2$/, "b1ls");
    return Object.hasOwn(bv1, known) ? bv1[known] : undefined;
  }
  const baselinePercent = baselinesOfV2[memory];
  const bankedPerHour = (Number(vCpus) * 60 * baselinePercent) / 100;
  return { baselinePercent, initial: 30 * Number(vCpus), bankedPerHour, maximum: 24 * bankedPerHour };
}
