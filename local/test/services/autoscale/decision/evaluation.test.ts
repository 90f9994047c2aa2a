import {
  assumedAutoscaleRunSeconds,
  type AutoscaleSituation,
  evaluateAutoscale,
} from "../../../../region/services/autoscale/decision/evaluation";
import { predictiveNotice, type ScaleRule } from "../../../../region/services/autoscale/decision/setting";
import { minute } from "../../../../region/store/metrics/metric-grain";
import { cpuRule, profile, setting, steady } from "./settings";
import { proves } from "../../../support/proves";

const now = Date.parse("2027-01-04T12:00:00Z");
const hour = 60 * minute;
const memory = { metricName: "Memory" };

/** One run, with steady metrics by name; a name without a value has no metric. */
function run(values: Record<string, number>, capacity: number, rules?: ScaleRule[], differences: Partial<AutoscaleSituation> = {}) {
  const time = differences.now ?? now;
  return evaluateAutoscale({
    setting: setting(profile({ ...(rules && { rules }) })),
    capacity,
    now: time,
    lastAction: undefined,
    metric: ({ metricName }) => (metricName in values ? steady(values[metricName], time) : undefined),
    ...differences,
  });
}

const cpu = (percent: number) => ({ "Percentage CPU": percent });

/** The capacity that is set, or the present one. */
function capacityOf({ decision }: ReturnType<typeof run>): number | undefined {
  return decision.kind === "set capacity" ? decision.capacity : undefined;
}

