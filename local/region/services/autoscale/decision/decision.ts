import { instanceCount, lengthOf, listOf } from "../../../foundation/words";
import { capacityAfter, withinLimits } from "./capacity-change";
import { checkFlapping, type Flapping } from "./flapping";
import type { RuleEvaluation } from "./rules";
import type { AutoscaleProfile } from "./setting";

/** What autoscale does with the number of instances. */
export type AutoscaleDecision =
  | { readonly kind: "none"; readonly reason: string }
  | {
      readonly kind: "set capacity";
      readonly capacity: number;
      readonly direction: "Increase" | "Decrease";
      /** The cooldown of the rule that scales; absent where it is a limit or the default capacity that does. */
      readonly cooldownSeconds?: number;
      readonly reason: string;
    };

/** The last time that a rule scaled: its cooldown is counted from there. */
export interface LastScaleAction {
  /** In milliseconds. */
  readonly time: number;
  readonly cooldownSeconds: number;
}

/** What is decided on: a profile that holds, and what its rules say. */
export interface DecisionSituation {
  readonly profile: AutoscaleProfile;
  readonly rules: readonly RuleEvaluation[];
  readonly capacity: number;
  readonly now: number;
  readonly lastAction: LastScaleAction | undefined;
}

interface Decided {
  readonly decision: AutoscaleDecision;
  readonly flapping?: Flapping;
}

/** What a triggered rule comes to. */
interface Outcome {
  readonly evaluation: RuleEvaluation;
  readonly capacity: number;
}

/** Limits come first, then the cooldown, then scaling out, then the default capacity, and scaling in last. */
export function decide(situation: DecisionSituation): Decided {
  const { profile, rules, capacity, now, lastAction } = situation;
  const limited = withinLimits(capacity, profile.capacity);
  if (limited !== capacity) {
    const limit = limited > capacity ? "below the minimum" : "above the maximum";
    return { decision: setCapacity(capacity, limited, `${capacity} is ${limit} of profile ${profile.name}`) };
  }
  const left = lastAction === undefined ? 0 : lastAction.time + lastAction.cooldownSeconds * 1000 - now;
  if (left > 0) {
    return none(`the cooldown after the last scale action goes on for ${lengthOf(left)}`);
  }
  const triggered = rules.filter((rule) => rule.estimateScaleResult === "Triggered" && directionOf(rule) === "Increase");
  const missing = rules.filter(({ estimateScaleResult }) => estimateScaleResult === "Unknown");
  const highest = highestOf(triggered, situation);
  if (missing.length > 0 && Math.max(capacity, highest?.capacity ?? 0) < profile.capacity.default) {
    const reason = `${listOf([...new Set(missing.map((rule) => rule.reason))])}, and ${capacity} is below the default of profile ${profile.name}`;
    return { decision: setCapacity(capacity, profile.capacity.default, reason) };
  }
  if (highest !== undefined) {
    return scaleOut(highest, situation);
  }
  if (missing.length > 0) {
    return none(`${missing[0].reason}, and without all metrics autoscale does not scale in`);
  }
  return scaleIn(situation);
}

function scaleOut({ evaluation, capacity }: Outcome, { profile, capacity: present }: DecisionSituation): Decided {
  return capacity === present
    ? none(`${evaluation.reason}; ${whyUnchanged(present, profile.capacity.maximum, "maximum")}`)
    : { decision: setCapacity(present, capacity, evaluation.reason, evaluation) };
}

function scaleIn(situation: DecisionSituation): Decided {
  const { profile, rules, capacity } = situation;
  const scaleInRules = rules.filter((rule) => directionOf(rule) === "Decrease");
  const holding = scaleInRules.find(({ estimateScaleResult }) => estimateScaleResult !== "Triggered");
  const outcome = holding === undefined ? highestOf(scaleInRules, situation) : undefined;
  if (outcome === undefined) {
    return none(whyNothing(rules, scaleInRules));
  }
  const { evaluation } = outcome;
  if (outcome.capacity === capacity) {
    return none(`${evaluation.reason}; ${whyUnchanged(capacity, profile.capacity.minimum, "minimum")}`);
  }
  const flapping = checkFlapping(
    rules.filter((rule) => directionOf(rule) === "Increase"),
    capacity,
    outcome.capacity,
  );
  if (flapping?.eventName === "Flapping") {
    return { ...none(`${evaluation.reason}, but autoscale ${flapping.reason}`), flapping };
  }
  const reason = flapping === undefined ? evaluation.reason : `${evaluation.reason}; autoscale ${flapping.reason}`;
  return { decision: setCapacity(capacity, flapping?.actualInstanceCount ?? outcome.capacity, reason, evaluation), flapping };
}

/** The triggered rule that comes to the highest capacity, the first of several: most is added, or least removed. */
function highestOf(triggered: readonly RuleEvaluation[], { profile, capacity }: DecisionSituation): Outcome | undefined {
  let highest: Outcome | undefined;
  for (const evaluation of triggered) {
    const outcome = { evaluation, capacity: capacityAfter(evaluation.rule.scaleAction, capacity, profile.capacity) };
    highest = highest === undefined || outcome.capacity > highest.capacity ? outcome : highest;
  }
  return highest;
}

function whyUnchanged(capacity: number, limit: number, name: string): string {
  return capacity === limit ? `${capacity} is the ${name}` : `the rule's action leaves the capacity at ${capacity}`;
}

function whyNothing(rules: readonly RuleEvaluation[], scaleInRules: readonly RuleEvaluation[]): string {
  const holding = scaleInRules.filter(({ estimateScaleResult }) => estimateScaleResult !== "Triggered");
  if (holding.length < scaleInRules.length) {
    return `scale-in needs all of its rules: ${listOf(holding.map(({ reason }) => reason))}`;
  }
  return rules.length === 0 ? "the profile has no rules" : "no rule is triggered";
}

function directionOf({ rule }: RuleEvaluation): "Increase" | "Decrease" | "None" {
  return rule.scaleAction.direction;
}

function none(reason: string): Decided {
  return { decision: { kind: "none", reason } };
}

function setCapacity(from: number, to: number, because: string, evaluation?: RuleEvaluation): AutoscaleDecision {
  const cooldownSeconds = evaluation?.rule.scaleAction.cooldownSeconds;
  return {
    kind: "set capacity",
    capacity: to,
    direction: to > from ? "Increase" : "Decrease",
    ...(cooldownSeconds !== undefined && { cooldownSeconds }),
    reason: `from ${from} to ${instanceCount(to)}: ${because}`,
  };
}
