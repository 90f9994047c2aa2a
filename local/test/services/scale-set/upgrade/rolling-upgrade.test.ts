import { rollingUpgradePolicy } from "../../../../region/services/scale-set/upgrade/upgrade-policy";
import { decideUpgrade } from "../../../../region/services/scale-set/upgrade/upgrades";
import { changed, instances, inZones, minute, second } from "../instances";
import { SimulatedSet, type MachineBehaviour } from "./simulated-set";
import { proves } from "../../../support/proves";

/** What suits three instances: one at a time, and as long as the others are healthy. */
const forThree = { maxBatchInstancePercent: 34, maxUnhealthyInstancePercent: 67, maxUnhealthyUpgradedInstancePercent: 67 };

function rolledOut(set: SimulatedSet): SimulatedSet {
  set.declare();
  set.run();
  return set;
}

const neverHealthy: MachineBehaviour = { health: () => "Unhealthy" };

describe("a rolling upgrade in place", () => {
  it("goes through a set of three over three zones, one after the other", () => {
    const set = rolledOut(new SimulatedSet(inZones({ 1: [0], 2: [1], 3: [2] }), forThree));
    expect(set.log).toEqual(["0 s: upgrade 0", "10 s: upgrade 1", "20 s: upgrade 2"]);
    expect(set.upgrade).toMatchObject({ code: "Completed", upgraded: ["0", "1", "2"] });
    expect(set.reason).toBe("the upgrade is complete: every instance has the latest model");
  });

  it("takes batches of two in a set of ten, as in Microsoft's example", () => {
    const set = rolledOut(new SimulatedSet(instances(10), {}));
    expect(set.log.map((line) => line.replace(/^.*upgrade /, ""))).toEqual(["0 1", "2 3", "4 5", "6 7", "8 9"]);
  });

  it("The next batch starts pauseTimeBetweenBatches after the one before has become healthy", () => {
    proves("upgrade-pause");
    const slow: MachineBehaviour = { health: (_id, since) => (since < 20 * second ? undefined : "Healthy") };
    const set = rolledOut(new SimulatedSet(instances(3), { ...forThree, pauseTimeBetweenBatchesSeconds: 45 }, slow));
    expect(set.log).toEqual(["0 s: upgrade 0", "75 s: upgrade 1", "150 s: upgrade 2"]);
    expect(set.now).toBe(180 * second);
  });

  it("More unhealthy instances than maxUnhealthyInstancePercent stop the upgrade before a batch, also before the first", () => {
    proves("upgrade-gate-before");
    const tooMany = rolledOut(new SimulatedSet(changed(instances(10), [7, 8, 9], { health: "Unhealthy" }), {}));
    expect(tooMany.log).toEqual([]);
    expect(tooMany.upgrade).toMatchObject({
      code: "Faulted",
      error: {
        code: "MaxUnhealthyInstancePercentExceededInRollingUpgrade",
        message:
          "30 % of the instances are unhealthy, more than maxUnhealthyInstancePercent 20; instance 7 is Unhealthy; instance 8 is Unhealthy; instance 9 is Unhealthy",
      },
    });
    const justEnough = rolledOut(new SimulatedSet(changed(instances(10), [8, 9], { health: "Unhealthy" }), {}));
    expect(justEnough.upgrade?.code).toBe("Completed");
  });

  it("More unhealthy instances than maxUnhealthyUpgradedInstancePercent of the upgraded ones stop the upgrade after a batch", () => {
    proves("upgrade-gate-after");
    const set = rolledOut(new SimulatedSet(instances(3), forThree, neverHealthy));
    expect(set.log).toEqual(["0 s: upgrade 0"]);
    expect(set.upgrade).toMatchObject({
      code: "Faulted",
      error: {
        code: "MaxUnhealthyUpgradedInstancePercentExceededInRollingUpgrade",
        message: "100 % of the upgraded instances are unhealthy, more than maxUnhealthyUpgradedInstancePercent 67; instance 0 is Unhealthy",
      },
    });
    expect(set.healthy().map(({ id }) => id)).toEqual(["1", "2"]);
  });

  it("goes on while the share of unhealthy upgraded instances is not above the limit", () => {
    const everyFifthFails: MachineBehaviour = { health: (id) => (Number(id) % 5 === 4 ? "Unhealthy" : "Healthy") };
    const set = rolledOut(new SimulatedSet(instances(10), { maxUnhealthyUpgradedInstancePercent: 20 }, everyFifthFails));
    expect(set.upgrade).toMatchObject({ code: "Completed", upgraded: instances(10).map(({ id }) => id) });
    const stricter = rolledOut(new SimulatedSet(instances(10), { maxUnhealthyUpgradedInstancePercent: 16 }, everyFifthFails));
    expect(stricter.upgrade).toMatchObject({ code: "Faulted", upgraded: ["0", "1", "2", "3", "4", "5"] });
  });

  it("The default shares stop an upgrade of three instances as soon as one is unhealthy", () => {
    proves("upgrade-small-set");
    expect(rolledOut(new SimulatedSet(instances(3), {})).upgrade?.code).toBe("Completed");
    const oneIll = rolledOut(new SimulatedSet(changed(instances(3), [2], { health: "Unhealthy" }), {}));
    expect(oneIll.upgrade).toMatchObject({ code: "Faulted", upgraded: [] });
  });

  it("An upgraded instance has five minutes to become healthy, and Initializing is waited for longer", () => {
    proves("upgrade-wait");
    const healthyAfter = (length: number): MachineBehaviour => ({ health: (_id, since) => (since < length ? "Unhealthy" : "Healthy") });
    expect(rolledOut(new SimulatedSet(instances(1), {}, healthyAfter(5 * minute - second))).upgrade?.code).toBe("Completed");
    const late = rolledOut(new SimulatedSet(instances(1), {}, healthyAfter(5 * minute + second)));
    expect(late.upgrade?.code).toBe("Faulted");
    expect(late.now).toBe(10 * second + 5 * minute);
    const starting: MachineBehaviour = { health: (_id, since) => (since < 9 * minute ? "Initializing" : "Healthy") };
    expect(rolledOut(new SimulatedSet(instances(1), {}, starting)).upgrade?.code).toBe("Completed");
  });

  it("does not wait for the health of an instance whose upgrade failed", () => {
    const set = new SimulatedSet(instances(3), forThree);
    set.declare();
    set.run(second);
    set.instances = changed(set.instances, [0], { provisioningState: "Failed" });
    expect(set.decide()).toMatchObject({ action: { kind: "none" }, upgrade: { code: "Faulted", upgraded: ["0"] } });
  });

  it("does nothing more once it is complete", () => {
    const set = rolledOut(new SimulatedSet(instances(1), {}));
    expect(set.decide()).toMatchObject({ action: { kind: "none" }, reason: "the upgrade is complete" });
  });

  it("takes another time to become healthy as a setting", () => {
    const all = [{ ...instances(1)[0], health: undefined }];
    const upgrade = {
      model: "2",
      code: "RollingForward",
      startedAt: 0,
      upgraded: [],
      failedSurges: [],
      batch: { instances: ["0"], isSurge: false },
    } as const;
    const policy = { mode: "Rolling", rolling: rollingUpgradePolicy({}) } as const;
    const situation = { policy, model: "2", instances: all, upgrade, roomForSurge: 0, healthTimeoutSeconds: 60 };
    expect(decideUpgrade({ ...situation, now: 59 * second })).toMatchObject({ action: { kind: "wait", until: 60 * second } });
    expect(decideUpgrade({ ...situation, now: 60 * second }).upgrade?.code).toBe("Faulted");
  });

  it("waits for instances that are being created before it begins", () => {
    const set = new SimulatedSet(changed(instances(3), [2], { provisioningState: "Creating", health: undefined }), forThree);
    set.declare();
    expect(set.decide()).toMatchObject({ action: { kind: "wait" }, reason: "instance 2 must settle before the next batch" });
  });

  it("waits for an unhealthy instance that is being repaired, instead of counting it", () => {
    const set = new SimulatedSet(changed(instances(3), [1, 2], { provisioningState: "Updating", health: "Unhealthy" }), {});
    set.declare();
    expect(set.decide()).toMatchObject({ action: { kind: "wait" }, reason: "instances 1 and 2 must settle before the next batch" });
  });

  it("rollbackFailedInstancesOnPolicyBreach takes the failed instances back, and only them", () => {
    proves("upgrade-rollback");
    const secondFails: MachineBehaviour = { health: (id) => (id === "1" ? "Unhealthy" : "Healthy") };
    const policy = { ...forThree, maxUnhealthyUpgradedInstancePercent: 20, rollbackFailedInstancesOnPolicyBreach: true };
    const set = rolledOut(new SimulatedSet(instances(3), policy, secondFails));
    expect(set.log).toEqual(["0 s: upgrade 0", "10 s: upgrade 1", "320 s: roll back 1"]);
    set.run(minute);
    expect(set.instances.map(({ latestModel, health }) => [latestModel, health])).toEqual([
      [true, "Healthy"],
      [false, "Healthy"],
      [false, "Healthy"],
    ]);
    expect(set.upgrade?.code).toBe("Faulted");
  });

  it("repeats what an interruption cut off", () => {
    const set = new SimulatedSet(instances(10), {});
    set.declare();
    const first = set.decide();
    set.upgrade = first.upgrade;
    expect(set.decide().action).toEqual(first.action);
    set.instances = changed(set.instances, [0], { provisioningState: "Updating", latestModel: true });
    expect(set.decide().action).toEqual({ kind: "upgrade", instances: ["1"] });
  });

  it("goes on without an instance that is deleted on the way", () => {
    const set = new SimulatedSet(instances(3), forThree);
    set.declare();
    set.run(5 * second);
    set.instances = set.instances.filter(({ id }) => id !== "0");
    set.run();
    expect(set.log).toEqual(["0 s: upgrade 0", "5 s: upgrade 1", "15 s: upgrade 2"]);
    expect(set.upgrade?.code).toBe("Completed");
  });

  it("A stopped upgrade stays stopped until the scale set is updated again", () => {
    proves("upgrade-restart");
    const set = rolledOut(new SimulatedSet(instances(3), forThree, neverHealthy));
    set.run(minute);
    expect(set.log).toEqual(["0 s: upgrade 0"]);
    expect(set.decide("2").action.kind).toBe("none");
    expect(set.decide("3")).toMatchObject({
      action: { kind: "upgrade", instances: ["1"] },
      upgrade: { model: "3", code: "RollingForward" },
    });
  });

  it("An update of the scale set during an upgrade starts the upgrade anew with the newer model", () => {
    proves("upgrade-overtaken");
    const set = new SimulatedSet(instances(3), forThree);
    set.declare();
    set.run(15 * second);
    set.declare();
    set.run(60 * minute, "3");
    expect(set.log).toEqual(["0 s: upgrade 0", "10 s: upgrade 1", "20 s: upgrade 0", "30 s: upgrade 1", "40 s: upgrade 2"]);
    expect(set.upgrade).toMatchObject({ model: "3", code: "Completed" });
  });

  it("says what it waits for, and what comes next and why", () => {
    const set = new SimulatedSet(inZones({ 1: [0], 2: [1], 3: [2] }), forThree);
    set.declare();
    set.run(second);
    expect(set.reason).toBe("the next batch is instance 0: a batch has at most 1 by maxBatchInstancePercent 34, zone 1");
    set.run(second);
    expect(set.reason).toBe("instance 0 must become healthy before the upgrade goes on");
  });
});
