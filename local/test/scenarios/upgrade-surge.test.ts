import { story } from "../simulation/story";
import { fewestServing } from "./fewest-serving";
import { proves } from "../support/proves";

const told = story();

const newVersion = { behaviour: { version: 2 }, image: "1.1.0" };
const surge = { maxSurge: true, maxBatchInstancePercent: 34, maxUnhealthyInstancePercent: 67, maxUnhealthyUpgradedInstancePercent: 67 };

/** The instances in the order in which they were created or went. */
function comingsAndGoings(): string[] {
  const lines = told.world.trace.filter((line) => /: is created in zone|: is gone/.test(line));
  return lines.map((line) => line.replace(/^.* min {2}(\w+): is (created in zone .|gone).*/, "$1 $2"));
}

describe("a rolling upgrade with maxSurge", () => {
  it("creates new instances first, in the zones of the old ones, which go when the new ones are healthy", async () => {
    proves("surge-new-first");
    const { world } = told;
    await world.deploy({ capacity: 3, rollingUpgrade: surge });
    await world.deploy(newVersion);
    expect(comingsAndGoings().slice(3)).toEqual([
      "web_3 created in zone 1",
      "web_0 gone",
      "web_4 created in zone 2",
      "web_1 gone",
      "web_5 created in zone 3",
      "web_2 gone",
    ]);
    expect(await world.comesToServe(["web_3", "web_4", "web_5"])).toEqual(["web_3", "web_4", "web_5"]);
  });

  it("never has fewer instances that serve than the set had", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3, rollingUpgrade: surge });
    await world.comesToServe(["web_0", "web_1", "web_2"]);
    expect(await fewestServing(world, world.beginUp(newVersion))).toEqual({ problems: [], fewest: 3 });
  });

  it("upgrades a batch in place where the subnet has no room for its new instances", async () => {
    proves("surge-no-room");
    const { world } = told;
    // Azure keeps five of the eight addresses.
    await world.deploy({ capacity: 3, rollingUpgrade: surge, subnetPrefix: "10.0.0.0/29" });
    await world.deploy(newVersion);
    expect(world.names).toEqual(["web_0", "web_1", "web_2"]);
    expect(world.instances.map(({ disk }) => disk)).toEqual([1, 1, 1]);
    expect(world.told("in place, as there is room for 0 more and not for the batch")).toHaveLength(3);
  });

  it("deletes a new instance that does not become healthy, keeps the old one and stops", async () => {
    proves("surge-failed", "upgrade-answer");
    const { world } = told;
    await world.deploy({ capacity: 3, rollingUpgrade: surge, repairs: { enabled: false } });
    await world.comesToServe(["web_0", "web_1", "web_2"]);
    const { problems, fewest } = await fewestServing(world, world.beginUp({ behaviour: { application: "ill" } }));
    expect(problems).toEqual([expect.stringContaining("the application answered with status 503 (created for 0)")]);
    expect(problems).toEqual([expect.stringContaining("MaxUnhealthyUpgradedInstancePercentExceededInRollingUpgrade")]);
    expect(fewest).toBe(3);
    await world.pass(30);
    expect(world.names).toEqual(["web_0", "web_1", "web_2"]);
    expect(world.served).toEqual(["web_0", "web_1", "web_2"]);
  });

  it("goes on without an instance whose replacement failed, where the policy bears it", async () => {
    const { world } = told;
    await world.deploy({
      capacity: 3,
      rollingUpgrade: { ...surge, maxUnhealthyUpgradedInstancePercent: 100 },
      repairs: { enabled: false },
    });
    const answer = world.beginUp(newVersion);
    await world.passUntil(() => world.podman.machine("web_3")?.status === "running");
    world.machine("web_3").disturb("ill");
    await world.pass(60);
    expect(await world.ended(answer)).toEqual([]);
    expect(world.names).toEqual(["web_0", "web_4", "web_5"]);
    expect(world.told("the upgrade is complete: the old model stays on instance 0")).toHaveLength(1);
  });

  it("waits with the next batch until the old instances are gone, terminate notifications and all", async () => {
    proves("surge-waits-for-deletion");
    const { world } = told;
    await world.deploy({ rollingUpgrade: surge });
    world.daemon.metadata.get("web_0")?.onEventsAsked();
    await world.deploy(newVersion);
    expect(comingsAndGoings().slice(2)).toEqual(["web_2 created in zone 1", "web_0 gone", "web_3 created in zone 2", "web_1 gone"]);
    const [notified] = world.when("web_0: deleted by the upgrade");
    const [gone] = world.when("web_0: is gone");
    expect(gone - notified).toBeGreaterThanOrEqual(5);
  });

  it("starts anew with a newer model, and what was created for the one before goes", async () => {
    proves("upgrade-overtaken");
    const { world } = told;
    await world.deploy({ capacity: 3, rollingUpgrade: surge });
    const first = world.beginUp(newVersion);
    await world.passUntil(() => world.names.includes("web_3"));
    const second = world.beginUp({ behaviour: { version: 3 } });
    await world.pass(60);
    expect([await world.ended(first), await world.ended(second)]).toEqual([[], []]);
    expect(world.names).toEqual(["web_4", "web_5", "web_6"]);
    expect(world.instances.map(({ zone }) => zone)).toEqual(["1", "2", "3"]);
    expect(world.machine("web_4").behaviour).toEqual({ version: 3 });
  });

  it("gives back what it had created when the mode becomes Manual", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3, rollingUpgrade: surge });
    void world.beginUp(newVersion);
    await world.passUntil(() => world.names.includes("web_3"));
    await world.deploy({ mode: "Manual" });
    await world.pass(30);
    expect(world.names).toEqual(["web_0", "web_1", "web_2"]);
    expect(world.machine("web_0").behaviour).toEqual({});
  });
});
