import type { SimulatedMinute } from "./simulation";

/** What a simulation came to, in the figures that settings are compared by. */
export interface Outcome {
  readonly minutes: number;
  /** The CPU, in percent, that settings are compared at. */
  readonly thresholdPercent: number;
  /** Minutes in which the average CPU was above it. */
  readonly minutesOverThreshold: number;
  /** The longest such time without a break, in minutes. */
  readonly longestOverThreshold: number;
  /** Minutes in which more was asked for than could be served. */
  readonly minutesOverCapacity: number;
  /** Minutes in which an instance was held back for want of CPU credits. */
  readonly minutesThrottled: number;
  /** The first of them; undefined where there is none. */
  readonly firstThrottled: number | undefined;
  readonly instanceHours: number;
  readonly mostInstances: number;
  readonly scaleOuts: number;
  readonly scaleIns: number;
}

/** Counts while a simulation runs, in the same memory however long it is. */
export class Tally {
  private minutes = 0;
  private over = 0;
  private overInARow = 0;
  private longest = 0;
  private overCapacity = 0;
  private throttled = 0;
  private firstThrottled: number | undefined;
  private instanceMinutes = 0;
  private most = 0;
  private outs = 0;
  private ins = 0;

  /** @param thresholdPercent The CPU, in percent, that settings are compared at. */
  constructor(private readonly thresholdPercent: number) {}

  add({ minute, cpuPercent, instances, instancesAfter, isOverCapacity, throttled }: SimulatedMinute): void {
    const isOver = cpuPercent > this.thresholdPercent;
    this.minutes++;
    this.over += isOver ? 1 : 0;
    this.overInARow = isOver ? this.overInARow + 1 : 0;
    this.longest = Math.max(this.longest, this.overInARow);
    this.overCapacity += isOverCapacity ? 1 : 0;
    if (throttled > 0) {
      this.throttled++;
      this.firstThrottled ??= minute;
    }
    this.instanceMinutes += instances;
    this.most = Math.max(this.most, instances);
    this.outs += instancesAfter > instances ? 1 : 0;
    this.ins += instancesAfter < instances ? 1 : 0;
  }

  outcome(): Outcome {
    return {
      minutes: this.minutes,
      thresholdPercent: this.thresholdPercent,
      minutesOverThreshold: this.over,
      longestOverThreshold: this.longest,
      minutesOverCapacity: this.overCapacity,
      minutesThrottled: this.throttled,
      firstThrottled: this.firstThrottled,
      instanceHours: this.instanceMinutes / 60,
      mostInstances: this.most,
      scaleOuts: this.outs,
      scaleIns: this.ins,
    };
  }
}
