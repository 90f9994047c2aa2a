import * as fs from "node:fs";
import * as path from "node:path";
import { loadBalancerId } from "../../../azure/test/rules/valid/load-balancer";
import { bag } from "../../../azure/test/support/bags";
import { Engine, subjectOf } from "../support/engine";
import { types } from "../support/programs";
import { proves } from "../support/proves";
import { story } from "../simulation/story";

const told = story();

const probe = { intervalInSeconds: 5, requestPath: "/healthz", threshold: 2 };

/** The fewest instances that got new connections at any moment of some region minutes. */
async function fewestServed(minutes: number): Promise<number> {
  const { world } = told;
  let fewest = Infinity;
  await world.passUntil(() => {
    fewest = Math.min(fewest, world.served.length);
    return false;
  }, minutes);
  return fewest;
}

describe("a load balancer", () => {
  it("that comes later serves the instances that are there", async () => {
    const { world } = told;
    await world.deploy({ probe: undefined, mode: "Automatic" });
    expect(world.served).toEqual([]);
    expect(world.edges.ids).toEqual([]);
    await world.deploy({ probe });
    expect(await world.comesToServe(["web_0", "web_1"])).toEqual(["web_0", "web_1"]);
    expect(world.edges.ids).toHaveLength(1);
  });

  it("that goes leaves no edge, and its instances stay", async () => {
    const { world } = told;
    await world.deploy();
    await world.comesToServe(["web_0", "web_1"]);
    const problems = await world.up({ probe: undefined });
    expect(problems).toEqual([]);
    expect(world.edges.ids).toEqual([]);
    expect(world.names).toHaveLength(2);
  });

  it.each([
    ["another path", { requestPath: "/ready" }],
    ["another interval", { intervalInSeconds: 15 }],
    ["another threshold", { threshold: 3 }],
  ])("with %s for its probe keeps its backends", async (_, change) => {
    const { world } = told;
    await world.deploy();
    await world.comesToServe(["web_0", "web_1"]);
    const answer = world.beginUp({ probe: { ...probe, ...change } });
    expect(await fewestServed(10)).toBe(2);
    expect(await world.ended(answer)).toEqual([]);
  });

  it("takes a backend out at the first explicit failure, and after probeThreshold probes without an answer", async () => {
    const { world } = told;
    await world.deploy({ repairs: { enabled: false }, probe: { ...probe, threshold: 3 } });
    await world.comesToServe(["web_0", "web_1"]);
    world.machine("web_0").disturb("ill");
    expect(await world.comesToServe(["web_1"], 0.5)).toEqual(["web_1"]);
    world.machine("web_1").disturb("silent");
    await world.comesToServe([]);
    expect(world.told("web_1: probe readiness: the backend is now down: the probe was not answered in time, 3 in a row")).toHaveLength(1);
    world.machine("web_0").disturb(undefined);
    expect(await world.comesToServe(["web_0"], 2)).toEqual(["web_0"]);
  });

  it("that is lost comes back as it was", async () => {
    const { world } = told;
    await world.deploy();
    await world.comesToServe(["web_0", "web_1"]);
    world.edges.lose();
    expect(world.served).toEqual([]);
    expect(await world.comesToServe(["web_0", "web_1"], 15)).toEqual(["web_0", "web_1"]);
  });

  it("serves on while there is no daemon, and keeps its backends when the next one begins", async () => {
    const { world } = told;
    await world.deploy();
    await world.comesToServe(["web_0", "web_1"]);
    world.daemon.computer.kill();
    await world.pass(30);
    expect(world.serving).toEqual(["web_0", "web_1"]);
    world.restartDaemon();
    expect(await fewestServed(10)).toBe(2);
  });

  it("that was lost while there was no daemon is brought back by the next one", async () => {
    const { world } = told;
    await world.deploy();
    await world.comesToServe(["web_0", "web_1"]);
    world.daemon.computer.kill();
    world.edges.lose();
    await world.pass(5);
    world.restartDaemon();
    expect(await world.comesToServe(["web_0", "web_1"], 5)).toEqual(["web_0", "web_1"]);
  });

  it("that probes another port has the instances that answer there, whatever one has done to its own programs", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3, mode: "Manual" });
    await world.comesToServe(["web_0", "web_1", "web_2"]);
    world.machine("web_0").isTampered = true;
    await world.deploy({ probe: { ...probe, port: 8081 } });
    await world.up({ capacity: 4 });
    expect(await world.comesToServe(["web_0", "web_1", "web_2", "web_3"])).toEqual(["web_0", "web_1", "web_2", "web_3"]);
    world.machine("web_0").end();
    expect(await world.comesToServe(["web_1", "web_2", "web_3", "web_4"])).toEqual(["web_1", "web_2", "web_3", "web_4"]);
  });

  it("goes with the scale set and everything else, and comes with it again", async () => {
    const { world } = told;
    await world.deploy();
    await world.deploy({ hasScaleSet: false });
    await world.pass(5);
    expect([world.podman.containers, world.podman.networks, world.edges.ids]).toEqual([[], [], []]);
    await world.deploy({ hasScaleSet: true });
    expect(await world.comesToServe(["web_0", "web_1"])).toEqual(["web_0", "web_1"]);
  });

  it("is read back with the instances that there are, also after a repair", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3 });
    const members = async () => {
      const { session } = new Engine(world.daemon.provider);
      const state = await session.read(subjectOf(types.loadBalancer, "load-balancer"), loadBalancerId, bag(), bag());
      return [...JSON.stringify(state?.outputs.properties.backendAddressPools).matchAll(/"id":"[^"]*virtualMachines\/(\d+)\//g)].map(
        ([, id]) => id,
      );
    };
    // Each is there as an IP configuration of the pool, and as a backend address.
    expect(await members()).toEqual(["0", "1", "2", "0", "1", "2"]);
    world.machine("web_1").end();
    await world.comesToServe(["web_0", "web_2", "web_3"]);
    expect(await members()).toEqual(["0", "2", "3", "0", "2", "3"]);
  });
});

