export const timeAggregations = ["Average", "Count", "Minimum", "Maximum", "Total"] as const;

/** How the minutes of a window become one value. */
export type TimeAggregation = (typeof timeAggregations)[number];

export const operators = ["Equals", "GreaterThan", "GreaterThanOrEqual", "LessThan", "LessThanOrEqual"] as const;

export type Operator = (typeof operators)[number];

/** A choice among the values of one of a metric's dimensions. */
export interface DimensionFilter {
  readonly name: string;
  /** True for Azure's operator `Exclude`, false for `Include`. */
  readonly excludes: boolean;
  /** `*` stands for all values, also those to come. */
  readonly values: readonly string[];
}

/** One static threshold of an alert. */
export interface MetricCriterion {
  readonly name: string;
  readonly metricName: string;
  readonly metricNamespace?: string;
  readonly operator: Operator;
  readonly threshold: number;
  readonly timeAggregation: TimeAggregation;
  readonly dimensions: readonly DimensionFilter[];
}

/** Azure's metric alert rule, as far as its evaluation needs it. */
export interface MetricAlertRule {
  readonly windowSeconds: number;
  /** Time between two evaluations, in seconds. */
  readonly frequencySeconds: number;
  /** Whether a fired alert is resolved of its own accord, and not fired again before; true by default. */
  readonly autoMitigate: boolean;
  /** All of them have to be met. */
  readonly criteria: readonly MetricCriterion[];
}

/** What is remembered of one time series of an alert from one evaluation to the next. */
export interface AlertState {
  /** When it fired, in region milliseconds; absent while it is not fired. */
  readonly firedAt?: number;
  /** Evaluations in a row that did not meet the condition, since it fired. */
  readonly unmetChecks: number;
}

export const newAlertState: AlertState = { unmetChecks: 0 };
