import { type Instance, isInProgress, isUnhealthyState, staying } from "../instance";
import type { RollingUpgrade, UpgradeSituation } from "./upgrade-decision";

/**
 * How long Azure waits for an upgraded instance to become healthy, in seconds: documented for automatic OS image upgrades, assumed for
 * the others.
 */
export const defaultHealthTimeoutSeconds = 300;

/** What a rolling upgrade takes an instance for. */
export type Condition = "healthy" | "unsettled" | "unhealthy";

/** True for an instance that is provisioned and says that it is healthy. */
export function isHealthy({ provisioningState, health }: Instance): boolean {
  return provisioningState === "Succeeded" && health === "Healthy";
}

/** An instance that has not said how it is yet is unsettled, but not for ever. */
export function conditionOf(instance: Instance, situation: UpgradeSituation): Condition {
  if (isHealthy(instance)) {
    return "healthy";
  }
  const isSure = isUnhealthyState(instance.health) && !isInProgress(instance);
  return isSure || isWaitOver(instance, situation) ? "unhealthy" : "unsettled";
}

/** True where an instance that is not healthy will not be waited for any longer. Initializing is always waited for: it ends by itself. */
export function isWaitOver(instance: Instance, situation: UpgradeSituation): boolean {
  if (instance.provisioningState === "Failed") {
    return true;
  }
  return !isInProgress(instance) && instance.health !== "Initializing" && situation.now >= timeoutOf(instance, situation);
}

/** When the first of the waits for these instances ends, in milliseconds; undefined where no time ends one. */
export function firstTimeout(instances: readonly Instance[], situation: UpgradeSituation): number | undefined {
  const timeouts = instances.filter((instance) => !isInProgress(instance)).map((instance) => timeoutOf(instance, situation));
  const ahead = timeouts.filter((timeout) => timeout > situation.now);
  return ahead.length === 0 ? undefined : Math.min(...ahead);
}

/** The upgraded instances that are unhealthy now. */
export function unhealthyUpgraded(situation: UpgradeSituation, upgrade: RollingUpgrade): Instance[] {
  const upgraded = staying(situation.instances).filter(({ id }) => upgrade.upgraded.includes(id));
  return upgraded.filter((instance) => conditionOf(instance, situation) === "unhealthy");
}

/** What an instance is like that stops an upgrade, such as `instance 1 is Unhealthy: the application answered with status 500`. */
export function describeHealth({ id, health, provisioningState, healthReason }: Instance): string {
  const state = provisioningState === "Succeeded" ? (health ?? "not healthy") : provisioningState;
  return `instance ${id} is ${state}${healthReason === undefined ? "" : `: ${healthReason}`}`;
}

function timeoutOf(instance: Instance, { healthTimeoutSeconds = defaultHealthTimeoutSeconds }: UpgradeSituation): number {
  return instance.stateChangedAt + healthTimeoutSeconds * 1000;
}
