import { type AlertState, type MetricAlertRule, type MetricCriterion, newAlertState, type Operator } from "./model";

/** What an evaluation of one time series came to. */
export interface AlertDecision {
  /** Whether somebody is to be told, and of what. */
  readonly outcome: "fired" | "resolved" | "unchanged";
  readonly reason: string;
  readonly state: AlertState;
}

/** After so many evaluations in a row that do not meet the condition a fired alert is resolved. */
const checksToResolve = 3;

const signs: Readonly<Record<Operator, string>> = {
  Equals: "=",
  GreaterThan: ">",
  GreaterThanOrEqual: "≥",
  LessThan: "<",
  LessThanOrEqual: "≤",
};

/**
 * Evaluates one time series of an alert.
 * @param values What each criterion's metric came to in the window; undefined where there is no data.
 * @param now Region milliseconds.
 */
export function evaluateAlert(
  { autoMitigate, criteria }: MetricAlertRule,
  values: readonly (number | undefined)[],
  state: AlertState,
  now: number,
): AlertDecision {
  const silent = criteria.find((_, index) => values[index] === undefined);
  if (silent) {
    return { outcome: "unchanged", reason: `there is no data of ${silent.metricName} in the window`, state };
  }
  const reason = criteria.map((criterion, index) => describe(criterion, values[index] ?? NaN)).join(" and ");
  if (criteria.every((criterion, index) => isMet(criterion, values[index] ?? NaN))) {
    const isNews = state.firedAt === undefined || !autoMitigate;
    return { outcome: isNews ? "fired" : "unchanged", reason, state: { firedAt: isNews ? now : state.firedAt, unmetChecks: 0 } };
  }
  if (state.firedAt === undefined || !autoMitigate) {
    return { outcome: "unchanged", reason, state };
  }
  const unmetChecks = state.unmetChecks + 1;
  return unmetChecks < checksToResolve
    ? { outcome: "unchanged", reason, state: { ...state, unmetChecks } }
    : { outcome: "resolved", reason: `${reason}, not met in ${checksToResolve} checks in a row`, state: newAlertState };
}

function isMet({ operator, threshold }: MetricCriterion, value: number): boolean {
  switch (operator) {
    case "Equals":
      return value === threshold;
    case "GreaterThan":
      return value > threshold;
    case "GreaterThanOrEqual":
      return value >= threshold;
    case "LessThan":
      return value < threshold;
    case "LessThanOrEqual":
      return value <= threshold;
  }
}

function describe({ timeAggregation, metricName, operator, threshold }: MetricCriterion, value: number): string {
  const shown = Math.round(value * 100) / 100;
  return `${timeAggregation} of ${metricName} is ${shown} (condition: ${signs[operator]} ${threshold})`;
}
