import type { MetricGrain } from "./metric-grain";
import { hour, MetricHour, metricKey, type Series } from "./metric-hour";

/**
 * So many hours are kept: a day, and the hour that is under way. It is the longest window that an alert (P1D) or an autoscale rule (PT12H)
 * looks at; Azure keeps platform metrics for 93 days (https://learn.microsoft.com/azure/azure-monitor/metrics/data-platform-metrics).
 */
const hoursKept = 25;

/**
 * The region's metrics, in one-minute grains of region time, for each resource, metric and part of the resource.
 *
 * What it takes grows with the series of a day and stays there: a series takes 1,920 bytes for each hour in which it has values. With
 * the metrics of `catalogue.ts` that is some 2 MB for a scale set of 3 instances behind a load balancer, and 17 MB for one of 30 (measured).
 */
export class MetricStore {
  private readonly hours = new Map<number, MetricHour>();
  private readonly changed = new Set<number>();

  /** @param hours What an earlier store kept. */
  constructor(hours: readonly MetricHour[] = []) {
    hours.forEach((kept) => this.hours.set(kept.start, kept));
  }

  /**
   * Adds a value to the minute that a moment is in.
   * @param part What of the resource it is about; empty for the resource as a whole.
   * @param time Region milliseconds. What is older than a day before the newest value is not kept.
   */
  record(resourceId: string, metric: string, part: string, value: number, time: number): void {
    const start = Math.floor(time / hour) * hour;
    if (start <= this.newestHour - hoursKept * hour) {
      return;
    }
    let kept = this.hours.get(start);
    if (!kept) {
      kept = new MetricHour(start);
      this.hours.set(start, kept);
      this.dropOldHours();
    }
    kept.record({ resourceId, metric, part }, value, time);
    this.changed.add(start);
  }

  /** The grains of a metric that begin in the time from `from` up to, but not at, `to`, oldest first; a part without values has none. */
  grains(resourceId: string, metric: string, from: number, to: number): MetricGrain[] {
    return this.hoursBetween(from, to)
      .flatMap((kept) => kept.grains({ resourceId, metric }, from, to))
      .sort((one, other) => one.time - other.time);
  }

  /** Every resource's metrics that have values in the time from `from` up to, but not at, `to`; those of parts are one metric. */
  metrics(from: number, to: number): Omit<Series, "part">[] {
    const found = this.hoursBetween(from, to).flatMap((kept) => kept.series());
    return [...new Map(found.map(({ resourceId, metric }) => [metricKey({ resourceId, metric }), { resourceId, metric }])).values()];
  }

  /** When the hours begin that are kept. */
  get starts(): number[] {
    return [...this.hours.keys()];
  }

  /** The hours that were recorded to and are in no file yet. */
  changes(): MetricHour[] {
    return [...this.changed].flatMap((start) => this.hours.get(start) ?? []);
  }

  /** To be told when an hour is in a file as it is now. */
  isWritten(start: number): void {
    this.changed.delete(start);
  }

  private get newestHour(): number {
    return Math.max(-Infinity, ...this.hours.keys());
  }

  private hoursBetween(from: number, to: number): MetricHour[] {
    return [...this.hours.values()].filter(({ start }) => start < to && start + hour > from).sort((one, other) => one.start - other.start);
  }

  private dropOldHours(): void {
    const oldest = this.newestHour - (hoursKept - 1) * hour;
    [...this.hours.keys()].filter((start) => start < oldest).forEach((start) => this.hours.delete(start));
  }
}
