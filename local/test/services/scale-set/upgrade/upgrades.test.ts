import type { Instance } from "../../../../region/services/scale-set/instance";
import { rollingUpgradePolicy, type UpgradePolicy } from "../../../../region/services/scale-set/upgrade/upgrade-policy";
import { decideUpgrade } from "../../../../region/services/scale-set/upgrade/upgrades";
import { changed, instance, instances } from "../instances";
import { proves } from "../../../support/proves";

function decide(mode: UpgradePolicy["mode"], all: readonly Instance[]) {
  return decideUpgrade({ policy: { mode, rolling: rollingUpgradePolicy({}) }, model: "2", instances: all, roomForSurge: 0, now: 0 });
}

const outdated = instances(3, { latestModel: false });

describe("upgrade policies", () => {
  it("With mode Manual nothing happens to the instances", () => {
    proves("upgrade-manual");
    expect(decide("Manual", outdated)).toMatchObject({
      action: { kind: "none" },
      reason: "the mode is Manual, so the old model stays until somebody upgrades instances 0, 1 and 2",
    });
  });

  it("With mode Automatic all instances are upgraded at once", () => {
    proves("upgrade-automatic");
    expect(decide("Automatic", outdated).action).toEqual({ kind: "upgrade", instances: ["0", "1", "2"] });
    const halfway = changed(outdated, [0], { latestModel: true, provisioningState: "Updating" });
    expect(decide("Automatic", halfway).action).toEqual({ kind: "upgrade", instances: ["1", "2"] });
    expect(decide("Automatic", instances(3)).action).toEqual({ kind: "none" });
  });

  it("waits with mode Automatic for operations that are under way", () => {
    const creating = changed(outdated, [0, 1, 2], { provisioningState: "Creating" });
    expect(decide("Automatic", creating).action).toEqual({ kind: "wait" });
  });

  it("spares an instance that is protected from scale set actions", () => {
    const all = [
      instance(0, { latestModel: false, protectFromScaleSetActions: true }),
      instance(1, { latestModel: false, protectFromScaleIn: true }),
    ];
    expect(decide("Automatic", all).action).toEqual({ kind: "upgrade", instances: ["1"] });
    expect(decide("Rolling", all).action).toEqual({ kind: "upgrade", instances: ["1"] });
    expect(decide("Rolling", all.slice(0, 1)).reason).toBe("the upgrade is complete: the old model stays on instance 0");
  });

  it("A rolling upgrade takes 20 percent at a time, allows 20 percent unhealthy, and does not pause", () => {
    proves("upgrade-defaults");
    expect(rollingUpgradePolicy({})).toEqual({
      maxBatchInstancePercent: 20,
      maxUnhealthyInstancePercent: 20,
      maxUnhealthyUpgradedInstancePercent: 20,
      pauseTimeBetweenBatchesSeconds: 0,
      prioritizeUnhealthyInstances: false,
      maxSurge: false,
      rollbackFailedInstancesOnPolicyBreach: false,
      enableCrossZoneUpgrade: false,
    });
  });

  it.each(["Manual", "Automatic"] as const)("cleans up after a rolling upgrade when the mode changes to %s", (mode) => {
    const all = [...outdated, instance(3, { surgeFor: "0" })];
    expect(decide(mode, all).action).toEqual({ kind: "delete", instances: ["3"] });
    const taken = all.filter(({ id }) => id !== "0");
    expect(decide(mode, taken).action.kind).toBe(mode === "Manual" ? "none" : "upgrade");
  });
});