describe("the NAT ports of a load balancer", () => {
  const replaced = { web_1: 50001, web_2: 50002, web_3: 50003 };

  /** A tier whose instances have other ports than they would get if all came at once. */
  async function withReplacedInstance(): Promise<void> {
    const { world } = told;
    await world.deploy({ capacity: 3 });
    await world.comesToServe(["web_0", "web_1", "web_2"]);
    world.machine("web_0").end();
    await world.comesToServe(["web_1", "web_2", "web_3"]);
  }

  it("stay those of their instances when the next daemon begins, and when it brings back an edge that was lost", async () => {
    proves("edge-nat-ports");
    const { world } = told;
    await withReplacedInstance();
    expect(world.edges.natPorts).toEqual(replaced);
    world.restartDaemon();
    await world.pass(20);
    expect(world.edges.natPorts).toEqual(replaced);
    world.daemon.computer.kill();
    world.edges.lose();
    world.restartDaemon();
    await world.comesToServe(["web_1", "web_2", "web_3"]);
    expect(world.edges.natPorts).toEqual(replaced);
  });

  it("lead to nobody as long as they cannot be kept, while the others stay and connections go on", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3 });
    await world.comesToServe(["web_0", "web_1", "web_2"]);
    const inTheWay = path.join(world.daemon.region.folder, "nat-ports.json.new");
    fs.mkdirSync(inTheWay);
    world.machine("web_0").end();
    expect(await world.comesToServe(["web_1", "web_2", "web_3"])).toEqual(["web_1", "web_2", "web_3"]);
    expect(world.edges.natPorts).toEqual({ web_1: 50001, web_2: 50002 });
    expect(world.told('"reconcile" failed').filter((line) => line.includes("nat-ports.json"))).toHaveLength(1);
    fs.rmdirSync(inTheWay);
    await world.pass(20);
    expect(world.edges.natPorts).toEqual({ web_1: 50001, web_2: 50002, web_3: 50000 });
  });

  it("are given anew where what was kept of them is damaged, which is told, and the load balancer serves on", async () => {
    const { world } = told;
    await world.deploy({ capacity: 3 });
    await world.comesToServe(["web_0", "web_1", "web_2"]);
    world.daemon.computer.kill();
    fs.writeFileSync(path.join(world.daemon.region.folder, "nat-ports.json"), '{"lb":{"ssh":{"web_1":"50001"}}}');
    world.restartDaemon();
    expect(await fewestServed(10)).toBe(3);
    expect(world.told("nat-ports.json cannot be read")).toHaveLength(1);
    expect(world.edges.natPorts).toEqual({ web_0: 50000, web_1: 50001, web_2: 50002 });
  });

  it("are forgotten with the last scale set behind it", async () => {
    const { world } = told;
    await withReplacedInstance();
    world.machine("web_1").end();
    await world.comesToServe(["web_2", "web_3", "web_4"]);
    expect(world.edges.natPorts).toEqual({ web_2: 50002, web_3: 50003, web_4: 50000 });
    await world.deploy({ hasScaleSet: false });
    await world.pass(5);
    world.restartDaemon();
    await world.deploy({ hasScaleSet: true, capacity: 5 });
    await world.comesToServe(["web_0", "web_1", "web_2", "web_3", "web_4"]);
    expect(world.edges.natPorts).toEqual({ web_0: 50000, web_1: 50001, web_2: 50002, web_3: 50003, web_4: 50004 });
  });
});
