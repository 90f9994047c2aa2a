import { type MetricGrain, minute } from "./metric-grain";

/** An hour of region time, in milliseconds. */
export const hour = 60 * minute;

const minutesInHour = 60;

/** The minutes of one series in one hour: room for all sixty from the start, 1,920 bytes in one piece. */
class Minutes {
  private readonly values = new Float64Array(4 * minutesInHour);

  add(index: number, minimum: number, maximum: number, total: number, count: number): void {
    const before = this.at(index);
    const values = [
      before ? Math.min(before.minimum, minimum) : minimum,
      before ? Math.max(before.maximum, maximum) : maximum,
      before ? before.total + total : total,
      before ? before.count + count : count,
    ];
    this.values.set(values, 4 * index);
  }

  at(index: number): Omit<MetricGrain, "time" | "part"> | undefined {
    const { values } = this;
    const first = 4 * index;
    const [total, count] = [values[first + 2], values[first + 3]];
    return count === 0 ? undefined : { average: total / count, minimum: values[first], maximum: values[first + 1], total, count };
  }

  /** Those that have values, as a file holds them. */
  stored(): StoredMinute[] {
    const { values } = this;
    const stored: StoredMinute[] = [];
    for (let index = 0; index < minutesInHour; index++) {
      const first = 4 * index;
      if (values[first + 3] > 0) {
        stored.push([index, values[first], values[first + 1], values[first + 2], values[first + 3]]);
      }
    }
    return stored;
  }
}

/** A series as it is named by whoever records it. */
export interface Series {
  readonly resourceId: string;
  /** Azure Monitor's name of the metric. */
  readonly metric: string;
  readonly part: string;
}

/** An hour as a file holds it. A minute that has no values is left out. */
export interface StoredHour {
  readonly start: number;
  readonly series: readonly (Series & {
    readonly minutes: readonly StoredMinute[];
  })[];
}

type StoredMinute = readonly [index: number, minimum: number, maximum: number, total: number, count: number];

/** What an hour keeps of one series. */
interface Kept {
  readonly series: Series;
  readonly minutes: Minutes;
}

/** All series of one hour of region time. */
export class MetricHour {
  /** By resource and metric, then by part. */
  private readonly byMetric = new Map<string, Map<string, Kept>>();

  /** @param start When the hour begins, in region milliseconds; a multiple of an hour. */
  constructor(readonly start: number) {}

  static restore({ start, series }: StoredHour): MetricHour {
    const restored = new MetricHour(start);
    for (const { minutes, ...one } of series) {
      const kept = restored.minutesOf(one);
      minutes.forEach((values) => kept.add(...values));
    }
    return restored;
  }

  record(series: Series, value: number, time: number): void {
    this.minutesOf(series).add(this.indexOf(time), value, value, value, 1);
  }

  series(): Series[] {
    return this.all().map(({ series }) => series);
  }

  /** The grains of all parts that begin in the time from `from` up to, but not at, `to`, part by part. */
  grains({ resourceId, metric }: Omit<Series, "part">, from: number, to: number): MetricGrain[] {
    const kept = this.byMetric.get(metricKey({ resourceId, metric }))?.values() ?? [];
    return [...kept].flatMap((one) => this.grainsOf(one, from, to));
  }

  stored(): StoredHour {
    const everything = this.all().map(({ series, minutes }) => ({ ...series, minutes: minutes.stored() }));
    return { start: this.start, series: everything };
  }

  private all(): Kept[] {
    return [...this.byMetric.values()].flatMap((parts) => [...parts.values()]);
  }

  private grainsOf({ series, minutes }: Kept, from: number, to: number): MetricGrain[] {
    const first = Math.max(0, Math.ceil((from - this.start) / minute));
    const after = Math.min(minutesInHour, Math.ceil((to - this.start) / minute));
    const grains: MetricGrain[] = [];
    for (let index = first; index < after; index++) {
      const values = minutes.at(index);
      if (values) {
        grains.push({ time: this.start + index * minute, part: series.part, ...values });
      }
    }
    return grains;
  }

  private indexOf(time: number): number {
    return Math.floor((time - this.start) / minute);
  }

  private minutesOf(series: Series): Minutes {
    const key = metricKey(series);
    const parts = this.byMetric.get(key) ?? new Map<string, Kept>();
    this.byMetric.set(key, parts);
    const kept = parts.get(series.part) ?? { series, minutes: new Minutes() };
    parts.set(series.part, kept);
    return kept.minutes;
  }
}

/** Azure tells neither ids nor names of metrics apart by case. */
export function metricKey({ resourceId, metric }: Omit<Series, "part">): string {
  return `${resourceId}\n${metric}`.toLowerCase();
}
