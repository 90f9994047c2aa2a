import type { Instance } from "../instance";
import type { UpgradePolicy } from "./upgrade-policy";

/** What an upgrade decides from. */
export interface UpgradeSituation {
  readonly policy: UpgradePolicy;
  /** Names the scale set's latest model; another name with each update of the set, even one that changes nothing. */
  readonly model: string;
  readonly instances: readonly Instance[];
  /** The last rolling upgrade; absent before the first. */
  readonly upgrade?: RollingUpgrade;
  /** How many instances quotas and the subnet have room for beside those that exist. */
  readonly roomForSurge: number;
  /** In milliseconds. */
  readonly now: number;
  /** How long an upgraded instance has to become healthy; `defaultHealthTimeoutSeconds` by default. */
  readonly healthTimeoutSeconds?: number;
}

/** A rolling upgrade of a scale set: what has to be remembered from one decision to the next. */
export interface RollingUpgrade {
  /** The model that is rolled out. */
  readonly model: string;
  /** Azure's `runningStatus.code`. A faulted upgrade stays so until the scale set is updated again. */
  readonly code: "RollingForward" | "Completed" | "Faulted";
  readonly startedAt: number;
  /** The ids of the instances that this upgrade brought to the model. */
  readonly upgraded: readonly string[];
  /** The ids of the instances that keep the old model, as the ones created in their place did not become healthy. */
  readonly failedSurges: readonly string[];
  /** What was wrong with those that were created in their place, in words: they are gone when the upgrade is judged. */
  readonly surgeFailures?: readonly string[];
  readonly batch?: BatchUnderWay;
  /** When the next batch may start, in milliseconds. */
  readonly pausedUntil?: number;
  /** Why it faulted: ARM's code, and a message for people. */
  readonly error?: { readonly code: string; readonly message: string };
  /** The ids of the instances that go back to the model before, once the upgrade has faulted. */
  readonly rollBack?: readonly string[];
}

export interface BatchUnderWay {
  /** The ids of the instances with the old model. */
  readonly instances: readonly string[];
  /** True where new instances take their place. */
  readonly isSurge: boolean;
}

/** What to do now. Whoever asks again before it is done is told the rest of it, so that an interrupted action is not lost. */
export type UpgradeAction =
  | { readonly kind: "none" }
  /** `until` is when the wait ends if nothing else changes, in milliseconds. */
  | { readonly kind: "wait"; readonly until?: number }
  /** Apply the latest model to these instances. */
  | { readonly kind: "upgrade"; readonly instances: string[] }
  /** Create instances from the latest model, each with `surgeFor` set to the id given. */
  | { readonly kind: "create"; readonly standIns: { readonly surgeFor: string; readonly zone?: string }[] }
  | { readonly kind: "delete"; readonly instances: string[] }
  /** Apply the model before to these instances, whose `latestModel` is false from then on. */
  | { readonly kind: "roll back"; readonly instances: string[] };

/** The next step of an upgrade. `upgrade` is to be kept before the action is carried out. */
export interface UpgradeDecision {
  readonly action: UpgradeAction;
  readonly upgrade?: RollingUpgrade;
  readonly reason: string;
}
