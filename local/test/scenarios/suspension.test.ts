import { resumeRepairs, setProtection } from "../../region/services/scale-set/manual-operations";
import { story } from "../simulation/story";
import type { World } from "../simulation/world";
import { proves } from "../support/proves";

const told = story();

/** Has the region create a set whose instances are never healthy, and waits until the repair service gives up. */
async function suspended(): Promise<World> {
  const { world } = told;
  await world.deploy({ capacity: 1, mode: "Manual", behaviour: { application: "ill" } });
  expect(await world.passUntil(() => world.scaleSet.view.repairs.serviceState === "Suspended")).toBe(true);
  return world;
}

describe("automatic repairs that do not help", () => {
  it("are suspended after three in a row, and say how to go on", async () => {
    proves("repairs-suspended-after-three");
    const world = await suspended();
    expect(world.told(": repair by ")).toHaveLength(3);
    expect(world.names).toEqual(["web_3"]);
    expect(world.told("automatic repairs are now suspended")).toEqual([expect.stringContaining("make resume-repairs")]);
  });

  it("stay suspended until somebody resumes them, and then count from none again", async () => {
    proves("repairs-suspended");
    const world = await suspended();
    await world.pass(6 * 60);
    expect(world.names).toEqual(["web_3"]);
    expect(resumeRepairs([world.scaleSet], world.daemon.region.events)).toEqual(["web"]);
    await world.passUntil(() => world.scaleSet.view.repairs.serviceState === "Suspended");
    expect(world.names).toEqual(["web_5"]);
  });

  it("make the set well once the model is, and repairs are resumed", async () => {
    const world = await suspended();
    await world.deploy({ behaviour: {} });
    await world.pass(60);
    expect(world.served).toEqual([]);
    resumeRepairs([world.scaleSet], world.daemon.region.events);
    expect(await world.comesToServe(["web_4"])).toEqual(["web_4"]);
    await world.pass(120);
    expect(world.names).toEqual(["web_4"]);
    expect(resumeRepairs([world.scaleSet], world.daemon.region.events)).toEqual([]);
  });

  it("bring the new model where a rolling upgrade cannot begin, and the next `pulumi up` ends well", async () => {
    proves("upgrade-done-by-repairs");
    const { world } = told;
    await suspended();
    const mended = { mode: "Rolling", behaviour: {} } as const;
    expect((await world.up(mended)).join()).toContain("MaxUnhealthyInstancePercentExceededInRollingUpgrade");
    resumeRepairs([world.scaleSet], world.daemon.region.events);
    expect(await world.comesToServe(["web_4"])).toEqual(["web_4"]);
    // Pulumi runs the update again that has failed.
    expect(await world.up({ repairs: { ...world.declared.repairs, gracePeriod: "PT11M" } })).toEqual([]);
    expect(world.scaleSet.view.upgrade?.code).toBe("Completed");
  });

  it("leave an instance alone, while they are suspended, that nobody has repaired yet", async () => {
    const world = await suspended();
    setProtection(world.scaleSet, "web_3", "scale-set-actions", world.daemon.region.events);
    await world.deploy({ behaviour: {}, capacity: 2 });
    expect(await world.comesToServe(["web_4"])).toEqual(["web_4"]);
    world.machine("web_4").end();
    await world.pass(60);
    expect(world.names).toEqual(["web_3", "web_4"]);
  });

  it("stay suspended when the daemon begins anew", async () => {
    const world = await suspended();
    world.restartDaemon();
    await world.pass(120);
    expect(world.names).toEqual(["web_3"]);
    expect(world.scaleSet.view.repairs.serviceState).toBe("Suspended");
  });

  it("begin anew when they are switched off and on", async () => {
    const world = await suspended();
    await world.deploy({ repairs: { enabled: false } });
    await world.pass(30);
    await world.deploy({ repairs: { enabled: true, gracePeriod: "PT10M", repairAction: "Replace" } });
    await world.passUntil(() => world.names.join() === "web_4", 30);
    expect(world.names).toEqual(["web_4"]);
  });
});

describe("a repair that helps", () => {
  it("begins the count of fruitless ones anew", async () => {
    proves("repairs-suspended-after-three");
    const { world } = told;
    await world.deploy({ capacity: 1, repairs: { enabled: true, gracePeriod: "PT10M", repairAction: "Restart" } });
    const fallsIllAgain = async (times: number) => {
      for (let time = 0; time < times; time++) {
        world.machine("web_0").disturb("ill");
        const repairs = world.told(": repair by ").length;
        await world.passUntil(() => world.told(": repair by ").length > repairs);
        await world.passUntil(() => world.instance("web_0").provisioningState === "Succeeded");
      }
    };
    await fallsIllAgain(3);
    expect(world.scaleSet.view.repairs).toMatchObject({ serviceState: "Running", fruitlessRepairs: 2 });
    await world.pass(5);
    expect(world.served).toEqual(["web_0"]);
    await fallsIllAgain(2);
    expect(world.scaleSet.view.repairs).toMatchObject({ serviceState: "Running", fruitlessRepairs: 2 });
  });
});

describe("a plain page as the health endpoint", () => {
  it("is healthy to the extension with binary states, and nothing is repaired", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3, healthExtension: "1.0" });
    await world.pass(180);
    expect(world.names).toEqual(["web_0", "web_1", "web_2"]);
  });

  it("is Unknown to the extension with rich states, and instances that serve well are replaced until repairs are suspended", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3, healthExtension: "2.0" });
    expect(await world.comesToServe(["web_0", "web_1", "web_2"])).toEqual(["web_0", "web_1", "web_2"]);
    await world.passUntil(() => world.scaleSet.view.repairs.serviceState === "Suspended", 180);
    expect(world.told(": repair by ")).toHaveLength(5);
    expect(world.names).not.toContain("web_0");
    expect(await world.comesToServe(world.names)).toHaveLength(3);
  });
});
