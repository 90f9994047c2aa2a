import { type MetricGrain, minute } from "../../../store/metrics/metric-grain";
import type { MetricTrigger } from "./setting";

/** What was measured in one time grain, over all parts. */
interface Sample {
  total: number;
  count: number;
  minimum: number;
  maximum: number;
}

/** How the values of all instances become one sample. */
const statistics: Record<MetricTrigger["statistic"], (sample: Sample) => number> = {
  Average: ({ total, count }) => total / count,
  Min: ({ minimum }) => minimum,
  Max: ({ maximum }) => maximum,
  Sum: ({ total }) => total,
  Count: ({ count }) => count,
};

/** How samples, the newest first, become the value that is compared with the threshold. */
const aggregations: Record<MetricTrigger["timeAggregation"], (samples: readonly number[]) => number> = {
  Average: (samples) => sum(samples) / samples.length,
  Minimum: (samples) => Math.min(...samples),
  Maximum: (samples) => Math.max(...samples),
  Total: sum,
  Count: (samples) => samples.length,
  Last: ([newest]) => newest,
};

/**
 * The value of a metric that a rule goes by: `statistic` over all instances in each time grain, then `timeAggregation` over the time
 * window, which ends with the last whole minute.
 *
 * @param grains The metric, at least as far back as the window; in any order.
 * @param instances What `dividePerInstance` divides by.
 * @returns undefined if nothing was measured in the window.
 */
export function metricValue(trigger: MetricTrigger, grains: readonly MetricGrain[], now: number, instances: number): number | undefined {
  const grainLength = trigger.timeGrainSeconds * 1000;
  const windowLength = Math.max(trigger.timeWindowSeconds * 1000, grainLength);
  const end = Math.floor(now / minute) * minute;
  const samples: (Sample | undefined)[] = [];
  for (const grain of grains) {
    if (grain.count > 0 && grain.time >= end - windowLength && grain.time + minute <= end) {
      const index = Math.floor((end - minute - grain.time) / grainLength);
      samples[index] = withGrain(samples[index], grain);
    }
  }
  const statistic = statistics[trigger.statistic];
  const values: number[] = [];
  for (const sample of samples) {
    if (sample !== undefined) {
      values.push(statistic(sample));
    }
  }
  if (values.length === 0) {
    return undefined;
  }
  const value = aggregations[trigger.timeAggregation](values);
  return trigger.dividePerInstance ? value / Math.max(instances, 1) : value;
}

function withGrain(sample: Sample | undefined, { total, count, minimum, maximum }: MetricGrain): Sample {
  if (sample === undefined) {
    return { total, count, minimum, maximum };
  }
  sample.total += total;
  sample.count += count;
  sample.minimum = Math.min(sample.minimum, minimum);
  sample.maximum = Math.max(sample.maximum, maximum);
  return sample;
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) {
    total += value;
  }
  return total;
}
