import { userDataFor } from "../simulation/guest-behaviour";
import { story } from "../simulation/story";
import { proves } from "../support/proves";
import { fewestServing } from "./fewest-serving";

const told = story();

const newVersion = { behaviour: { version: 2 }, image: "1.1.0" };
const oneByOne = { maxBatchInstancePercent: 34, maxUnhealthyInstancePercent: 67, maxUnhealthyUpgradedInstancePercent: 67 };
const noRepairs = { enabled: false };

/** The instances that got a new disk, in their order. */
function upgraded(): string[] {
  return told.world.told("gets a new disk from model").map((line) => line.split(":")[0]);
}

function batches(): string[] {
  return told.world.told("the next batch is").map((line) => line.replace(/.*the next batch is instances? ([\d, and]+).*/, "$1"));
}

describe("a rolling upgrade in place", () => {
  it("goes through a set over three zones one after the other, while the others serve", async () => {
    proves("upgrade-answer");
    const { world } = told;
    await world.deploy({ capacity: 3, rollingUpgrade: oneByOne });
    await world.comesToServe(["web_0", "web_1", "web_2"]);
    expect(await fewestServing(world, world.beginUp(newVersion))).toEqual({ problems: [], fewest: 2 });
    expect(upgraded()).toEqual(["web_0", "web_1", "web_2"]);
    expect(world.instances.map(({ disk }) => disk)).toEqual([1, 1, 1]);
    expect(world.podman.containers.map(({ behaviour }) => behaviour.version)).toEqual([2, 2, 2]);
  });

  it("goes through a set whose mode is spelt in another case as well", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3, mode: "rolling", rollingUpgrade: oneByOne });
    await world.comesToServe(["web_0", "web_1", "web_2"]);
    expect(await fewestServing(world, world.beginUp(newVersion))).toEqual({ problems: [], fewest: 2 });
    expect(upgraded()).toEqual(["web_0", "web_1", "web_2"]);
  });

  it("takes batches of two in a set of ten, as in Microsoft's example", async () => {
    const { world } = told;
    await world.deploy({ capacity: 10, zones: [], rollingUpgrade: {} });
    await world.deploy(newVersion);
    expect(batches()).toEqual(["0 and 1", "2 and 3", "4 and 5", "6 and 7", "8 and 9"]);
  });

  it("boots each instance once", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3, rollingUpgrade: oneByOne });
    await world.deploy(newVersion);
    expect(world.told("podman run")).toHaveLength(6);
    expect(world.told("podman start")).toEqual([]);
  });

  it("stays within one zone with a batch, and goes on with the next zone", async () => {
    proves("upgrade-zone-by-zone");
    const { world } = told;
    await world.deploy({ capacity: 5, zones: ["1", "2"], rollingUpgrade: { ...oneByOne, maxBatchInstancePercent: 67 } });
    await world.deploy(newVersion);
    expect(batches()).toEqual(["0, 2 and 4", "1 and 3"]);
  });

  it("starts the next batch pauseTimeBetweenBatches after the one before has become healthy", async () => {
    proves("upgrade-pause");
    const { world } = told;
    await world.deploy({ rollingUpgrade: { ...oneByOne, pauseTimeBetweenBatches: "PT7M" } });
    await world.deploy(newVersion);
    const [first] = world.when("web_0: is provisioned").slice(1);
    const [second] = world.when("web_1: gets a new disk");
    expect(second - first).toBeGreaterThanOrEqual(7);
    expect(second - first).toBeLessThan(8.5);
  });

  it("with prioritizeUnhealthyInstances begins with the unhealthy ones", async () => {
    proves("upgrade-unhealthy-first");
    const { world } = told;
    await world.deploy({ capacity: 3, repairs: noRepairs, rollingUpgrade: { ...oneByOne, prioritizeUnhealthyInstances: true } });
    world.machine("web_2").disturb("ill");
    await world.pass(5);
    await world.deploy(newVersion);
    expect(upgraded()).toEqual(["web_2", "web_0", "web_1"]);
  });

  it("gives an upgraded instance five minutes to become healthy", async () => {
    proves("upgrade-wait");
    const { world } = told;
    await world.deploy({ repairs: noRepairs, rollingUpgrade: oneByOne });
    const answer = world.beginUp(newVersion);
    await world.passUntil(() => world.instance("web_0").disk === 1 && world.podman.machine("web_0")?.behaviour.version === 2);
    world.machine("web_0").disturb("ill");
    await world.passUntil(() => world.instance("web_0").provisioningState === "Succeeded");
    await world.pass(4.5);
    world.machine("web_0").disturb(undefined);
    await world.pass(60);
    expect(await world.ended(answer)).toEqual([]);
  });

  it("goes on without an instance that goes on the way", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3, rollingUpgrade: oneByOne });
    const answer = world.beginUp(newVersion);
    await world.passUntil(() => upgraded().length === 1);
    void world.beginUp({ capacity: 2 });
    await world.pass(60);
    expect(await world.ended(answer)).toEqual([]);
    expect(world.instances.map(({ name, disk }) => `${name}/${disk}`)).toEqual(["web_0/1", "web_1/1"]);
  });

  it("starts anew with a newer model", async () => {
    proves("upgrade-overtaken");
    const { world } = told;
    await world.deploy({ capacity: 3, rollingUpgrade: oneByOne });
    void world.beginUp(newVersion);
    await world.passUntil(() => upgraded().length === 2);
    await world.deploy({ behaviour: { version: 3 }, image: "1.2.0" });
    expect(upgraded().slice(2)).toEqual(["web_0", "web_1", "web_2"]);
    expect(world.podman.containers.map(({ behaviour }) => behaviour.version)).toEqual([3, 3, 3]);
  });

  it("goes back to an earlier model as to any other", async () => {
    const { world } = told;
    await world.deploy({ rollingUpgrade: oneByOne });
    await world.deploy(newVersion);
    await world.deploy({ behaviour: {}, image: "1.0.0" });
    expect(world.podman.containers.map(({ behaviour }) => behaviour.version)).toEqual([undefined, undefined]);
  });
});

