/** A minute, the shortest time over which Azure keeps its platform metrics, in milliseconds. */
export const minute = 60_000;

/**
 * What was measured of one metric in one minute of region time, as Azure Monitor keeps it: not the values, but their aggregates
 * (learn.microsoft.com/azure/azure-monitor/metrics/metrics-aggregation-explained).
 */
export interface MetricGrain {
  /** When the minute began, in region milliseconds; a multiple of a minute. */
  readonly time: number;
  /** What of the resource it is about, such as an instance's name; empty for the resource as a whole. */
  readonly part: string;
  readonly average: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly total: number;
  /** How many values were measured. */
  readonly count: number;
}

/** A value of one of a resource's metrics. */
export interface Measured {
  /** Azure Monitor's name of the metric. */
  readonly metric: string;
  /** What of the resource it is about; empty for the resource as a whole. */
  readonly part: string;
  readonly value: number;
}

/** How much a counter grew. One that shows less than before began anew, with its machine or its process, and grew by what it shows. */
export function increase(before: number, now: number): number {
  return now >= before ? now - before : now;
}
