import { story } from "../simulation/story";

const told = story();

describe("automatic repairs", () => {
  it("replace an instance whose machine was switched off, once it has been unhealthy for longer than the grace period", async () => {
    const { world } = told;
    expect(await world.up()).toEqual([]);
    expect(await world.comesToServe(["web_0", "web_1"])).toEqual(["web_0", "web_1"]);
    world.podman.machine("web_0")?.end();
    expect(await world.comesToServe(["web_1"])).toEqual(["web_1"]);
    expect(await world.comesToServe(["web_1", "web_2"])).toEqual(["web_1", "web_2"]);
    expect(world.instances.map(({ name }) => name)).toEqual(["web_1", "web_2"]);
    expect(world.instance("web_2").zone).toBe("1");
  });
});
