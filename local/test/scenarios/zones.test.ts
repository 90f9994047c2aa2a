import { story } from "../simulation/story";
import type { World } from "../simulation/world";
import { proves } from "../support/proves";

const told = story();

/** The instances of each zone, by number alone. */
function spread(world: World): string {
  const zones = ["1", "2", "3"].map((zone) => world.instances.filter((record) => record.zone === zone));
  return zones.map((records) => records.map(({ id }) => id).join(" ")).join(" | ");
}

async function set(world: World, zones: readonly string[], isDown: boolean): Promise<void> {
  for (const zone of zones) {
    let isDone = false;
    void world.setZone(zone, isDown).then(() => (isDone = true));
    await world.passUntil(() => isDone);
  }
}

const takeDown = (world: World, ...zones: readonly string[]) => set(world, zones, true);
const bringBack = (world: World, ...zones: readonly string[]) => set(world, zones, false);

const noRepairs = { enabled: false };

describe("a zone that goes down", () => {
  it("takes its instances out of the load balancer at once, and repairs replace them in the zones that are left", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3 });
    expect(spread(world)).toBe("0 | 1 | 2");
    await takeDown(world, "1");
    expect(await world.comesToServe(["web_1", "web_2"], 1)).toEqual(["web_1", "web_2"]);
    await world.pass(60);
    expect(world.serving).toHaveLength(3);
    expect(spread(world)).toMatch(/^ \| \d \d \| 2$/);
  });

  it("and is back within the grace period gives its instances back", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3 });
    await takeDown(world, "1");
    expect(await world.comesToServe(["web_1", "web_2"])).toEqual(["web_1", "web_2"]);
    await bringBack(world, "1");
    expect(await world.comesToServe(["web_0", "web_1", "web_2"], 8)).toEqual(["web_0", "web_1", "web_2"]);
    await world.pass(60);
    expect(spread(world)).toBe("0 | 1 | 2");
  });

  it("again while it is being brought back is down in the end, with all its machines", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3 });
    await takeDown(world, "1");
    void world.setZone("1", false);
    await takeDown(world, "1");
    await world.pass(1);
    expect(world.machine("web_0").status).toBe("exited");
    expect(await world.comesToServe(["web_1", "web_2"], 8)).toEqual(["web_1", "web_2"]);
  });

  it("keeps no scale-out from the others", async () => {
    proves("zones-one-down");
    const { world } = told;
    await world.deploy({ capacity: 3, repairs: noRepairs });
    await takeDown(world, "1");
    await world.deploy({ capacity: 5 });
    expect(spread(world)).toBe("0 | 1 3 | 2 4");
  });

  it("is balanced again by scaling out and in when it is back", async () => {
    proves("zones-recovery");
    const { world } = told;
    await world.deploy({ capacity: 3 });
    await takeDown(world, "1");
    await world.comesToServe(["web_1", "web_2", "web_3"]);
    await bringBack(world, "1");
    await world.deploy({ capacity: 4 });
    expect(spread(world)).toBe("4 | 1 3 | 2");
    await world.deploy({ capacity: 3 });
    await world.comesToServe(["web_1", "web_2", "web_4"]);
    expect(spread(world)).toBe("4 | 1 | 2");
  });

  it("stays down for a daemon that begins anew", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3, repairs: noRepairs });
    await takeDown(world, "1");
    world.restartDaemon();
    await world.pass(5);
    await world.deploy({ capacity: 5 });
    expect(spread(world)).toBe("0 | 1 3 | 2 4");
  });
});

describe("repairs in a zone that is down", () => {
  it.each(["Restart", "Reimage"])("by %s wait until it is back: they cannot bring it up", async (repairAction) => {
    const { world } = told;
    await world.deploy({ capacity: 3, repairs: { enabled: true, gracePeriod: "PT10M", repairAction } });
    await takeDown(world, "1");
    await world.pass(60);
    expect(world.served).toEqual(["web_1", "web_2"]);
    expect(world.told(": repair by ")).toEqual([]);
    await bringBack(world, "1");
    expect(await world.comesToServe(["web_0", "web_1", "web_2"], 10)).toEqual(["web_0", "web_1", "web_2"]);
  });

  it("are none while two zones are down, as nothing may be placed then", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3 });
    await takeDown(world, "1", "2");
    await world.pass(60);
    expect(spread(world)).toBe("0 | 1 | 2");
    await bringBack(world, "2");
    await world.pass(60);
    expect(world.serving).toHaveLength(3);
    expect(spread(world)).toMatch(/^ \| \d \d \| 2$/);
  });

  it("do not begin with all zones down, and the set is whole again once they are back", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3 });
    await takeDown(world, "1", "2", "3");
    expect(await world.comesToServe([])).toEqual([]);
    await world.pass(60);
    expect(world.podman.containers.filter(({ status }) => status === "running")).toEqual([]);
    await bringBack(world, "1", "2", "3");
    await world.pass(60);
    expect(world.serving).toHaveLength(3);
  });
});

describe("an upgrade in place", () => {
  it("waits in a zone that is down, and goes on when it is back", async () => {
    const { world } = told;
    const rollingUpgrade = { maxBatchInstancePercent: 34, maxUnhealthyInstancePercent: 67, maxUnhealthyUpgradedInstancePercent: 67 };
    await world.deploy({ capacity: 3, repairs: noRepairs, rollingUpgrade });
    await takeDown(world, "1");
    await world.comesToServe(["web_1", "web_2"]);
    const answer = world.beginUp({ behaviour: { version: 2 }, image: "1.1.0" });
    await world.pass(60);
    expect(world.serving).toEqual(["web_1", "web_2"]);
    await bringBack(world, "1");
    await world.pass(60);
    expect(await world.ended(answer)).toEqual([]);
    expect(await world.comesToServe(["web_0", "web_1", "web_2"])).toEqual(["web_0", "web_1", "web_2"]);
  });
});

describe("two zones that are down", () => {
  it("let the set scale neither out nor in, which is said once, until one of them is back", async () => {
    proves("zones-two-down");
    const { world } = told;
    await world.deploy({ capacity: 3, repairs: noRepairs });
    await takeDown(world, "1", "2");
    expect(await world.up({ capacity: 5 })).toEqual([expect.stringContaining("3 of 5 instances and cannot grow: zones 1 and 2 are down")]);
    await world.pass(30);
    expect(spread(world)).toBe("0 | 1 | 2");
    expect(world.told("web: cannot grow: zones 1 and 2 are down")).toHaveLength(1);
    await world.deploy({ capacity: 2 });
    await world.pass(30);
    expect(spread(world)).toBe("0 | 1 | 2");
    await bringBack(world, "1");
    await world.pass(30);
    expect(world.names).toHaveLength(2);
  });

  it("fail the creation of a set, which is complete once one of them is back", async () => {
    const { world } = told;
    await world.deploy();
    await takeDown(world, "1", "2");
    await world.deploy({ hasScaleSet: false });
    expect(await world.up({ hasScaleSet: true })).toEqual([
      expect.stringContaining("0 of 2 instances and cannot grow: zones 1 and 2 are down"),
    ]);
    await bringBack(world, "1");
    expect(await world.comesToServe(["web_0", "web_1"], 10)).toEqual(["web_0", "web_1"]);
  });
});
