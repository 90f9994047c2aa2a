import { evaluateAlert } from "../../../../region/services/alerts/evaluation/evaluate";
import {
  type MetricAlertRule,
  type MetricCriterion,
  newAlertState,
  type Operator,
} from "../../../../region/services/alerts/evaluation/model";
import { minute } from "../../scale-set/instances";
import { proves } from "../../../support/proves";

const cpu: MetricCriterion = {
  name: "cpu",
  metricName: "Percentage CPU",
  operator: "GreaterThan",
  threshold: 80,
  timeAggregation: "Average",
  dimensions: [],
};
const rule: MetricAlertRule = { windowSeconds: 300, frequencySeconds: 60, autoMitigate: true, criteria: [cpu] };

/** Evaluates once a minute. @returns What each evaluation came to. */
function outcomes(values: readonly (number | undefined)[], alert = rule): string[] {
  let state = newAlertState;
  return values.map((value, index) => {
    const decision = evaluateAlert(alert, [value], state, index * minute);
    state = decision.state;
    return decision.outcome;
  });
}

describe("a metric alert", () => {
  it("An alert fires when all of its criteria are met", () => {
    proves("alert-all-criteria");
    const disk: MetricCriterion = { ...cpu, metricName: "Disk Read Bytes", timeAggregation: "Total", threshold: 100 };
    const both = { ...rule, criteria: [cpu, disk] };
    expect(evaluateAlert(both, [90, 100], newAlertState, 0).outcome).toBe("unchanged");
    expect(evaluateAlert(both, [90, 101.234], newAlertState, 5)).toEqual({
      outcome: "fired",
      reason: "Average of Percentage CPU is 90 (condition: > 80) and Total of Disk Read Bytes is 101.23 (condition: > 100)",
      state: { firedAt: 5, unmetChecks: 0 },
    });
  });

  it("An alert that has fired does not fire again before it is resolved", () => {
    proves("alert-fires-once");
    expect(outcomes([81, 99, 81])).toEqual(["fired", "unchanged", "unchanged"]);
    expect(outcomes([81, 0, 0, 0, 81])).toEqual(["fired", "unchanged", "unchanged", "resolved", "fired"]);
  });

  it("A fired alert is resolved when its condition is not met in three checks in a row", () => {
    proves("alert-resolved");
    expect(outcomes([81, 80, 80, 81, 80, 80, 80, 80])).toEqual(["fired", ...Array<string>(5).fill("unchanged"), "resolved", "unchanged"]);
  });

  it("With autoMitigate false an alert fires with every check that meets its condition, and is never resolved", () => {
    proves("alert-stateless");
    expect(outcomes([81, 81, 0, 0, 0, 81], { ...rule, autoMitigate: false })).toEqual([
      "fired",
      "fired",
      "unchanged",
      "unchanged",
      "unchanged",
      "fired",
    ]);
  });

  it("A check without data changes nothing", () => {
    proves("alert-no-data");
    expect(outcomes([undefined])).toEqual(["unchanged"]);
    expect(outcomes([81, 0, 0, undefined, 0])).toEqual(["fired", "unchanged", "unchanged", "unchanged", "resolved"]);
    expect(evaluateAlert(rule, [undefined], newAlertState, 0).reason).toBe("there is no data of Percentage CPU in the window");
  });

  it.each<[Operator, boolean[]]>([
    ["Equals", [false, true, false]],
    ["GreaterThan", [false, false, true]],
    ["GreaterThanOrEqual", [false, true, true]],
    ["LessThan", [true, false, false]],
    ["LessThanOrEqual", [true, true, false]],
  ])("compares by %s on both sides of the threshold and at it", (operator, expected) => {
    const alert = { ...rule, criteria: [{ ...cpu, operator }] };
    expect([79.9, 80, 80.1].map((value) => evaluateAlert(alert, [value], newAlertState, 0).outcome === "fired")).toEqual(expected);
  });
});
