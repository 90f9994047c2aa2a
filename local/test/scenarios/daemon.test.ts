import type { DeclaredTier } from "../simulation/declared-tier";
import { notAtRest } from "../simulation/rest";
import { story } from "../simulation/story";
import type { World } from "../simulation/world";

const told = story();

const newVersion = { behaviour: { version: 2 }, image: "1.1.0" };
const inPlace = { maxBatchInstancePercent: 34, maxUnhealthyInstancePercent: 67, maxUnhealthyUpgradedInstancePercent: 67 };

/** Waits for the end of the daemon, begins another one, declares the same again, and waits. @returns What is not as declared then. */
async function settles(world: World): Promise<string[]> {
  await world.passUntil(() => world.daemon.computer.isDead, 30);
  await world.pass(1);
  world.restartDaemon();
  await world.pass(1);
  await world.deploy();
  await world.passUntil(() => notAtRest(world).length === 0);
  return notAtRest(world);
}

type Begin = (world: World) => unknown;

const begun: readonly (readonly [what: string, given: Partial<DeclaredTier>, begin: Begin])[] = [
  ["a repair by Replace", {}, (world) => world.machine("web_0").end()],
  ["a repair by Reimage", repairsBy("Reimage"), (world) => world.machine("web_0").disturb("ill")],
  ["a repair by Restart", repairsBy("Restart"), (world) => world.machine("web_0").disturb("ill")],
  ["an upgrade with maxSurge", {}, (world) => void world.beginUp(newVersion)],
  ["an upgrade in place", { rollingUpgrade: inPlace }, (world) => void world.beginUp(newVersion)],
  ["an upgrade of all at once", { mode: "Automatic" }, (world) => void world.beginUp(newVersion)],
  ["a scale-out", {}, (world) => void world.beginUp({ capacity: 4 })],
  ["a scale-in", {}, (world) => void world.beginUp({ capacity: 1 })],
  ["a changed probe", {}, (world) => void world.beginUp({ probe: { intervalInSeconds: 15, requestPath: "/ready", threshold: 1 } })],
  ["the end of a load balancer", { mode: "Automatic" }, (world) => void world.beginUp({ probe: undefined })],
  ["the end of a scale set", {}, (world) => void world.beginUp({ hasScaleSet: false })],
];

function repairsBy(repairAction: string): Partial<DeclaredTier> {
  return { repairs: { enabled: true, gracePeriod: "PT10M", repairAction } };
}

describe.each(begun)("a daemon that is killed in the middle of %s", (_, given, begin) => {
  it.each([1, 5, 12])("after act %i leaves nothing that the next one does not bring to its end", async (acts) => {
    const { world } = told;
    await world.deploy({ capacity: 3, ...given });
    await world.comesToServe(["web_0", "web_1", "web_2"]);
    await world.pass(12);
    begin(world);
    world.daemon.computer.killAfter(acts);
    expect(await settles(world)).toEqual([]);
  });
});

describe("the first daemon of a scale set", () => {
  it.each([0, 3, 8, 17])("that is killed after act %i leaves what the next `pulumi up` makes whole", async (acts) => {
    const { world } = told;
    void world.beginUp({ capacity: 3 });
    world.daemon.computer.killAfter(acts);
    expect(await settles(world)).toEqual([]);
    expect(world.names).toHaveLength(3);
  });
});

describe("a daemon that begins anew", () => {
  it("touches nothing of a set that is well", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3 });
    await world.comesToServe(["web_0", "web_1", "web_2"]);
    const machines = [...world.podman.containers];
    for (let time = 0; time < 3; time++) {
      world.restartDaemon();
      await world.pass(20);
    }
    expect(world.podman.containers).toEqual(machines);
    expect(world.served).toEqual(["web_0", "web_1", "web_2"]);
  });

  it("repairs what fell ill while there was none, once it has seen that itself", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3 });
    world.daemon.computer.kill();
    world.machine("web_0").end();
    await world.pass(60);
    expect(world.served).toContain("web_0");
    world.restartDaemon();
    expect(await world.comesToServe(["web_1", "web_2", "web_3"])).toEqual(["web_1", "web_2", "web_3"]);
  });

  it("stops no upgrade for instances that it has not asked yet, however long ago they came", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3, rollingUpgrade: { ...inPlace, pauseTimeBetweenBatches: "PT30M" } });
    await world.comesToServe(["web_0", "web_1", "web_2"]);
    void world.beginUp(newVersion);
    await world.pass(20);
    world.daemon.computer.kill();
    await world.pass(20);
    world.restartDaemon();
    await world.deploy();
    expect(notAtRest(world)).toEqual([]);
  });

  it("keeps an instance in the load balancer that has just restarted, while another is deleted", async () => {
    const { world } = told;
    await world.deploy({ mode: "Manual" });
    await world.comesToServe(["web_0", "web_1"]);
    world.byHand("restart", "web_0");
    await world.passUntil(() => world.told("podman start").length === 1);
    world.daemon.computer.kill();
    await world.pass(20);
    world.restartDaemon();
    await world.deploy({ capacity: 1 });
    expect(world.served).toEqual(["web_0"]);
  });

  it("leaves nothing of a scale set that was being removed to one that is declared later under its name", async () => {
    const { world } = told;
    const names = ["web_0", "web_1", "web_2"];
    await world.deploy({ capacity: 3 });
    await world.comesToServe(names);
    void world.beginUp({ hasScaleSet: false });
    await world.passUntil(() => world.podman.containers.length < 3);
    world.restartDaemon();
    await world.passUntil(() => world.podman.containers.length === 0);
    await world.deploy({ hasScaleSet: true });
    expect(await world.comesToServe(names, 2)).toEqual(names);
  });

  it("has the machines boot again that a restart of the computer has stopped, and repairs none", async () => {
    const { world } = told;
    const names = ["web_0", "web_1", "web_2"];
    await world.deploy({ capacity: 3 });
    await world.comesToServe(names);
    await world.pass(15);
    world.daemon.computer.kill();
    names.forEach((name) => world.machine(name).end());
    await world.pass(60);
    world.restartDaemon();
    expect(await world.comesToServe(names)).toEqual(names);
    await world.pass(60);
    expect(world.names).toEqual(names);
    expect(world.told("repair by")).toEqual([]);
  });
});