describe("a change that reaches an instance in place", () => {
  const newUserData = { behaviour: { version: 2 } };
  const upgradesInPlace = { capacity: 2, rollingUpgrade: oneByOne };

  /** What an instance reads from its metadata service. */
  function userDataOf(name: string): string | undefined {
    return told.world.daemon.metadata.get(name)?.read().instance.userData;
  }

  it("of user data is in the metadata service at once, does not run, and succeeds without a restart", async () => {
    proves("upgrade-user-data", "metadata-user-data-in-place");
    const { world } = told;
    await world.deploy(upgradesInPlace);
    await world.comesToServe(["web_0", "web_1"]);
    const machines = [...world.podman.containers];
    expect(await fewestServing(world, world.beginUp(newUserData))).toEqual({ problems: [], fewest: 2 });
    await world.pass(60);
    expect(world.podman.containers).toEqual(machines);
    expect(world.told("podman start")).toEqual([]);
    expect(world.machine("web_0").behaviour.version).toBeUndefined();
    expect(world.instances.map(({ model }) => model === world.scaleSet.view.latestModel)).toEqual([true, true]);
    expect(userDataOf("web_0")).toBe(userDataFor(newUserData.behaviour));
    expect(world.told("web_0: has model").join()).toContain("the changed userData is used on a new disk alone");
  });

  it("of user data runs on a new instance, and where the upgrade brings another image too", async () => {
    proves("upgrade-image");
    const { world } = told;
    await world.deploy(upgradesInPlace);
    await world.deploy(newUserData);
    await world.deploy({ capacity: 3 });
    expect(world.machine("web_2").behaviour.version).toBe(2);
    expect(world.machine("web_0").behaviour.version).toBeUndefined();
    await world.deploy({ image: "1.1.0" });
    expect(world.podman.containers.map(({ behaviour }) => behaviour.version)).toEqual([2, 2, 2]);
  });

  it("of the health extension has it begin anew, while the instance serves on", async () => {
    proves("upgrade-extension");
    const { world } = told;
    await world.deploy({ ...upgradesInPlace, repairs: noRepairs });
    await world.comesToServe(["web_0", "web_1"]);
    const machines = [...world.podman.containers];
    // The plain page of the application says nothing to an extension with rich states.
    expect((await world.up({ healthExtension: "2.0" })).join()).toContain("instance 0 is Unknown");
    expect(world.podman.containers).toEqual(machines);
    expect(world.served).toEqual(["web_0", "web_1"]);
  });

  it("of user data does not mend an instance whose user data failed", async () => {
    const { world } = told;
    expect(await world.up({ ...upgradesInPlace, behaviour: { boot: "fails" }, mode: "Automatic" })).toHaveLength(2);
    await world.up({ behaviour: {} });
    await world.pass(30);
    expect(world.instances.map(({ provisioningState }) => provisioningState)).toEqual(["Failed", "Failed"]);
  });

  it("of user data is taken back where the upgrade stops and goes back", async () => {
    const { world } = told;
    const takesBack = { ...oneByOne, maxUnhealthyUpgradedInstancePercent: 20, rollbackFailedInstancesOnPolicyBreach: true };
    await world.deploy({ capacity: 2, repairs: noRepairs, rollingUpgrade: takesBack });
    world.machine("web_0").disturb("ill");
    await world.pass(5);
    expect((await world.up(newUserData)).join()).toContain("MaxUnhealthyUpgradedInstancePercentExceededInRollingUpgrade");
    await world.pass(30);
    expect(userDataOf("web_0")).toBe(userDataFor({}));
  });
});

describe("the other upgrade policies", () => {
  it("With mode Manual nothing happens to the instances", async () => {
    proves("upgrade-manual");
    const { world } = told;
    await world.deploy({ mode: "Manual" });
    const machines = [...world.podman.containers];
    await world.deploy(newVersion);
    await world.pass(120);
    expect(world.podman.containers).toEqual(machines);
    await world.deploy({ capacity: 3 });
    expect(world.machine("web_2").behaviour.version).toBe(2);
  });

  it("With mode Automatic all instances are upgraded at once", async () => {
    proves("upgrade-automatic");
    const { world } = told;
    await world.deploy({ capacity: 3, mode: "Automatic" });
    await world.comesToServe(["web_0", "web_1", "web_2"]);
    expect(await fewestServing(world, world.beginUp(newVersion))).toEqual({ problems: [], fewest: 0 });
    expect(new Set(world.when("gets a new disk from model")).size).toBe(1);
    expect(await world.comesToServe(["web_0", "web_1", "web_2"])).toEqual(["web_0", "web_1", "web_2"]);
  });
});
