import { story } from "../simulation/story";

const told = story();
const all = ["web_0", "web_1", "web_2"];

describe("a region on a full disk", () => {
  beforeEach(async () => {
    const { world } = told;
    await world.deploy({ capacity: 3 });
    await world.comesToServe(all);
    world.disk.isFull = true;
  });

  it("serves on, takes out what has died, says once why it does not repair it, and repairs it once there is room", async () => {
    const { world } = told;
    world.machine("web_0").end();
    await world.pass(60);
    expect(world.served).toEqual(["web_1", "web_2"]);
    expect(world.serving).toEqual(["web_1", "web_2"]);
    expect(world.told('background task "reconcile" failed')).toEqual([expect.stringContaining("the disk is full")]);

    world.disk.isFull = false;
    expect(await world.comesToServe(["web_1", "web_2", "web_3"])).toEqual(["web_1", "web_2", "web_3"]);
    await world.pass(60);
    expect(world.told('background task "reconcile" works again')).toHaveLength(1);
  });

  it("that became full while machines are made does not give the instances up", async () => {
    const { world } = told;
    world.disk.isFull = false;
    const up = world.beginUp({ capacity: 4 });
    await world.passUntil(() => world.names.includes("web_3"));
    world.disk.isFull = true;
    await world.pass(60);
    expect(world.instance("web_3").provisioningState).toBe("Creating");
    world.disk.isFull = false;
    expect(await world.ended(up)).toEqual([]);
    expect(await world.comesToServe([...all, "web_3"])).toEqual([...all, "web_3"]);
  });

  it("knows that a machine has booted meanwhile, also where somebody starts its zone, which is up, before the region has looked", async () => {
    const { world } = told;
    world.disk.isFull = false;
    void world.beginUp({ capacity: 4 });
    await world.passUntil(() => world.podman.machine("web_3")?.status === "running");
    world.disk.isFull = true;
    await world.pass(60);
    world.disk.isFull = false;
    void world.setZone("1", false);
    await world.pass(60);
    expect(world.told("its provisioning failed")).toEqual([]);
    expect(await world.comesToServe([...all, "web_3"])).toEqual([...all, "web_3"]);
  });

  it("refuses what is declared, and does it when it is declared again", async () => {
    const { world } = told;
    expect((await world.up({ capacity: 4 })).join()).toContain("the disk is full");
    expect(world.names).toEqual(all);
    world.disk.isFull = false;
    await world.deploy({ capacity: 4 });
    expect(world.names).toHaveLength(4);
  });

  it("is taken over by a daemon that begins anew, with all that there is", async () => {
    const { world } = told;
    world.restartDaemon();
    await world.pass(60);
    expect(world.served).toEqual(all);
    world.disk.isFull = false;
    world.machine("web_0").end();
    expect(await world.comesToServe(["web_1", "web_2", "web_3"])).toEqual(["web_1", "web_2", "web_3"]);
  });
});
