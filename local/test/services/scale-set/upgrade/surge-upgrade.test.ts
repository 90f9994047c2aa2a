import { changed, instance, instances, inZones, minute, second } from "../instances";
import { type MachineBehaviour, SimulatedSet } from "./simulated-set";
import { proves } from "../../../support/proves";

const forThree = { maxSurge: true, maxBatchInstancePercent: 34, maxUnhealthyInstancePercent: 67, maxUnhealthyUpgradedInstancePercent: 67 };

function rolledOut(set: SimulatedSet): SimulatedSet {
  set.declare();
  set.run();
  return set;
}

describe("a rolling upgrade with maxSurge", () => {
  it("With maxSurge new instances come first, in the zones of the old ones, which go when the new ones are healthy", () => {
    proves("surge-new-first");
    const set = rolledOut(new SimulatedSet(inZones({ 1: [0], 2: [1], 3: [2] }), forThree));
    expect(set.log).toEqual([
      "0 s: create for 0/1",
      "10 s: delete 0",
      "11 s: create for 1/2",
      "21 s: delete 1",
      "22 s: create for 2/3",
      "32 s: delete 2",
    ]);
    expect(set.upgrade).toMatchObject({ code: "Completed", upgraded: ["3", "4", "5"] });
    expect(set.instances.map(({ id, zone }) => [id, zone])).toEqual([
      ["3", "1"],
      ["4", "2"],
      ["5", "3"],
    ]);
  });

  it("never has fewer healthy instances than the set had, nor counts more towards its capacity", () => {
    const set = new SimulatedSet(instances(10), { maxSurge: true });
    set.declare();
    while (set.upgrade?.code !== "Completed" && set.now < 10 * minute) {
      set.run(second);
      expect(set.healthy().length).toBeGreaterThanOrEqual(10);
      expect(set.capacity()).toBe(10);
    }
    expect(set.upgrade?.code).toBe("Completed");
    expect(set.instances).toHaveLength(10);
  });

  it("Without room for its new instances a batch is upgraded in place", () => {
    proves("surge-no-room");
    const cramped = rolledOut(new SimulatedSet(instances(10), { maxSurge: true }, { roomForSurge: 1 }));
    expect(cramped.log[0]).toBe("0 s: upgrade 0 1");
    const roomy = rolledOut(new SimulatedSet(instances(10), { maxSurge: true }, { roomForSurge: 2 }));
    expect(roomy.log[0]).toBe("0 s: create for 0 1");
    const oneIll = changed(instances(10), [9], { health: "Unhealthy" });
    expect(rolledOut(new SimulatedSet(oneIll, { maxSurge: true }, { roomForSurge: 1 })).log[0]).toBe("0 s: upgrade 0");
    cramped.declare();
    cramped.upgrade = undefined;
    expect(cramped.decide("3").reason).toContain("in place, as there is room for 1 more and not for the batch");
  });

  it("A new instance that does not become healthy is deleted, and the old one stays", () => {
    proves("surge-failed");
    const set = rolledOut(new SimulatedSet(instances(3), forThree, { health: () => "Unhealthy" }));
    expect(set.log).toEqual(["0 s: create for 0", "310 s: delete 3"]);
    expect(set.upgrade).toMatchObject({
      code: "Faulted",
      failedSurges: ["0"],
      error: { message: expect.stringMatching(/^100 % of the upgraded .* 67; instance 3 is Unhealthy \(created for 0\)$/) as string },
    });
    set.run(2 * second);
    expect(set.healthy().map(({ id }) => id)).toEqual(["0", "1", "2"]);
    expect(set.instances).toHaveLength(3);
  });

  it("leaves the old instance of a failed new one behind where the policy bears it", () => {
    const oneFails: MachineBehaviour = { health: (id) => (id === "11" ? "Unknown" : "Healthy") };
    const set = rolledOut(new SimulatedSet(instances(10), { maxSurge: true, maxUnhealthyUpgradedInstancePercent: 50 }, oneFails));
    expect(set.upgrade).toMatchObject({ code: "Completed", failedSurges: ["1"] });
    expect(set.reason).toBe("the upgrade is complete: the old model stays on instance 1");
    expect(set.instances).toHaveLength(10);
  });

  it("The next batch waits until the old instances are gone, terminate notifications and all", () => {
    proves("surge-waits-for-deletion");
    const set = rolledOut(new SimulatedSet(instances(2), { ...forThree, maxBatchInstancePercent: 50 }, { deletion: 5 * minute }));
    expect(set.log).toEqual(["0 s: create for 0", "10 s: delete 0", "310 s: create for 1", "320 s: delete 1"]);
  });

  it("repeats what an interruption cut off", () => {
    const set = new SimulatedSet(instances(10), { maxSurge: true });
    set.declare();
    set.upgrade = set.decide().upgrade;
    set.instances = [...set.instances, instance(10, { surgeFor: "0" })];
    expect(set.decide().action).toEqual({ kind: "create", standIns: [{ surgeFor: "1" }] });
    set.instances = [...set.instances, instance(11, { surgeFor: "1" })];
    const deletion = set.decide();
    expect(deletion.action).toEqual({ kind: "delete", instances: ["0", "1"] });
    set.upgrade = deletion.upgrade;
    set.instances = changed(set.instances, [0], { provisioningState: "Deleting" });
    expect(set.decide().action).toEqual({ kind: "delete", instances: ["1"] });
  });

  it("deletes a failed new instance again whose deletion was cut off", () => {
    const set = new SimulatedSet(instances(3), forThree);
    set.declare();
    set.upgrade = {
      model: "2",
      code: "Faulted",
      startedAt: 0,
      upgraded: [],
      failedSurges: ["0"],
      error: { code: "code", message: "message" },
    };
    set.instances = [...set.instances, instance(3, { surgeFor: "0", health: "Unhealthy" })];
    expect(set.decide().action).toEqual({ kind: "delete", instances: ["3"] });
  });

  it("deletes the new instances of an upgrade that a newer model overtakes, and keeps the old ones", () => {
    const set = new SimulatedSet(instances(3), forThree);
    set.declare();
    set.run(5 * second);
    set.declare();
    set.run(60 * minute, "3");
    expect(set.log.slice(0, 3)).toEqual(["0 s: create for 0", "5 s: delete 3", "6 s: create for 0"]);
    expect(set.upgrade).toMatchObject({ model: "3", code: "Completed" });
    expect(set.instances).toHaveLength(3);
  });
});