describe("autoscale", () => {
  it("scales the tier out above one threshold and in below the other, and says why", () => {
    expect(run(cpu(81.234), 2)).toMatchObject({
      profileEvaluation: "DefaultProfileEvaluation",
      rules: [
        { estimateScaleResult: "Triggered", observedValue: 81.234, threshold: 75 },
        {
          estimateScaleResult: "NotTriggered",
          threshold: 20,
          reason: "Percentage CPU was 81.23 over the last 5 min, not less than 20",
        },
      ],
      decision: {
        kind: "set capacity",
        capacity: 3,
        direction: "Increase",
        cooldownSeconds: 300,
        reason: "from 2 to 3 instances: Percentage CPU was 81.23 over the last 5 min, more than 75",
      },
      lastAction: { time: now, cooldownSeconds: 300 },
    });
    expect(run(cpu(10), 3).decision).toMatchObject({ capacity: 2, direction: "Decrease" });
    expect(run(cpu(50), 3).decision).toEqual({ kind: "none", reason: "no rule is triggered" });
  });

  it("Autoscale runs once a minute", () => {
    proves("autoscale-runs");
    expect(assumedAutoscaleRunSeconds).toBe(60);
  });

  it("A setting that is not enabled scales nothing", () => {
    proves("autoscale-enabled");
    const off = { ...setting(profile()), enabled: false };
    expect(run(cpu(99), 50, undefined, { setting: off }).decision).toEqual({ kind: "none", reason: "the setting is not enabled" });
  });

  it("A capacity outside the limits is brought back to them at the next run", () => {
    proves("autoscale-limits");
    const limits = setting(profile({ capacity: { minimum: 3, default: 3, maximum: 6 } }));
    const lastAction = { time: now - minute, cooldownSeconds: 300 };
    const below = run(cpu(99), 1, undefined, { setting: limits, lastAction });
    expect(below.decision).toEqual({
      kind: "set capacity",
      capacity: 3,
      direction: "Increase",
      reason: "from 1 to 3 instances: 1 is below the minimum of profile usual",
    });
    expect(below.lastAction).toBe(lastAction);
    expect(capacityOf(run(cpu(1), 8, undefined, { setting: limits }))).toBe(6);
    expect(run(cpu(99), 6, undefined, { setting: limits }).decision.reason).toContain("6 is the maximum");
    expect(run(cpu(1), 3, undefined, { setting: limits }).decision.reason).toContain("3 is the minimum");
  });

  it("One triggered rule is enough to scale out, and of several the one with the highest capacity wins", () => {
    proves("autoscale-any-out");
    const three = cpuRule("Increase", "GreaterThan", 75, { value: 3, cooldownSeconds: 60 });
    const five = cpuRule("Increase", "GreaterThan", 85, { value: 5, cooldownSeconds: 120 });
    const percent = cpuRule("Increase", "GreaterThan", 75, { type: "PercentChangeCount", value: 15 });
    expect(capacityOf(run(cpu(90), 4, [three, five]))).toBe(9);
    expect(run(cpu(90), 4, [three, five]).decision).toMatchObject({ cooldownSeconds: 120 });
    expect(capacityOf(run(cpu(80), 4, [three, five]))).toBe(7);
    expect(capacityOf(run(cpu(80), 4, [percent, three]))).toBe(7);
  });

  it("Scaling in takes all scale-in rules, and the one that removes least wins", () => {
    proves("autoscale-all-in");
    const half = cpuRule("Decrease", "LessThan", 30, { type: "PercentChangeCount", value: 50 });
    const three = cpuRule("Decrease", "LessThan", 20, { value: 3 });
    expect(capacityOf(run(cpu(10), 10, [half, three]))).toBe(7);
    expect(run(cpu(25), 10, [half, three]).decision).toEqual({
      kind: "none",
      reason: "scale-in needs all of its rules: Percentage CPU was 25 over the last 5 min, not less than 20",
    });
  });

  it("Microsoft's four rules for CPU and memory scale out when either is high, and in when both are low", () => {
    proves("autoscale-cpu-and-memory");
    const rules = [
      cpuRule("Decrease", "LessThan", 30),
      cpuRule("Decrease", "LessThan", 50, {}, memory),
      cpuRule("Increase", "GreaterThan", 75),
      cpuRule("Increase", "GreaterThan", 75, {}, memory),
    ];
    const capacityAt = (percent: number, used: number) => capacityOf(run({ ...cpu(percent), Memory: used }, 4, rules));
    expect([capacityAt(76, 50), capacityAt(50, 76), capacityAt(25, 51), capacityAt(29, 49)]).toEqual([5, 5, undefined, 3]);
  });

  it("The cooldown of the rule that scaled last holds back both directions, as in Microsoft's example", () => {
    proves("autoscale-cooldown");
    const rules = [
      cpuRule("Increase", "GreaterThan", 75, { cooldownSeconds: 3600 }),
      cpuRule("Decrease", "LessThan", 20, { cooldownSeconds: 2400 }),
    ];
    const ten = Date.parse("2027-01-04T10:00:00Z");
    const out = run(cpu(90), 2, rules, { now: ten });
    expect(capacityOf(out)).toBe(3);
    const later = (from: typeof out, hours: number, percent: number) =>
      run(cpu(percent), 3, rules, { now: ten + hours * hour, lastAction: from.lastAction });
    expect(later(out, 59 / 60, 90).decision).toEqual({
      kind: "none",
      reason: "the cooldown after the last scale action goes on for 60 s",
    });
    expect(later(out, 59 / 60, 10).decision.kind).toBe("none");
    expect(capacityOf(later(out, 1, 90))).toBe(4);

    const thirteen = later(out, 3, 10);
    expect(capacityOf(thirteen)).toBe(2);
    const atTwenty = later(thirteen, 3 + 20 / 60, 90);
    expect(atTwenty.decision.kind).toBe("none");
    expect(atTwenty.rules[0].estimateScaleResult).toBe("Triggered");
    expect(capacityOf(later(atTwenty, 3 + 40 / 60, 90))).toBe(4);
  });

  it("While a metric is missing autoscale scales out to the default capacity, and never in", () => {
    proves("autoscale-missing-metric");
    const safe = setting(profile({ capacity: { minimum: 1, default: 4, maximum: 10 } }));
    expect(run({}, 2, undefined, { setting: safe })).toMatchObject({
      rules: [{ estimateScaleResult: "Unknown" }, { estimateScaleResult: "Unknown" }],
      decision: {
        capacity: 4,
        reason: "from 2 to 4 instances: Percentage CPU has no values in the last 5 min, and 2 is below the default of profile usual",
      },
      lastAction: undefined,
    });
    expect(run({}, 5, undefined, { setting: safe }).decision.kind).toBe("none");
    const withMemory = [...profile().rules, cpuRule("Increase", "GreaterThan", 75, {}, memory)];
    expect(capacityOf(run(cpu(90), 5, withMemory))).toBe(6);
    expect(run(cpu(5), 5, withMemory).decision).toEqual({
      kind: "none",
      reason: "Memory has no values in the last 5 min, and without all metrics autoscale does not scale in",
    });
  });

  it("skips a scale-in that it would undo, or makes it smaller, and says so", () => {
    const rules = [cpuRule("Increase", "GreaterThan", 50), cpuRule("Decrease", "LessThan", 30, { value: 5 })];
    const skipped = run(cpu(28), 2, rules);
    expect(skipped.flapping).toMatchObject({ eventName: "Flapping", actualInstanceCount: 2 });
    expect(skipped.decision.reason).toBe(
      "Percentage CPU was 28 over the last 5 min, less than 30, but autoscale does not scale in to 1, as Percentage CPU would be 56 on 1 instance, and at 50 a rule scales out",
    );
    const smaller = run(cpu(28), 10, rules);
    expect(smaller.flapping).toMatchObject({ eventName: "FlappingOccurred", intendedInstanceCount: 5, actualInstanceCount: 6 });
    expect(capacityOf(smaller)).toBe(6);
  });

  it("takes a scale-out at its word, even one that leads to a scale-in", () => {
    const rules = [cpuRule("Increase", "GreaterThan", 50, { value: 8 }), cpuRule("Decrease", "LessThan", 45)];
    expect(run(cpu(56), 1, rules)).toMatchObject({ decision: { capacity: 9 } });
  });

  it("says once of predictive autoscale that it is not evaluated", () => {
    expect(predictiveNotice(setting(profile()))).toBeUndefined();
    expect(predictiveNotice({ ...setting(profile()), predictiveScaleMode: "Enabled" })).toBe(
      "predictiveAutoscalePolicy.scaleMode is Enabled: it is accepted, but not evaluated here, as forecasts need a week of metrics; the rules alone scale",
    );
  });

  it("has nothing to do where a profile without rules is within its limits", () => {
    expect(run({}, 2, []).decision).toEqual({ kind: "none", reason: "the profile has no rules" });
  });
});
