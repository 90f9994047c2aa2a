import type { MetricGrain } from "../../../store/metrics/metric-grain";
import type { DimensionFilter, MetricCriterion, TimeAggregation } from "./model";

/** The values of a metric's dimensions, by name. */
export type Dimensions = Readonly<Record<string, string>>;

/** One time series of an alert, with the value that each of its criteria has in the window; undefined where there is no data. */
export interface EvaluatedSeries {
  /** What the series is split by; empty where the alert does not split. */
  readonly dimensions: Dimensions;
  readonly values: readonly (number | undefined)[];
}

/** The measured minutes of one criterion in the window, with the dimensions of the part that each is about. */
export type CriterionGrains = readonly (MetricGrain & { readonly dimensions: Dimensions })[];

/**
 * Splits an alert into its time series. Only an alert with a single criterion is split, into one for each combination of the values of the
 * dimensions that it chooses from; with several criteria Azure takes one value for each dimension.
 *
 * @param grains The minutes in the window, for each criterion in order.
 */
export function seriesOf(criteria: readonly MetricCriterion[], grains: readonly CriterionGrains[]): EvaluatedSeries[] {
  const chosen = criteria.map(({ dimensions }, index) =>
    grains[index].filter((grain) => dimensions.every((filter) => isChosen(filter, grain.dimensions))),
  );
  const [only] = criteria;
  if (criteria.length !== 1 || only.dimensions.length === 0) {
    return [{ dimensions: {}, values: criteria.map(({ timeAggregation }, index) => aggregate(chosen[index], timeAggregation)) }];
  }
  const groups = new Map<string, { dimensions: Dimensions; grains: MetricGrain[] }>();
  for (const grain of chosen[0]) {
    const dimensions = Object.fromEntries(only.dimensions.map(({ name }) => [name, valueOf(grain.dimensions, name) ?? ""]));
    const group = groups.get(JSON.stringify(dimensions)) ?? { dimensions, grains: [] };
    group.grains.push(grain);
    groups.set(JSON.stringify(dimensions), group);
  }
  return [...groups.values()].map((group) => ({
    dimensions: group.dimensions,
    values: [aggregate(group.grains, only.timeAggregation)],
  }));
}

/** Combines minutes, weighing each by the values that it has; undefined without any. */
export function aggregate(grains: readonly MetricGrain[], aggregation: TimeAggregation): number | undefined {
  if (grains.length === 0) {
    return undefined;
  }
  const total = grains.reduce((sum, grain) => sum + grain.total, 0);
  const count = grains.reduce((sum, grain) => sum + grain.count, 0);
  switch (aggregation) {
    case "Average":
      return total / count;
    case "Count":
      return count;
    case "Minimum":
      return Math.min(...grains.map(({ minimum }) => minimum));
    case "Maximum":
      return Math.max(...grains.map(({ maximum }) => maximum));
    case "Total":
      return total;
  }
}

function isChosen({ name, excludes, values }: DimensionFilter, dimensions: Dimensions): boolean {
  const value = valueOf(dimensions, name)?.toLowerCase();
  const isListed = value !== undefined && values.some((one) => one === "*" || one.toLowerCase() === value);
  return value !== undefined && isListed !== excludes;
}

function valueOf(dimensions: Dimensions, name: string): string | undefined {
  return Object.entries(dimensions).find(([known]) => known.toLowerCase() === name.toLowerCase())?.[1];
}
