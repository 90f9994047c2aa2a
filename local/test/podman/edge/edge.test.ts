import * as fs from "node:fs";
import * as net from "node:net";
import type { EdgeSpecification, Edges } from "../../../region/podman/edge/edge";
import { EdgeRegion, freeNatRange, freeTestPort, listen } from "./region";
import { loadBalancerId, member, natRule, rule, to, traffic } from "./specification";
import { outcome, underLoad, Visit, visit, visits } from "./visitor";
import { proves } from "../../support/proves";

const natPorts = 8;

let region: EdgeRegion;
let edges: Edges;
let site: number;
let ssh: number;

/** The edge with all three instances in rotation, unless a test changes that. */
function specification(change: Partial<EdgeSpecification> = {}): EdgeSpecification {
  const members = ["web_0", "web_1", "web_2"].map((name, index) =>
    member(name, region.addressOf(name), { zone: String(index + 1), natPorts: { ssh: ssh + index } }),
  );
  return region.specification({ traffic: declared(), members, distributions: { site: to("web_0", "web_1", "web_2") }, ...change });
}

function declared(change = {}) {
  return traffic({
    loadBalancingRules: [rule({ frontendPort: site, ...change })],
    inboundNatRules: [natRule({ frontendPortRangeStart: ssh, frontendPortRangeEnd: ssh + natPorts - 1 })],
  });
}

beforeAll(async () => {
  region = await EdgeRegion.create();
  [site, ssh] = [await freeTestPort(), await freeNatRange()];
  await Promise.all(["web_0", "web_1", "web_2"].map((name) => region.startInstance(name)));
});

afterAll(async () => {
  await region?.remove();
});

beforeEach(async () => {
  edges = region.edges();
  await edges.ensure(specification());
});

