import { checkFlapping, type Flapping } from "../../../../region/services/autoscale/decision/flapping";
import { evaluateRule, type RuleEvaluation } from "../../../../region/services/autoscale/decision/rules";
import type { MetricTrigger } from "../../../../region/services/autoscale/decision/setting";
import { minute } from "../../../../region/store/metrics/metric-grain";
import { cpuRule, steady } from "./settings";
import { proves } from "../../../support/proves";

const now = 100 * minute;

/** A scale-out rule, and what its metric is on `capacity` instances. */
function scaleOut(
  value: number,
  operator: MetricTrigger["operator"],
  threshold: number,
  trigger: Partial<MetricTrigger> = {},
  capacity = 1,
): RuleEvaluation {
  return evaluateRule(cpuRule("Increase", operator, threshold, {}, trigger), steady(value, now), now, capacity);
}

const threads = { metricName: "Thread Count", statistic: "Sum", dividePerInstance: true } as const;

function eventOf(flapping: Flapping | undefined): string | undefined {
  return flapping?.eventName;
}

describe("flapping", () => {
  it("A scale-in that would at once scale out again is skipped, as in Microsoft's three examples", () => {
    proves("autoscale-flapping");
    expect(eventOf(checkFlapping([scaleOut(28, "GreaterThan", 50)], 2, 1))).toBe("Flapping");
    expect(checkFlapping([scaleOut(1250, "GreaterThanOrEqual", 600, threads, 3)], 3, 2)).toEqual({
      eventName: "Flapping",
      currentInstanceCount: 3,
      intendedInstanceCount: 2,
      actualInstanceCount: 3,
      reason: "does not scale in to 2, as Thread Count would be 625 on 2 instances, and at 600 a rule scales out",
    });
    expect(checkFlapping([scaleOut(1180, "GreaterThanOrEqual", 600, threads, 3)], 3, 2)).toBeUndefined();
  });

  it("A scale-in by several instances becomes as small as it must be not to scale out again", () => {
    proves("autoscale-flapping-occurred");
    expect(checkFlapping([scaleOut(50, "GreaterThan", 70)], 10, 5)).toMatchObject({
      eventName: "FlappingOccurred",
      currentInstanceCount: 10,
      intendedInstanceCount: 5,
      actualInstanceCount: 8,
      reason: "scales in to 8 and not to 5, as Percentage CPU would be 100 on 5 instances, and at 70 a rule scales out",
    });
  });

  it("scales in from 30 instances at 65 % only to 28, where Microsoft's page says 27", () => {
    expect(checkFlapping([scaleOut(65, "GreaterThan", 70)], 30, 20)).toMatchObject({ actualInstanceCount: 28 });
  });

  it("The metric that is expected after a scale-in is the present one, times the instances now, over the instances then", () => {
    proves("autoscale-projection");
    const memory = { metricName: "PodMemoryUsage" };
    expect(checkFlapping([scaleOut(52.79545455, "GreaterThan", 105.59, memory)], 2, 1)?.reason).toContain("would be 105.59 on 1 instance,");
    expect(checkFlapping([scaleOut(52.79545455, "GreaterThan", 105.6, memory)], 2, 1)).toBeUndefined();
  });

  it("Sums and counts over all instances are expected to stay as they are", () => {
    proves("autoscale-projection-of-sums");
    const requests = { metricName: "Requests", statistic: "Sum" } as const;
    expect(checkFlapping([scaleOut(90, "GreaterThan", 100, requests)], 2, 1)).toBeUndefined();
    expect(eventOf(checkFlapping([scaleOut(90, "GreaterThan", 100, { ...requests, statistic: "Max" })], 2, 1))).toBe("Flapping");
  });

  it("takes a value on the threshold for what it is, whatever the arithmetic of fractions says", () => {
    const load = 1.1 * 3;
    expect(eventOf(checkFlapping([scaleOut(load / 3, "GreaterThanOrEqual", 1.65)], 3, 2))).toBe("Flapping");
    expect(checkFlapping([scaleOut(load / 3, "GreaterThan", 1.65)], 3, 2)).toBeUndefined();
  });
});
