import { idsOf, isInProgress, isProtected, isStandIn, outdatedInstances, staying } from "../instance";
import { decideRollingUpgrade } from "./rolling-upgrade";
import type { UpgradeDecision, UpgradeSituation } from "./upgrade-decision";
import { instancesNamed } from "../../../foundation/words";

/** The next step by which the latest model reaches the instances. Instances that are created get the latest model whatever the mode. */
export function decideUpgrade(situation: UpgradeSituation): UpgradeDecision {
  const { policy, instances } = situation;
  if (policy.mode === "Rolling") {
    return decideRollingUpgrade(situation);
  }
  // With another mode no rolling upgrade goes on, and none has stopped: it is not kept.
  const standIns = staying(instances).filter((instance) => isStandIn(instance, instances) && !isProtected(instance));
  if (standIns.length > 0) {
    const reason = `the mode is now ${policy.mode}, so nothing needs what a rolling upgrade created: ${instancesNamed(idsOf(standIns))}`;
    return { action: { kind: "delete", instances: idsOf(standIns) }, reason };
  }
  const outdated = outdatedInstances(instances);
  if (outdated.length === 0) {
    return { action: { kind: "none" }, reason: "every instance that an upgrade may touch has the latest model" };
  }
  if (policy.mode === "Manual") {
    const reason = `the mode is Manual, so the old model stays until somebody upgrades ${instancesNamed(idsOf(outdated))}`;
    return { action: { kind: "none" }, reason };
  }
  const ready = outdated.filter((instance) => !isInProgress(instance));
  if (ready.length === 0) {
    return { action: { kind: "wait" }, reason: `an operation on ${instancesNamed(idsOf(outdated))} is under way` };
  }
  const reason = `the mode is Automatic, so the latest model goes to all others at once: ${instancesNamed(idsOf(ready))}`;
  return { action: { kind: "upgrade", instances: idsOf(ready) }, reason };
}
