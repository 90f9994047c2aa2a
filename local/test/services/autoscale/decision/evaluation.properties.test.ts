import * as fc from "fast-check";
import type { LastScaleAction } from "../../../../region/services/autoscale/decision/decision";
import { evaluateAutoscale } from "../../../../region/services/autoscale/decision/evaluation";
import type { AutoscaleSetting, MetricTrigger, ScaleAction } from "../../../../region/services/autoscale/decision/setting";
import { minute } from "../../../../region/store/metrics/metric-grain";
import { cpuRule, profile, setting, steady } from "./settings";

const actions = fc.record<Partial<ScaleAction>>({
  type: fc.constantFrom("ChangeCount", "PercentChangeCount", "ExactCount", "ServiceAllowedNextValue"),
  value: fc.integer({ min: 1, max: 60 }),
  cooldownSeconds: fc.integer({ min: 60, max: 1200 }),
});
const operators = fc.record({
  out: fc.constantFrom<MetricTrigger["operator"]>("GreaterThan", "GreaterThanOrEqual"),
  in: fc.constantFrom<MetricTrigger["operator"]>("LessThan", "LessThanOrEqual"),
});

/** Settings with two scale-out rules and two scale-in rules on CPU, of any thresholds: sensible or not. */
const settings: fc.Arbitrary<AutoscaleSetting> = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 3, maxLength: 3 }),
    operators,
    fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 4, maxLength: 4 }),
    fc.array(actions, { minLength: 4, maxLength: 4 }),
  )
  .map(([counts, operator, thresholds, each]) => {
    const [minimum, preset, maximum] = [...counts].sort((a, b) => a - b);
    const directions = ["Increase", "Increase", "Decrease", "Decrease"] as const;
    const rules = directions.map((direction, index) =>
      cpuRule(direction, direction === "Increase" ? operator.out : operator.in, thresholds[index], each[index]),
    );
    return setting(profile({ capacity: { minimum, default: preset, maximum }, rules }));
  });

interface Minute {
  /** The whole load, in percent of one instance. */
  readonly load: number;
  /** Whether there is a metric. */
  readonly measured: boolean;
}

const minutes = fc.array(fc.record<Minute>({ load: fc.integer({ min: 0, max: 3000 }), measured: fc.boolean() }), {
  minLength: 1,
  maxLength: 30,
});

/** Runs autoscale once a minute; the load of each minute is taken to have been there for as long as its window. */
function live(autoscale: AutoscaleSetting, loads: readonly Minute[], firstCapacity: number) {
  let capacity = firstCapacity;
  let lastAction: LastScaleAction | undefined;
  return loads.map(({ load, measured }, index) => {
    const now = index * minute;
    const evaluation = evaluateAutoscale({
      setting: autoscale,
      capacity,
      now,
      lastAction,
      metric: () => (measured ? steady(load / Math.max(capacity, 1), now) : undefined),
    });
    const before = capacity;
    capacity = evaluation.decision.kind === "set capacity" ? evaluation.decision.capacity : capacity;
    lastAction = evaluation.lastAction;
    return { load, before, after: capacity, evaluation };
  });
}

const firstCapacities = fc.integer({ min: 0, max: 40 });

describe("autoscale with any rules and any load", () => {
  it("never leaves a capacity outside the minimum and the maximum", () => {
    fc.assert(
      fc.property(settings, minutes, firstCapacities, (autoscale, loads, first) => {
        const { minimum, maximum } = autoscale.profiles[0].capacity;
        return live(autoscale, loads, first).every(({ after }) => after >= minimum && after <= maximum);
      }),
    );
  });

  it("never scales in so that the next run, under the same load, scales out", () => {
    let scaleIns = 0;
    fc.assert(
      fc.property(settings, fc.integer({ min: 0, max: 3000 }), firstCapacities, (autoscale, load, first) => {
        const sameLoad = Array<Minute>(40).fill({ load, measured: true });
        const runs = live(autoscale, sameLoad, first);
        const begun = runs.findIndex(
          ({ evaluation }) =>
            evaluation.lastAction !== undefined &&
            evaluation.decision.kind === "set capacity" &&
            evaluation.decision.direction === "Decrease",
        );
        if (begun >= 0) {
          scaleIns++;
          return runs.slice(begun).every(({ before, after }) => after <= before);
        }
        return true;
      }),
      { numRuns: 500 },
    );
    expect(scaleIns).toBeGreaterThan(20);
  });

  it("scales in only when every scale-in rule is triggered, and in no cooldown", () => {
    fc.assert(
      fc.property(settings, minutes, firstCapacities, (autoscale, loads, first) => {
        let coolUntil = -Infinity;
        return live(autoscale, loads, first).every(({ evaluation, before, after }, index) => {
          const byRule = evaluation.decision.kind === "set capacity" && evaluation.decision.cooldownSeconds !== undefined;
          if (!byRule) {
            return true;
          }
          const early = index * minute < coolUntil;
          coolUntil = index * minute + (evaluation.lastAction?.cooldownSeconds ?? 0) * 1000;
          const all = evaluation.rules.slice(2).every(({ estimateScaleResult }) => estimateScaleResult === "Triggered");
          return !early && (after > before || all);
        });
      }),
    );
  });

  it("decides the same to the byte for the same seed", () => {
    const decided = (seed: number) =>
      fc
        .sample(fc.tuple(settings, minutes, firstCapacities), { seed, numRuns: 50 })
        .map(([autoscale, loads, first]) => JSON.stringify(live(autoscale, loads, first)))
        .join("\n");
    expect(decided(42)).toBe(decided(42));
    expect(decided(42)).not.toBe(decided(43));
  });
});
