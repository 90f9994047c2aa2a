import { story } from "../simulation/story";
import { fewestServing } from "./fewest-serving";

const told = story();

const newVersion = { behaviour: { version: 2 }, image: "1.1.0" };
const inPlace = { maxBatchInstancePercent: 34, maxUnhealthyInstancePercent: 67, maxUnhealthyUpgradedInstancePercent: 67 };
const surge = { ...inPlace, maxSurge: true };

/** The versions that the machines of the set run, and how many run each. */
function versions(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { behaviour } of told.world.podman.containers) {
    const version = `version ${behaviour.version ?? 1}`;
    counts[version] = (counts[version] ?? 0) + 1;
  }
  return counts;
}

describe.each([
  ["in place", inPlace],
  ["with maxSurge", surge],
])("during an upgrade %s", (_, rollingUpgrade) => {
  it("a scale-out creates instances of the new model, and the upgrade goes on to its end", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3, rollingUpgrade });
    const upgrade = world.beginUp(newVersion);
    await world.pass(2);
    const { problems, fewest } = await fewestServing(world, world.beginUp({ capacity: 5 }));
    expect(problems).toEqual([]);
    expect(fewest).toBeGreaterThanOrEqual(2);
    expect(await world.ended(upgrade)).toEqual([]);
    expect(await world.comesToServe(world.names)).toHaveLength(5);
    expect(versions()).toEqual({ "version 2": 5 });
  });

  it("a scale-in leaves as many as declared, all of the new model", async () => {
    const { world } = told;
    await world.deploy({ capacity: 5, rollingUpgrade });
    const upgrade = world.beginUp(newVersion);
    await world.pass(3);
    await world.deploy({ capacity: 2 });
    expect(await world.ended(upgrade)).toEqual([]);
    expect(await world.comesToServe(world.names)).toHaveLength(2);
    expect(versions()).toEqual({ "version 2": 2 });
  });

  it("a machine that is switched off is repaired or upgraded, and the upgrade reaches its end", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3, rollingUpgrade });
    const upgrade = world.beginUp(newVersion);
    await world.pass(1);
    world.machine("web_2").end();
    await world.pass(120);
    expect(await world.ended(upgrade)).toEqual([]);
    expect(await world.comesToServe(world.names)).toHaveLength(3);
    expect(versions()).toEqual({ "version 2": 3 });
  });

  it("autoscale goes out under load and in again when it is over", async () => {
    const { world } = told;
    await world.deploy({
      capacity: 2,
      rollingUpgrade: { ...rollingUpgrade, pauseTimeBetweenBatches: "PT15M" },
      autoscale: { minimum: 2, maximum: 3 },
    });
    const upgrade = world.beginUp(newVersion);
    await world.pass(2);
    world.load = 0.95;
    await world.passUntil(() => world.scaleSet.instances.filter(({ surgeFor }) => surgeFor === undefined).length === 3, 30);
    await world.pass(60);
    expect(await world.ended(upgrade)).toEqual([]);
    expect(await world.comesToServe(world.names)).toHaveLength(3);
    world.load = 0.05;
    await world.passUntil(() => world.names.length === 2);
    expect(versions()).toEqual({ "version 2": 2 });
  });
});

describe("autoscale", () => {
  it("stays within its minimum and maximum, whatever the load", async () => {
    const { world } = told;
    await world.deploy({ autoscale: { minimum: 2, maximum: 3 } });
    world.load = 1;
    await world.pass(60);
    expect(await world.comesToServe(world.names)).toHaveLength(3);
    world.load = 0;
    await world.pass(60);
    expect(await world.comesToServe(world.names)).toHaveLength(2);
  });

  it("goes on when the daemon begins anew", async () => {
    const { world } = told;
    await world.deploy({ autoscale: { minimum: 2, maximum: 3 } });
    world.load = 1;
    await world.pass(4);
    world.restartDaemon();
    await world.passUntil(() => world.names.length === 3);
    world.restartDaemon();
    expect(await world.comesToServe(["web_0", "web_1", "web_2"])).toEqual(["web_0", "web_1", "web_2"]);
  });
});
