import type { Instance } from "../../../../region/services/scale-set/instance";
import type { RollingUpgrade, UpgradeSituation } from "../../../../region/services/scale-set/upgrade/upgrade-decision";
import { rollingUpgradePolicy, type RollingUpgradePolicy } from "../../../../region/services/scale-set/upgrade/upgrade-policy";
import { decideUpgrade } from "../../../../region/services/scale-set/upgrade/upgrades";
import { changed, instance, instances } from "../instances";

const forThree = { maxBatchInstancePercent: 34, maxUnhealthyInstancePercent: 67, maxUnhealthyUpgradedInstancePercent: 67 };

function decide(all: readonly Instance[], situation: Partial<UpgradeSituation> = {}, policy: Partial<RollingUpgradePolicy> = {}) {
  const rolling = rollingUpgradePolicy({ maxSurge: true, ...policy });
  return decideUpgrade({ policy: { mode: "Rolling", rolling }, model: "2", instances: all, roomForSurge: 10, now: 0, ...situation });
}

const ten = instances(10, { latestModel: false });

describe("a rolling upgrade with maxSurge", () => {
  it("needs room for the whole batch, and is in place without", () => {
    expect(decide(ten, { roomForSurge: 2 }).action).toEqual({ kind: "create", standIns: [{ surgeFor: "0" }, { surgeFor: "1" }] });
    const cramped = decide(ten, { roomForSurge: 1 });
    expect(cramped.action).toEqual({ kind: "upgrade", instances: ["0", "1"] });
    expect(cramped.reason).toContain("in place, as there is room for 1 more and not for the batch");
  });

  it("takes a smaller batch in place where an instance is ill already", () => {
    const oneIll = changed(ten, [9], { health: "Unhealthy" });
    expect(decide(oneIll, { roomForSurge: 1 }).action).toEqual({ kind: "upgrade", instances: ["0"] });
  });

  it("repeats what an interruption cut off", () => {
    const { upgrade } = decide(ten);
    const oneCreated = [...ten, instance(10, { surgeFor: "0" })];
    expect(decide(oneCreated, { upgrade }).action).toEqual({ kind: "create", standIns: [{ surgeFor: "1" }] });
    const bothCreated = [...oneCreated, instance(11, { surgeFor: "1" })];
    const deletion = decide(bothCreated, { upgrade });
    expect(deletion.action).toEqual({ kind: "delete", instances: ["0", "1"] });
    const oneDeleted = changed(bothCreated, [0], { provisioningState: "Deleting" });
    expect(decide(oneDeleted, { upgrade: deletion.upgrade }).action).toEqual({ kind: "delete", instances: ["1"] });
  });

  it("deletes a failed new instance again whose deletion was cut off", () => {
    const upgrade: RollingUpgrade = {
      model: "2",
      code: "Faulted",
      startedAt: 0,
      upgraded: [],
      failedSurges: ["0"],
      error: { code: "code", message: "message" },
    };
    const all = [...instances(3, { latestModel: false }), instance(3, { surgeFor: "0", health: "Unhealthy" })];
    expect(decide(all, { upgrade }, forThree).action).toEqual({ kind: "delete", instances: ["3"] });
  });
});
