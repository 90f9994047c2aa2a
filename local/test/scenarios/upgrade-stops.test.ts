import { setProtection } from "../../region/services/scale-set/manual-operations";
import { story } from "../simulation/story";
import { proves } from "../support/proves";

const told = story();

const ill = { behaviour: { application: "ill", version: 2 }, image: "1.1.0" } as const;
const newVersion = { behaviour: { version: 3 }, image: "1.2.0" };
const noRepairs = { enabled: false };
const oneByOne = { maxBatchInstancePercent: 34, maxUnhealthyInstancePercent: 67, maxUnhealthyUpgradedInstancePercent: 67 };
const afterBatch = "MaxUnhealthyUpgradedInstancePercentExceededInRollingUpgrade";
const beforeBatch = "MaxUnhealthyInstancePercentExceededInRollingUpgrade";

function disks(): string[] {
  return told.world.instances.map(({ name, disk }) => `${name}/${disk}`);
}

describe("a rolling upgrade", () => {
  it("stops after a batch with more unhealthy instances than maxUnhealthyUpgradedInstancePercent, and the others serve on", async () => {
    proves("upgrade-gate-after");
    const { world } = told;
    await world.deploy({ capacity: 3, repairs: noRepairs, rollingUpgrade: oneByOne });
    expect(await world.up(ill)).toEqual([
      expect.stringContaining(
        `${afterBatch}: the rolling upgrade has stopped: 100 % of the upgraded instances are unhealthy, more than maxUnhealthyUpgradedInstancePercent 67; instance 0 is Unhealthy: the application answered with status 503`,
      ),
    ]);
    await world.pass(60);
    expect(disks()).toEqual(["web_0/1", "web_1/0", "web_2/0"]);
    expect(world.served).toEqual(["web_1", "web_2"]);
  });

  it("stops before its first batch with more unhealthy instances than maxUnhealthyInstancePercent", async () => {
    proves("upgrade-gate-before");
    const { world } = told;
    await world.deploy({ capacity: 3, repairs: noRepairs, rollingUpgrade: { ...oneByOne, maxUnhealthyInstancePercent: 34 } });
    ["web_1", "web_2"].forEach((name) => world.machine(name).disturb("ill"));
    await world.pass(5);
    expect(await world.up(newVersion)).toEqual([expect.stringContaining(beforeBatch)]);
    expect(disks()).toEqual(["web_0/0", "web_1/0", "web_2/0"]);
  });

  it("of three instances stops at the default shares as soon as one is unhealthy", async () => {
    proves("upgrade-small-set");
    const { world } = told;
    await world.deploy({ capacity: 3, repairs: noRepairs, rollingUpgrade: {} });
    await world.deploy({ behaviour: { version: 2 }, image: "1.1.0" });
    world.machine("web_2").disturb("ill");
    await world.pass(5);
    expect(await world.up(newVersion)).toEqual([expect.stringContaining("33.3 % of the instances are unhealthy")]);
  });

  it("goes on while no more than maxUnhealthyUpgradedInstancePercent of the upgraded instances are unhealthy", async () => {
    const { world } = told;
    const rollingUpgrade = { ...oneByOne, maxUnhealthyInstancePercent: 100, maxUnhealthyUpgradedInstancePercent: 100 };
    await world.deploy({ capacity: 3, repairs: noRepairs, rollingUpgrade });
    await world.deploy(ill);
    expect(disks()).toEqual(["web_0/1", "web_1/1", "web_2/1"]);
    expect(await world.comesToServe([])).toEqual([]);
  });

  it("whose user data fails on the first instance stops with cloud-init's words", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3, repairs: noRepairs, rollingUpgrade: oneByOne });
    const problems = await world.up({ behaviour: { boot: "fails" }, image: "1.1.0" });
    expect(problems.join("\n")).toMatch(/instance 0 is Failed: its provisioning failed: .*Runparts: 1 failures/);
    expect(world.served).toEqual(["web_1", "web_2"]);
  });

  it("that stopped stays so until the scale set is updated again", async () => {
    proves("upgrade-restart");
    const { world } = told;
    await world.deploy({ capacity: 3, repairs: noRepairs, rollingUpgrade: oneByOne });
    await world.up(ill);
    await world.pass(120);
    expect(disks()).toEqual(["web_0/1", "web_1/0", "web_2/0"]);
    await world.deploy(newVersion);
    expect(disks()).toEqual(["web_0/2", "web_1/1", "web_2/1"]);
    expect(await world.comesToServe(["web_0", "web_1", "web_2"])).toEqual(["web_0", "web_1", "web_2"]);
  });

  it("that stopped is no problem of a set whose mode is Manual from then on", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3, repairs: noRepairs, rollingUpgrade: oneByOne });
    await world.up(ill);
    await world.deploy({ mode: "Manual" });
    await world.deploy({ mode: "Automatic", ...newVersion });
    expect(await world.comesToServe(["web_0", "web_1", "web_2"])).toEqual(["web_0", "web_1", "web_2"]);
  });

  it("leaves an instance alone that is protected from scale set actions, and one that is protected from scale-in not", async () => {
    proves("upgrade-protected");
    const { world } = told;
    await world.deploy({ capacity: 3, rollingUpgrade: oneByOne });
    const { events } = world.daemon.region;
    setProtection(world.scaleSet, "web_0", "scale-set-actions", events);
    setProtection(world.scaleSet, "web_1", "scale-in", events);
    await world.deploy(newVersion);
    expect(disks()).toEqual(["web_0/0", "web_1/1", "web_2/1"]);
    expect(world.told("the upgrade is complete: the old model stays on instance 0")).toHaveLength(1);
  });
});

describe("rollbackFailedInstancesOnPolicyBreach", () => {
  const rollsBack = { ...oneByOne, maxUnhealthyUpgradedInstancePercent: 20, rollbackFailedInstancesOnPolicyBreach: true };

  it("takes the failed instances back to the model before, and only them", async () => {
    proves("upgrade-rollback");
    const { world } = told;
    await world.deploy({ capacity: 3, repairs: noRepairs, rollingUpgrade: rollsBack, behaviour: { version: 1 } });
    const answer = world.beginUp({ behaviour: { version: 2 }, image: "1.1.0" });
    await world.passUntil(() => world.podman.machine("web_1")?.behaviour.version === 2);
    world.machine("web_1").disturb("ill");
    await world.pass(60);
    expect(await world.ended(answer)).toEqual([expect.stringContaining(afterBatch)]);
    const versions = ["web_0", "web_1", "web_2"].map((name) => world.machine(name).behaviour.version);
    expect(versions).toEqual([2, 1, 1]);
    expect(world.served).toEqual(["web_0", "web_1", "web_2"]);
    await world.pass(60);
    expect(disks()).toEqual(["web_0/1", "web_1/2", "web_2/0"]);
  });

  it("goes on when the daemon begins anew in the middle of it", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3, repairs: noRepairs, rollingUpgrade: rollsBack });
    void world.beginUp(ill);
    await world.passUntil(() => world.told("takes instance 0 back to the model before").length > 0);
    world.restartDaemon();
    expect(await world.comesToServe(["web_0", "web_1", "web_2"])).toEqual(["web_0", "web_1", "web_2"]);
    expect(world.machine("web_0").behaviour).toEqual({});
    expect(world.scaleSet.view.upgrade?.code).toBe("Faulted");
  });
});
