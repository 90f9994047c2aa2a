import { metricValue } from "../../../../region/services/autoscale/decision/metric-value";
import type { MetricTrigger } from "../../../../region/services/autoscale/decision/setting";
import { minute } from "../../../../region/store/metrics/metric-grain";
import { cpuRule, grains, steady } from "./settings";
import { proves } from "../../../support/proves";

const now = 100 * minute;

function trigger(differences: Partial<MetricTrigger>): MetricTrigger {
  return cpuRule("Increase", "GreaterThan", 75, {}, differences).metricTrigger;
}

describe("the value of a metric", () => {
  it("The statistic combines all instances in each time grain, and the time aggregation combines the grains", () => {
    proves("autoscale-statistic");
    const two = [...grains([10, 20, 30, 40, 50], now, "a"), ...grains([30, 40, 50, 60, 80], now, "b")];
    const value = (statistic: MetricTrigger["statistic"], timeAggregation: MetricTrigger["timeAggregation"]) =>
      metricValue(trigger({ statistic, timeAggregation }), two, now, 2);
    expect(value("Average", "Average")).toBe(41);
    expect(value("Average", "Maximum")).toBe(65);
    expect(value("Average", "Last")).toBe(65);
    expect(value("Min", "Maximum")).toBe(50);
    expect(value("Max", "Minimum")).toBe(30);
    expect(value("Sum", "Total")).toBe(410);
    expect(value("Count", "Average")).toBe(2);
    expect(value("Average", "Count")).toBe(5);
  });

  it("weighs minutes by how much was measured in them when a time grain is longer", () => {
    const [first, second] = grains([10, 40], now);
    const uneven = [first, { ...second, total: 120, count: 3 }];
    expect(metricValue(trigger({ timeGrainSeconds: 300 }), uneven, now, 1)).toBe(32.5);
    expect(metricValue(trigger({ timeGrainSeconds: 60 }), uneven, now, 1)).toBe(25);
  });

  it("The window ends with the last whole minute, and minutes without values do not count", () => {
    proves("autoscale-window");
    const rising = grains([1, 2, 3, 4, 5, 6, 7], now);
    expect(metricValue(trigger({}), rising, now, 1)).toBe(5);
    expect(metricValue(trigger({}), rising, now + 59_999, 1)).toBe(5);
    expect(metricValue(trigger({}), rising, now - 1, 1)).toBe(4);
    expect(metricValue(trigger({}), rising, now + 4 * minute, 1)).toBe(7);
    expect(metricValue(trigger({}), rising, now + 5 * minute, 1)).toBeUndefined();
    expect(metricValue(trigger({}), [{ ...rising[6], total: 0, count: 0 }], now, 1)).toBeUndefined();
  });

  it("A queue's length is divided by the instances, as in Microsoft's example", () => {
    proves("autoscale-divide-per-instance");
    const perInstance = (length: number, instances: number) =>
      metricValue(trigger({ metricName: "ApproximateMessageCount", dividePerInstance: true }), steady(length, now), now, instances);
    expect(perInstance(50, 2)).toBe(25);
    expect(perInstance(100, 2)).toBe(50);
    expect(perInstance(150, 3)).toBe(50);
    expect(perInstance(30, 3)).toBe(10);
  });
});
