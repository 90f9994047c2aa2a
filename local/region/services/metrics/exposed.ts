import { type MetricGrain, minute } from "../../store/metrics/metric-grain";
import { type Metric, metrics } from "./catalogue";
import type { Family } from "./exposition";
import type { Series } from "../../store/metrics/metric-hour";
import type { MetricStore } from "../../store/metrics/metric-store";

/** After so long without a value a part is taken to be gone, as Prometheus does of its own accord. */
const staleAfter = 5 * minute;

/**
 * What Prometheus is told of the region: of each metric that Azure has, the last whole minute of region time, in the metric's own
 * aggregation. A total is that of one minute, and so a gauge, as Azure's own numbers are.
 *
 * @param now Region milliseconds.
 * @param zoneOf The availability zone of an instance; undefined where it has none or is gone.
 */
export function exposedFamilies(store: MetricStore, now: number, zoneOf: (instance: string) => string | undefined): Family[] {
  const until = Math.floor(now / minute) * minute;
  const from = until - staleAfter;
  const present = store.metrics(from, until);
  return metrics.flatMap((metric) => {
    const ofMetric = present.filter((one) => one.metric.toLowerCase() === metric.name.toLowerCase());
    const samples = ofMetric.flatMap((series) =>
      samplesOf(metric, series, store.grains(series.resourceId, series.metric, from, until), zoneOf),
    );
    const help = `Azure Monitor's "${metric.name}": ${metric.meaning}; ${metric.aggregation.toLowerCase()} of the last whole minute of region time.`;
    return samples.length === 0 ? [] : [{ name: metric.exposedAs, help, type: "gauge", samples } as const];
  });
}

function samplesOf(
  metric: Metric,
  { resourceId }: Omit<Series, "part">,
  grains: readonly MetricGrain[],
  zoneOf: (instance: string) => string | undefined,
): Family["samples"] {
  const newest = new Map(grains.map((grain) => [grain.part, grain]));
  return [...newest.values()].map((grain) => {
    const zone = metric.part === "instance" ? zoneOf(grain.part) : undefined;
    return {
      labels: {
        resource: resourceId.slice(resourceId.lastIndexOf("/") + 1),
        ...(metric.part && { [metric.part]: grain.part }),
        ...(zone !== undefined && { zone }),
      },
      value: metric.aggregation === "Total" ? grain.total : grain.average,
    };
  });
}
