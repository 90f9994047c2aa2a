import { story } from "../simulation/story";

const told = story();

describe("an internal load balancer", () => {
  it("is in front of the same scale set as the public one, and each has its edge", async () => {
    const { world } = told;
    await world.deploy({ hasInternalLoadBalancer: true });
    expect(world.edges.ids.map((id) => id.replace(/^.*\//, "")).sort()).toEqual(["internal-lb", "web-lb"]);
    expect(await world.comesToServe(["web_0", "web_1"])).toEqual(["web_0", "web_1"]);
    world.restartDaemon();
    await world.pass(5);
    expect(world.told("its edge is not as declared")).toEqual([]);
  });

  it("comes to a public one that serves already, and goes again", async () => {
    const { world } = told;
    await world.deploy();
    await world.deploy({ hasInternalLoadBalancer: true });
    expect(world.edges.ids).toHaveLength(2);
    expect(world.served).toEqual(["web_0", "web_1"]);
    await world.deploy({ hasInternalLoadBalancer: false });
    await world.passUntil(() => world.edges.ids.length === 1);
    expect(world.edges.ids.map((id) => id.replace(/^.*\//, ""))).toEqual(["web-lb"]);
  });
});
