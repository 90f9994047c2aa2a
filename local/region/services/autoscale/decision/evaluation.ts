import type { MetricGrain } from "../../../store/metrics/metric-grain";
import { type AutoscaleDecision, decide, type LastScaleAction } from "./decision";
import type { Flapping } from "./flapping";
import { evaluationOf, profileAt, type ProfileEvaluation } from "./profiles";
import { evaluateRule, type RuleEvaluation } from "./rules";
import type { AutoscaleProfile, AutoscaleSetting, MetricTrigger } from "./setting";

/** What autoscale knows when it runs. */
export interface AutoscaleSituation {
  readonly setting: AutoscaleSetting;
  /** The number of instances that the scale set is to have: its `sku.capacity`. */
  readonly capacity: number;
  /** How many it has, which `dividePerInstance` divides by; the capacity by default. */
  readonly instances?: number;
  /** In milliseconds. */
  readonly now: number;
  /** What the evaluation before gave to remember; undefined as long as no rule has scaled. */
  readonly lastAction: LastScaleAction | undefined;
  /** The grains of a metric, at least as far back as the trigger's window; undefined or empty where there are none. */
  readonly metric: (trigger: MetricTrigger) => readonly MetricGrain[] | undefined;
}

/** One run of autoscale, in the terms of Azure's AutoscaleEvaluations log. */
export interface AutoscaleEvaluation {
  /** The profile that holds; absent where the setting is not enabled, or none holds. */
  readonly profile?: AutoscaleProfile;
  readonly profileEvaluation?: ProfileEvaluation;
  /** The profile's rules in their order, during a cooldown too. */
  readonly rules: readonly RuleEvaluation[];
  readonly decision: AutoscaleDecision;
  /** What a scale-in would have led to, where it was skipped or made smaller. */
  readonly flapping?: Flapping;
  /** What to remember for the next run, once the decision has been carried out. */
  readonly lastAction: LastScaleAction | undefined;
}

/** Assumed: how often autoscale runs for a scale set, in seconds. Microsoft says 30 to 60, depending on the type of the resource. */
export const assumedAutoscaleRunSeconds = 60;

/** Runs autoscale once: chooses the profile, evaluates its rules and decides on the capacity. */
export function evaluateAutoscale(situation: AutoscaleSituation): AutoscaleEvaluation {
  const { setting, capacity, instances = capacity, now, lastAction, metric } = situation;
  if (!setting.enabled) {
    return { rules: [], decision: { kind: "none", reason: "the setting is not enabled" }, lastAction };
  }
  const profile = profileAt(setting, now);
  if (profile === undefined) {
    return { rules: [], decision: { kind: "none", reason: "no profile holds at this time" }, lastAction };
  }
  const rules = profile.rules.map((rule) => evaluateRule(rule, metric(rule.metricTrigger), now, instances));
  const { decision, flapping } = decide({ profile, rules, capacity, now, lastAction });
  const cooldownSeconds = decision.kind === "set capacity" ? decision.cooldownSeconds : undefined;
  return {
    profile,
    profileEvaluation: evaluationOf(profile),
    rules,
    decision,
    ...(flapping && { flapping }),
    lastAction: cooldownSeconds === undefined ? lastAction : { time: now, cooldownSeconds },
  };
}
