import * as fs from "node:fs";
import * as path from "node:path";
import { setProtection } from "../../region/services/scale-set/manual-operations";
import { proves } from "../support/proves";
import { story } from "../simulation/story";

const told = story();

const repairsBy = (repairAction: string) => ({ enabled: true, gracePeriod: "PT10M", repairAction });

describe("automatic repairs", () => {
  it("replace an instance whose machine was switched off, in its zone", async () => {
    const { world } = told;
    await world.deploy();
    expect(await world.comesToServe(["web_0", "web_1"])).toEqual(["web_0", "web_1"]);
    world.machine("web_0").end();
    expect(await world.comesToServe(["web_1"])).toEqual(["web_1"]);
    expect(await world.comesToServe(["web_1", "web_2"])).toEqual(["web_1", "web_2"]);
    expect(world.names).toEqual(["web_1", "web_2"]);
    expect(world.instance("web_2").zone).toBe("1");
  });

  it("replace an instance also while another one lets the region not into the folder that they share", async () => {
    const { world } = told;
    await world.deploy();
    await world.comesToServe(["web_0", "web_1"]);
    const shared = path.join(world.daemon.region.folder, "machines", "web_1", "shared");
    fs.rmSync(shared, { recursive: true });
    fs.symlinkSync(shared, shared);
    world.machine("web_0").end();
    expect(await world.comesToServe(["web_1", "web_2"])).toEqual(["web_1", "web_2"]);
  });

  it("leave an instance alone until its grace period after its last state change has ended", async () => {
    proves("repairs-grace");
    const { world } = told;
    await world.deploy();
    const [provisionedAt] = world.when("web_0: is provisioned");
    world.machine("web_0").disturb("ill");
    await world.pass(60);
    const [repairedAt] = world.when("web_0: repair by ");
    expect(repairedAt - provisionedAt).toBeGreaterThanOrEqual(10);
    expect(repairedAt - provisionedAt).toBeLessThan(11);
  });

  it("repair at once where the last state change is longer ago than the grace period", async () => {
    const { world } = told;
    await world.deploy();
    await world.pass(60);
    world.machine("web_0").disturb("ill");
    await world.pass(3);
    expect(world.when(": repair by ")).toHaveLength(1);
    expect(await world.comesToServe(["web_1", "web_2"])).toEqual(["web_1", "web_2"]);
  });

  it("by Restart keep the instance, its disk and its address", async () => {
    const { world } = told;
    await world.deploy({ repairs: repairsBy("Restart") });
    const before = world.instance("web_0");
    const machine = world.machine("web_0");
    machine.disturb("ill");
    expect(await world.comesToServe(["web_1"])).toEqual(["web_1"]);
    expect(await world.comesToServe(["web_0", "web_1"])).toEqual(["web_0", "web_1"]);
    expect(world.machine("web_0")).toBe(machine);
    expect(world.instance("web_0")).toMatchObject({ vmId: before.vmId, disk: 0, address: before.address });
    expect(world.when(": repair by ")).toHaveLength(1);
  });

  it("by Reimage keep the instance and its address, and give it a new disk", async () => {
    const { world } = told;
    await world.deploy({ repairs: repairsBy("Reimage") });
    const before = world.instance("web_0");
    const machine = world.machine("web_0");
    machine.disturb("ill");
    expect(await world.comesToServe(["web_1"])).toEqual(["web_1"]);
    expect(await world.comesToServe(["web_0", "web_1"])).toEqual(["web_0", "web_1"]);
    expect(world.machine("web_0")).not.toBe(machine);
    expect(world.instance("web_0")).toMatchObject({ vmId: before.vmId, disk: 1, address: before.address });
  });

  it("go through three ill instances one at a time, the one with the oldest state change first", async () => {
    proves("repairs-one-at-a-time", "repairs-order");
    const { world } = told;
    await world.deploy({ capacity: 3 });
    const byAge = world.told(": is provisioned").map((line) => line.split(":")[0]);
    world.names.forEach((name) => world.machine(name).disturb("ill"));
    await world.passUntil(() => world.when(": repair by ").length === 3);
    const repaired = world.told(": repair by ").map((line) => line.split(":")[0]);
    expect(repaired).toEqual(byAge);
    const [, second, third] = world.when(": repair by ");
    expect(second).toBeGreaterThanOrEqual(world.when("web_3: is provisioned")[0]);
    expect(third).toBeGreaterThanOrEqual(world.when("web_4: is provisioned")[0]);
    expect(await world.comesToServe(["web_3", "web_4", "web_5"])).toEqual(["web_3", "web_4", "web_5"]);
  });

  it("leave instances with either kind of protection alone", async () => {
    proves("repairs-protected");
    const { world } = told;
    await world.deploy({ capacity: 3 });
    const { events } = world.daemon.region;
    setProtection(world.scaleSet, "web_0", "scale-in", events);
    setProtection(world.scaleSet, "web_1", "scale-set-actions", events);
    ["web_0", "web_1"].forEach((name) => world.machine(name).disturb("ill"));
    await world.pass(60);
    expect(world.names).toEqual(["web_0", "web_1", "web_2"]);
    setProtection(world.scaleSet, "web_0", undefined, events);
    expect(await world.comesToServe(["web_2", "web_3"])).toEqual(["web_2", "web_3"]);
    expect(world.names).toEqual(["web_1", "web_2", "web_3"]);
  });

  it("leave an instance alone whose provisioning failed", async () => {
    proves("repairs-provisioning-failed");
    const { world } = told;
    expect(await world.up({ behaviour: { boot: "fails" } })).toHaveLength(2);
    await world.pass(60);
    expect(world.names).toEqual(["web_0", "web_1"]);
    expect(world.instance("web_0").provisioningState).toBe("Failed");
    expect(world.when(": repair by ")).toEqual([]);
  });

  it("do nothing where they are switched off", async () => {
    const { world } = told;
    await world.deploy({ repairs: { enabled: false } });
    world.machine("web_0").end();
    await world.pass(120);
    expect(world.names).toEqual(["web_0", "web_1"]);
    expect(world.served).toEqual(["web_1"]);
  });
});
