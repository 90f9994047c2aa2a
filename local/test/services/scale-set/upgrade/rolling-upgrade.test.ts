import type { Instance } from "../../../../region/services/scale-set/instance";
import type { RollingUpgrade, UpgradeSituation } from "../../../../region/services/scale-set/upgrade/upgrade-decision";
import { rollingUpgradePolicy, type RollingUpgradePolicy } from "../../../../region/services/scale-set/upgrade/upgrade-policy";
import { decideUpgrade } from "../../../../region/services/scale-set/upgrade/upgrades";
import { proves } from "../../../support/proves";
import { changed, instances, inZones, minute, second } from "../instances";

/** What suits three instances: one at a time, and as long as the others are healthy. */
const forThree = { maxBatchInstancePercent: 34, maxUnhealthyInstancePercent: 67, maxUnhealthyUpgradedInstancePercent: 67 };
const underWay: RollingUpgrade = { model: "2", code: "RollingForward", startedAt: 0, upgraded: [], failedSurges: [] };

function decide(all: readonly Instance[], policy: Partial<RollingUpgradePolicy>, situation: Partial<UpgradeSituation> = {}) {
  const rolling = rollingUpgradePolicy(policy);
  return decideUpgrade({ policy: { mode: "Rolling", rolling }, model: "2", instances: all, roomForSurge: 0, now: 0, ...situation });
}

const three = instances(3, { latestModel: false });
const ten = instances(10, { latestModel: false });

describe("a rolling upgrade in place", () => {
  it("begins with as many unhealthy instances as maxUnhealthyInstancePercent allows, and no more", () => {
    expect(decide(changed(ten, [8, 9], { health: "Unhealthy" }), {}).action).toEqual({ kind: "upgrade", instances: ["0"] });
    expect(decide(changed(ten, [7, 8, 9], { health: "Unhealthy" }), {})).toMatchObject({
      action: { kind: "none" },
      upgrade: {
        code: "Faulted",
        error: {
          code: "MaxUnhealthyInstancePercentExceededInRollingUpgrade",
          message:
            "30 % of the instances are unhealthy, more than maxUnhealthyInstancePercent 20; instance 7 is Unhealthy; instance 8 is Unhealthy; instance 9 is Unhealthy",
        },
      },
    });
  });

  it.each([
    [20, "RollingForward"],
    [16, "Faulted"],
  ])("with one of six upgraded instances unhealthy and maxUnhealthyUpgradedInstancePercent %i is %s", (percent, code) => {
    const all = changed(changed(ten, [0, 1, 2, 3, 4, 5], { latestModel: true }), [4], { health: "Unhealthy" });
    const upgrade = { ...underWay, upgraded: ["0", "1", "2", "3"], batch: { instances: ["4", "5"], isSurge: false } };
    const policy = { maxUnhealthyUpgradedInstancePercent: percent };
    expect(decide(all, policy, { upgrade, now: 6 * minute }).upgrade).toMatchObject({ code, upgraded: ["0", "1", "2", "3", "4", "5"] });
  });

  it("waits for an instance that is Initializing, however long", () => {
    proves("upgrade-wait");
    const all = changed(three, [0], { latestModel: true, health: "Initializing" });
    const upgrade = { ...underWay, batch: { instances: ["0"], isSurge: false } };
    expect(decide(all, forThree, { upgrade, now: 60 * minute }).action).toEqual({ kind: "wait" });
  });

  it("waits for the time that is a setting, and five minutes by default", () => {
    const all = changed(three, [0], { latestModel: true, health: undefined });
    const upgrade = { ...underWay, batch: { instances: ["0"], isSurge: false } };
    const waits = (length: number, healthTimeoutSeconds?: number) =>
      decide(all, forThree, { upgrade, now: length, ...(healthTimeoutSeconds !== undefined && { healthTimeoutSeconds }) });
    expect(waits(5 * minute - second)).toMatchObject({ action: { kind: "wait", until: 5 * minute } });
    expect(waits(5 * minute).upgrade?.code).toBe("Faulted");
    expect(waits(59 * second, 60)).toMatchObject({ action: { kind: "wait", until: 60 * second } });
    expect(waits(60 * second, 60).upgrade?.code).toBe("Faulted");
  });

  it("does not wait for the health of an instance whose upgrade failed", () => {
    const all = changed(three, [0], { latestModel: true, provisioningState: "Failed", health: undefined });
    const upgrade = { ...underWay, batch: { instances: ["0"], isSurge: false } };
    expect(decide(all, forThree, { upgrade })).toMatchObject({ action: { kind: "none" }, upgrade: { code: "Faulted", upgraded: ["0"] } });
  });

  it("does nothing more once it is complete", () => {
    const upgrade = { ...underWay, code: "Completed" } as const;
    expect(decide(instances(3), {}, { upgrade })).toMatchObject({ action: { kind: "none" }, reason: "the upgrade is complete" });
  });

  it("waits for instances that are being created before it begins", () => {
    const all = changed(three, [2], { provisioningState: "Creating", health: undefined });
    expect(decide(all, forThree)).toMatchObject({ action: { kind: "wait" }, reason: "instance 2 must settle before the next batch" });
  });

  it("waits for an unhealthy instance that is being repaired, instead of counting it", () => {
    const all = changed(three, [1, 2], { provisioningState: "Updating", health: "Unhealthy" });
    expect(decide(all, {})).toMatchObject({ action: { kind: "wait" }, reason: "instances 1 and 2 must settle before the next batch" });
  });

  it("repeats what an interruption cut off", () => {
    const first = decide(ten, {});
    expect(decide(ten, {}, { upgrade: first.upgrade }).action).toEqual(first.action);
    const halfway = changed(ten, [0], { provisioningState: "Updating", latestModel: true });
    expect(decide(halfway, {}, { upgrade: first.upgrade }).action).toEqual({ kind: "upgrade", instances: ["1"] });
  });

  it("goes on without an instance of its batch that is gone", () => {
    const upgrade = { ...underWay, batch: { instances: ["0"], isSurge: false } };
    expect(decide(three.slice(1), forThree, { upgrade }).action).toEqual({ kind: "upgrade", instances: ["1"] });
  });

  it("says what comes next and why, and what it waits for", () => {
    const all = inZones({ 1: [0], 2: [1], 3: [2] }).map((one) => ({ ...one, latestModel: false }));
    const next = decide(all, forThree);
    expect(next.reason).toBe("the next batch is instance 0: a batch has at most 1 by maxBatchInstancePercent 34, zone 1");
    const updating = changed(all, [0], { latestModel: true, provisioningState: "Updating", health: undefined });
    expect(decide(updating, forThree, { upgrade: next.upgrade }).reason).toBe("instance 0 must become healthy before the upgrade goes on");
  });
});
