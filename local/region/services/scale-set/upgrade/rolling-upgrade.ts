import { idsOf, type Instance, isInProgress, isProtected, isStandIn, outdatedInstances, staying } from "../instance";
import { chooseBatch } from "./upgrade-batch";
import type { BatchUnderWay, RollingUpgrade, UpgradeDecision, UpgradeSituation } from "./upgrade-decision";
import { conditionOf, describeHealth, firstTimeout, isHealthy, isWaitOver, unhealthyUpgraded } from "./upgrade-health";
import { instancesNamed, lengthOf, percentOf } from "../../../foundation/words";

/** Of more instances than these an upgrade that stops does not say what each answered. */
const maximumFailuresNamed = 10;

/** The next step of a rolling upgrade. */
export function decideRollingUpgrade(situation: UpgradeSituation): UpgradeDecision {
  const { upgrade: last, model, now, instances } = situation;
  const upgrade: RollingUpgrade =
    last?.model === model ? last : { model, code: "RollingForward", startedAt: now, upgraded: [], failedSurges: [] };
  const kept = [...upgrade.failedSurges, ...idsOf(instances.filter(isProtected))];
  const leftOver = staying(instances).filter(
    (instance) =>
      isStandIn(instance, instances) && !isProtected(instance) && (!instance.latestModel || kept.includes(instance.surgeFor ?? "")),
  );
  if (leftOver.length > 0) {
    const reason = `created to take the place of others, but failed, out of date or not needed: ${instancesNamed(idsOf(leftOver))}`;
    return { action: { kind: "delete", instances: idsOf(leftOver) }, upgrade, reason };
  }
  switch (upgrade.code) {
    case "Completed":
      return { action: { kind: "none" }, upgrade, reason: "the upgrade is complete" };
    case "Faulted":
      // Repairs or a person have done what the upgrade could not.
      return isDone(instances) ? complete(instances, { ...upgrade, error: undefined }) : finishRollBack(situation, upgrade);
    case "RollingForward":
      return upgrade.batch === undefined ? startBatch(situation, upgrade) : continueBatch(situation, upgrade, upgrade.batch);
  }
}

function startBatch(situation: UpgradeSituation, upgrade: RollingUpgrade): UpgradeDecision {
  const { instances, roomForSurge, now } = situation;
  const policy = situation.policy.rolling;
  const outdated = outdatedInstances(instances).filter(({ id }) => !upgrade.failedSurges.includes(id));
  if (outdated.length === 0) {
    return complete(instances, upgrade);
  }
  if (upgrade.pausedUntil !== undefined && now < upgrade.pausedUntil) {
    const reason = `the next batch starts after a pause of ${lengthOf(policy.pauseTimeBetweenBatchesSeconds * 1000)}`;
    return { action: { kind: "wait", until: upgrade.pausedUntil }, upgrade, reason };
  }
  const present = staying(instances);
  const unsettled = present.filter((instance) => conditionOf(instance, situation) === "unsettled");
  if (unsettled.length > 0) {
    const reason = `${instancesNamed(idsOf(unsettled))} must settle before the next batch`;
    return { action: { kind: "wait", until: firstTimeout(unsettled, situation) }, upgrade, reason };
  }
  const unhealthy = present.filter((instance) => conditionOf(instance, situation) === "unhealthy");
  if (unhealthy.length * 100 > policy.maxUnhealthyInstancePercent * present.length) {
    const share = percentOf(unhealthy.length, present.length);
    const message = `${share} of the instances are unhealthy, more than maxUnhealthyInstancePercent ${policy.maxUnhealthyInstancePercent}`;
    return fault(situation, upgrade, "MaxUnhealthyInstancePercentExceededInRollingUpgrade", message, unhealthy.map(describeHealth));
  }
  const wanted = chooseBatch(policy, outdated, instances);
  const isSurge = policy.maxSurge && roomForSurge >= wanted.instances.length;
  const chosen = isSurge ? wanted : chooseBatch({ ...policy, maxSurge: false }, outdated, instances);
  const batch = { instances: idsOf(chosen.instances), isSurge };
  const noRoom = policy.maxSurge && !isSurge ? `; in place, as there is room for ${roomForSurge} more and not for the batch` : "";
  const reason = `the next batch is ${instancesNamed(batch.instances)}: ${chosen.reason}${noRoom}`;
  return { ...continueBatch(situation, { ...upgrade, pausedUntil: undefined, batch }, batch), reason };
}