describe("an edge", () => {
  it("New connections are spread evenly by the source's address and port", async () => {
    proves("edge-distribution");
    const counts = await visits(site, 300);
    expect(Object.keys(counts).sort()).toEqual(["web_0", "web_1", "web_2"]);
    // Five standard deviations of a fair choice are 41.
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(59);
    expect(Math.max(...Object.values(counts))).toBeLessThan(141);
  });

  it("With SourceIP or SourceIPProtocol all connections of one address go to one instance", async () => {
    proves("edge-source-ip");
    for (const loadDistribution of ["SourceIP", "SourceIPProtocol"]) {
      await edges.ensure(specification({ traffic: declared({ loadDistribution }) }));
      expect(Object.values(await visits(site, 30))).toEqual([30]);
    }
  });

  it("A standing connection goes on while new ones go elsewhere", async () => {
    proves("edge-standing");
    const standing = await Visit.begin(site);
    const instance = await standing.ask();
    const others = ["web_0", "web_1", "web_2"].filter((name) => name !== instance);
    await edges.ensure(specification({ distributions: { site: to(...others) } }));
    expect(Object.keys(await visits(site, 40)).sort()).toEqual(others);
    expect(await standing.ask()).toBe(instance);
    standing.leave();
  });

  it("With nobody for new connections they are reset, and standing ones go on or end as Azure's would", async () => {
    proves("edge-nobody");
    const standing = await Visit.begin(site);
    const instance = await standing.ask();
    await edges.ensure(specification({ distributions: { site: to() } }));
    expect(await outcome(site)).toMatch(/ECONNRESET|EPIPE/);
    expect(await standing.ask()).toBe(instance);
    await edges.ensure(specification({ distributions: { site: { ...to(), standingConnectionsGoOn: false } } }));
    await standing.ended;
    await expect(standing.ask()).rejects.toThrow();
  });

  it("Standing connections end also where they are older than the configuration", async () => {
    const standing = await Visit.begin(site);
    await standing.ask();
    await edges.ensure(specification({ traffic: declared({ idleTimeoutInMinutes: 5 }), distributions: { site: to("web_1") } }));
    await edges.ensure(
      specification({
        traffic: declared({ idleTimeoutInMinutes: 5 }),
        distributions: { site: { ...to(), standingConnectionsGoOn: false } },
      }),
    );
    await standing.ended;
    await expect(standing.ask()).rejects.toThrow();
  });

  it("A connection to an instance that is silent waits until another one gets the new connections", async () => {
    proves("edge-silent");
    const silent = member("web_9", region.addressOf("web_9"));
    const members = [...specification().members, silent];
    await edges.ensure(specification({ members, distributions: { site: to("web_9") } }));
    const answer = visit(site);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await edges.ensure(specification({ members, distributions: { site: to("web_2") } }));
    expect(await answer).toBe("web_2");
  });

  it("Connections that wait for a silent instance get another one although the silent one has left the load balancer", async () => {
    const silent = member("web_9", region.addressOf("web_9"));
    const { members } = specification();
    await edges.ensure(specification({ members: [...members, silent], distributions: { site: to("web_9") } }));
    const answers = Promise.all(Array.from({ length: 8 }, () => visit(site)));
    await new Promise((resolve) => setTimeout(resolve, 500));
    await edges.ensure(specification({ members: [...members, silent], distributions: { site: to("web_1", "web_9") } }));
    await edges.ensure(specification({ members, distributions: { site: to("web_1") } }));
    expect(new Set(await answers)).toEqual(new Set(["web_1"]));
  });

  it("A connection to an instance that refuses ends without an answer", async () => {
    proves("edge-refusal");
    await edges.ensure(specification({ traffic: declared({ backendPort: 81 }) }));
    await expect(visit(site)).rejects.toThrow();
  });

  it("An idle connection is closed after its time", async () => {
    proves("edge-idle");
    await edges.ensure(specification({ traffic: declared({ idleTimeoutInMinutes: 0.01 }) }));
    const idle = await Visit.begin(site);
    await idle.ask();
    expect(await idle.ended).toBe("end");
  });

  it("A change of the configuration loses no request and ends no connection", async () => {
    proves("edge-change");
    const standing = await Visit.begin(site);
    const instance = await standing.ask();
    const before = await region.containerId();
    const outcomes = await underLoad(site, async () => {
      for (let minutes = 5; minutes < 13; minutes++) {
        await edges.ensure(specification({ traffic: declared({ idleTimeoutInMinutes: minutes }) }));
      }
    });
    expect(outcomes).toEqual(["web_0", "web_1", "web_2"]);
    expect(await standing.ask()).toBe(instance);
    expect(await region.containerId()).toBe(before);
    standing.leave();
  });

  it("loses no request when the only instance gives way to another one, known before or new", async () => {
    const [first, second, third] = specification().members;
    const outcomes = await underLoad(site, async () => {
      for (let turn = 0; turn < 3; turn++) {
        await edges.ensure(specification({ members: [first, second], distributions: { site: to("web_0") } }));
        await edges.ensure(specification({ members: [first, second], distributions: { site: to("web_1") } }));
        await edges.ensure(specification({ members: [third], distributions: { site: to("web_2") } }));
      }
    });
    expect(outcomes).toEqual(["web_0", "web_1", "web_2"]);
  });

  it("A NAT port leads to port 22 of its own instance, also before that instance's probe is up", async () => {
    proves("edge-nat");
    await edges.ensure(specification({ distributions: {} }));
    expect([await visit(ssh), await visit(ssh + 1), await visit(ssh + 2)]).toEqual(["ssh to web_0", "ssh to web_1", "ssh to web_2"]);
    expect(await outcome(ssh + 3)).toBe("ECONNREFUSED");
  });

  it("A port that a network security group closes refuses connections, and those that stand go on", async () => {
    proves("security-closed");
    const before = await region.containerId();
    const standing = await Visit.begin(ssh);
    expect(await standing.ask()).toBe("ssh to web_0");
    const reason = "DenyAllInBound of web-nsg denies it";
    const members = specification().members.map((one) => ({ ...one, closedPorts: { 22: reason, 80: reason } }));
    await edges.ensure(specification({ members }));
    expect([await outcome(ssh), await outcome(site)]).toEqual(["ECONNREFUSED", "ECONNREFUSED"]);
    expect(await standing.ask()).toBe("ssh to web_0");
    standing.leave();
    await edges.ensure(specification());
    expect(await visit(ssh)).toBe("ssh to web_0");
    expect(await region.containerId()).toBe(before);
  });

  it("leaves an instance out whose port alone is closed", async () => {
    const [first, ...others] = specification().members;
    await edges.ensure(specification({ members: [{ ...first, closedPorts: { 80: "Deny of web-nsg denies it" } }, ...others] }));
    expect(Object.keys(await visits(site, 40)).sort()).toEqual(["web_1", "web_2"]);
  });

  it("counts what went to each instance", async () => {
    const standing = await Visit.begin(ssh + 1);
    await standing.ask();
    const counted = (await edges.traffic(loadBalancerId)).find(({ section }) => section === `inboundNatRule:ssh:${ssh + 1}`);
    expect(counted).toMatchObject({ instance: "web_1", currentConnections: 1, totalConnections: expect.any(Number) });
    standing.leave();
  });
});

