import { story } from "../simulation/story";

const told = story();
const all = ["web_0", "web_1", "web_2"];
const hour = 3_600_000;

describe.each([
  ["forward by a day", 24 * hour],
  ["back by an hour", -hour],
])("a computer whose clock is set %s", (_, jump) => {
  it("has its region repair what dies as soon as ever, and no sooner", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3 });
    await world.comesToServe(all);
    world.time.clockAheadBy += jump;
    world.machine("web_0").end();
    const died = world.minutes;
    expect(await world.comesToServe(["web_1", "web_2", "web_3"])).toEqual(["web_1", "web_2", "web_3"]);
    const [repaired] = world.when("repair by Replace");
    // The grace period of ten minutes began when the instance was made.
    expect(repaired - died).toBeLessThan(11);
    expect(world.minutes - died).toBeLessThan(30);
  });

  it("does not give up what boots just then, and restarts what is to be restarted once", async () => {
    const { world } = told;
    const up = world.beginUp({ capacity: 3, repairs: { enabled: true, gracePeriod: "PT10M", repairAction: "Restart" } });
    await world.passUntil(() => world.podman.containers.length > 0);
    world.time.clockAheadBy += jump;
    expect(await world.ended(up)).toEqual([]);
    await world.comesToServe(all);
    await world.pass(11);
    world.machine("web_0").disturb("ill");
    await world.passUntil(() => world.told("repair by Restart").length > 0);
    world.time.clockAheadBy += jump;
    await world.pass(5);
    world.machine("web_0").disturb(undefined);
    expect(await world.comesToServe(all)).toEqual(all);
    expect(world.told("repair by Restart")).toHaveLength(1);
  });

  it("is taken over by a daemon that begins anew", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3 });
    await world.comesToServe(all);
    await world.pass(60);
    const before = world.daemon.region.clock.now();
    world.time.clockAheadBy += jump;
    world.restartDaemon();
    expect(world.daemon.region.clock.now()).toBeGreaterThan(before - world.speedFactor * 60_000);
    await world.pass(20);
    world.machine("web_0").end();
    expect(await world.comesToServe(["web_1", "web_2", "web_3"])).toEqual(["web_1", "web_2", "web_3"]);
  });
});