function continueBatch(situation: UpgradeSituation, upgrade: RollingUpgrade, batch: BatchUnderWay): UpgradeDecision {
  // Whoever protects an instance takes it out of the batch.
  const members = situation.instances.filter(
    (instance) => batch.instances.includes(instance.id) && (instance.latestModel || !isProtected(instance)),
  );
  return batch.isSurge ? continueSurge(situation, upgrade, members) : continueInPlace(situation, upgrade, staying(members));
}

function continueInPlace(situation: UpgradeSituation, upgrade: RollingUpgrade, members: readonly Instance[]): UpgradeDecision {
  const toUpgrade = members.filter((instance) => !instance.latestModel && !isInProgress(instance));
  if (toUpgrade.length > 0) {
    const reason = `the latest model goes to ${instancesNamed(idsOf(toUpgrade))} of the batch`;
    return { action: { kind: "upgrade", instances: idsOf(toUpgrade) }, upgrade, reason };
  }
  return waitForHealth(situation, upgrade, members) ?? finishBatch(situation, withUpgraded(upgrade, members));
}

function continueSurge(situation: UpgradeSituation, upgrade: RollingUpgrade, members: readonly Instance[]): UpgradeDecision {
  const pending = members.filter(({ id }) => !upgrade.failedSurges.includes(id));
  const standIns = staying(situation.instances).filter(({ surgeFor }) => pending.some(({ id }) => id === surgeFor));
  const standInOf = (old: Instance) => standIns.find(({ surgeFor }) => surgeFor === old.id);
  const alone = staying(pending).filter((old) => standInOf(old) === undefined);
  if (alone.length > 0) {
    const action = { kind: "create", standIns: alone.map(({ id, zone }) => ({ surgeFor: id, zone })) } as const;
    return { action, upgrade, reason: `new instances are to take the place of ${instancesNamed(idsOf(alone))}` };
  }
  const wait = waitForHealth(situation, upgrade, standIns);
  if (wait !== undefined) {
    return wait;
  }
  const failed = standIns.filter((instance) => !isHealthy(instance));
  const replaced = staying(pending).filter((old) => !failed.includes(standInOf(old) ?? old));
  const failedSurges = [...upgrade.failedSurges, ...failed.flatMap(({ surgeFor }) => surgeFor ?? [])];
  const surgeFailures = [...(upgrade.surgeFailures ?? []), ...failed.map((one) => `${describeHealth(one)} (created for ${one.surgeFor})`)];
  const judged = { ...withUpgraded(upgrade, standIns.filter(isHealthy)), failedSurges, surgeFailures };
  const deletions = [...replaced, ...failed].filter((instance) => !isProtected(instance));
  if (deletions.length > 0) {
    const reasons = [
      ...(replaced.length > 0 ? [`healthy instances have taken the place of ${instancesNamed(idsOf(replaced))}`] : []),
      ...(failed.length > 0 ? [`${instancesNamed(idsOf(failed))} did not become healthy (${failed.map(describeHealth).join("; ")})`] : []),
    ];
    return { action: { kind: "delete", instances: idsOf(deletions) }, upgrade: judged, reason: reasons.join("; ") };
  }
  if (pending.length > 0) {
    return {
      action: { kind: "wait" },
      upgrade: judged,
      reason: `${instancesNamed(idsOf(pending))} must be deleted before the upgrade goes on`,
    };
  }
  return finishBatch(situation, judged);
}