describe("the edges of a region", () => {
  it("serve on without a daemon, and the next one takes them over as they are", async () => {
    const before = await region.containerId();
    await edges.ensure(specification({ distributions: { site: to("web_1") } }));
    const standing = await Visit.begin(site);
    await standing.ask();
    const next = region.edges();
    await next.ensure(specification({ distributions: { site: to("web_2") } }));
    expect(await visits(site, 10)).toEqual({ web_2: 10 });
    expect(await standing.ask()).toBe("web_1");
    expect(await next.list()).toEqual([loadBalancerId.toLowerCase()]);
    expect(await region.containerId()).toBe(before);
    standing.leave();
  });

  it("come back when somebody has killed or removed their container", async () => {
    region.run("kill", await region.containerId());
    await edges.ensure(specification());
    expect(await visit(site)).toMatch(/^web_/);
    region.run("rm", "--force", "--time", "0", await region.containerId());
    await edges.ensure(specification());
    expect(await visit(site)).toMatch(/^web_/);
  });

  it("are told of as soon as their HAProxy has ended, and go on in the same container", async () => {
    await edges.ensure(specification({ traffic: declared({ idleTimeoutInMinutes: 6 }) }));
    const before = await region.containerId();
    const ended = new Promise<string>((resolve) => (edges.whenEnded = resolve));
    region.run("kill", before);
    expect(await ended).toBe(loadBalancerId.toLowerCase());
    await edges.ensure(specification());
    expect(await visit(site)).toMatch(/^web_/);
    expect(await region.containerId()).toBe(before);
  });

  it("end at once when they are stopped", async () => {
    const standing = await Visit.begin(site);
    await standing.ask();
    const id = await region.containerId();
    region.run("stop", "--time", "60", id);
    expect(await standing.ended).toBeDefined();
    expect(region.run("inspect", "--format", "{{.State.ExitCode}}", id)).not.toBe("137");
  });

  it("get another container for other ports", async () => {
    const before = await region.containerId();
    const other = await freeTestPort();
    await edges.ensure(specification({ traffic: declared({ frontendPort: other }) }));
    expect(await visit(other)).toMatch(/^web_/);
    expect(await outcome(site)).toBe("ECONNREFUSED");
    expect(await region.containerId()).not.toBe(before);
  });

  it("name the property whose port is in use on this computer", async () => {
    const { server, port } = await listen();
    try {
      await expect(edges.ensure(specification({ traffic: declared({ frontendPort: port }) }))).rejects.toThrow(
        `loadBalancingRules[0].frontendPort is ${port}`,
      );
    } finally {
      server.close();
    }
  });

  it("open all the other ports where one for NAT is in use on this computer, and say which is not open", async () => {
    await edges.remove(loadBalancerId);
    const server = net.createServer((socket) => socket.end());
    await new Promise<void>((resolve) => server.listen(ssh + 1, "127.0.0.1", resolve));
    try {
      expect(await edges.ensure(specification())).toEqual([
        { property: "inboundNatRules[0]", because: expect.stringContaining(`Port ${ssh + 1}, which leads to web_1, was in use`) },
      ]);
      expect([await visit(site), await visit(ssh + 2)]).toEqual([expect.stringMatching(/^web_/), "ssh to web_2"]);
      const ofNextDaemon = region.edges();
      expect(await ofNextDaemon.ensure(specification())).toHaveLength(1);
      expect([edges, ofNextDaemon].map((each) => each.missingPorts(loadBalancerId))).toEqual([[ssh + 1], [ssh + 1]]);
    } finally {
      server.close();
      await edges.remove(loadBalancerId);
    }
  });

  it("leave nothing behind when they are removed, and removing them again is no error", async () => {
    await edges.remove(loadBalancerId);
    await edges.remove(loadBalancerId);
    expect(await edges.list()).toEqual([]);
    expect(fs.readdirSync(region.folder).filter((name) => name.startsWith("web-lb"))).toEqual([]);
    expect(await outcome(site)).toBe("ECONNREFUSED");
  });
});