function waitForHealth(situation: UpgradeSituation, upgrade: RollingUpgrade, members: readonly Instance[]): UpgradeDecision | undefined {
  const awaited = members.filter((instance) => !isHealthy(instance) && !isWaitOver(instance, situation));
  if (awaited.length === 0) {
    return undefined;
  }
  const reason = `${instancesNamed(idsOf(awaited))} must become healthy before the upgrade goes on`;
  return { action: { kind: "wait", until: firstTimeout(awaited, situation) }, upgrade, reason };
}

function finishBatch(situation: UpgradeSituation, upgrade: RollingUpgrade): UpgradeDecision {
  const policy = situation.policy.rolling;
  const tried = upgrade.upgraded.length + upgrade.failedSurges.length;
  const unhealthy = unhealthyUpgraded(situation, upgrade);
  const bad = unhealthy.length + upgrade.failedSurges.length;
  const finished = { ...upgrade, batch: undefined };
  if (bad * 100 > policy.maxUnhealthyUpgradedInstancePercent * tried) {
    const limit = `maxUnhealthyUpgradedInstancePercent ${policy.maxUnhealthyUpgradedInstancePercent}`;
    const message = `${percentOf(bad, tried)} of the upgraded instances are unhealthy, more than ${limit}`;
    const failures = [...(upgrade.surgeFailures ?? []), ...unhealthy.map(describeHealth)];
    return fault(situation, finished, "MaxUnhealthyUpgradedInstancePercentExceededInRollingUpgrade", message, failures);
  }
  return startBatch(situation, { ...finished, pausedUntil: situation.now + policy.pauseTimeBetweenBatchesSeconds * 1000 });
}

function isDone(instances: readonly Instance[]): boolean {
  return staying(instances).every((instance) => instance.latestModel && isHealthy(instance));
}

function complete(instances: readonly Instance[], upgrade: RollingUpgrade): UpgradeDecision {
  const kept = staying(instances).filter(({ latestModel }) => !latestModel);
  const rest = kept.length === 0 ? "every instance has the latest model" : `the old model stays on ${instancesNamed(idsOf(kept))}`;
  const completed: RollingUpgrade = { ...upgrade, code: "Completed", pausedUntil: undefined };
  return { action: { kind: "none" }, upgrade: completed, reason: `the upgrade is complete: ${rest}` };
}

/** @param failures What is wrong with each of the instances that stop the upgrade. */
function fault(
  situation: UpgradeSituation,
  upgrade: RollingUpgrade,
  code: string,
  limit: string,
  failures: readonly string[],
): UpgradeDecision {
  const more = failures.length > maximumFailuresNamed ? [`and ${failures.length - maximumFailuresNamed} more`] : [];
  const message = [limit, ...failures.slice(0, maximumFailuresNamed), ...more].join("; ");
  const rollBack = situation.policy.rolling.rollbackFailedInstancesOnPolicyBreach ? idsOf(unhealthyUpgraded(situation, upgrade)) : [];
  return finishRollBack(situation, { ...upgrade, code: "Faulted", error: { code, message }, rollBack });
}

function finishRollBack({ instances }: UpgradeSituation, upgrade: RollingUpgrade): UpgradeDecision {
  const stopped = `the upgrade has stopped: ${upgrade.error?.message}`;
  const left = staying(instances).filter(
    (instance) => upgrade.rollBack?.includes(instance.id) && instance.latestModel && !isInProgress(instance) && !isProtected(instance),
  );
  if (left.length === 0) {
    return { action: { kind: "none" }, upgrade, reason: `${stopped}; update the scale set to start another` };
  }
  const reason = `${stopped}; rollbackFailedInstancesOnPolicyBreach takes ${instancesNamed(idsOf(left))} back to the model before`;
  return { action: { kind: "roll back", instances: idsOf(left) }, upgrade, reason };
}

function withUpgraded(upgrade: RollingUpgrade, instances: readonly Instance[]): RollingUpgrade {
  return { ...upgrade, upgraded: [...new Set([...upgrade.upgraded, ...idsOf(instances)])] };
}
