import * as fc from "fast-check";
import type { Edges } from "../../../region/podman/edge/edge";
import { hostileTexts } from "../../generated/hostile-texts";
import { edgeConfiguration } from "../../generated/written-fields";
import { EdgeRegion, freeNatRange, freeTestPort } from "./region";
import { loadBalancerId, member, natRule, rule, to, traffic } from "./specification";
import { outcome, Visit, visit } from "./visitor";

const natPorts = 8;

let region: EdgeRegion;
let edges: Edges;
let site: number;
let ssh: number;

beforeAll(async () => {
  region = await EdgeRegion.create();
  edges = region.edges();
  [site, ssh] = [await freeTestPort(), await freeNatRange()];
  const names = ["web_0", "web_1", "web_2"];
  await Promise.all(names.map((name) => region.startInstance(name)));
  await edges.ensure(
    region.specification({
      traffic: traffic({
        loadBalancingRules: [rule({ frontendPort: site })],
        inboundNatRules: [natRule({ frontendPortRangeStart: ssh, frontendPortRangeEnd: ssh + natPorts - 1 })],
      }),
      members: names.map((name) => member(name, region.addressOf(name))),
      distributions: { site: to(...names) },
    }),
  );
});

afterAll(async () => {
  await region?.remove();
});

describe("an edge that strangers speak to, and that programs of strangers name things for", () => {
  it("keeps nobody out for 3,500 connections with half a request, and counts them", async () => {
    const halves = await Promise.all(Array.from({ length: 3500 }, () => Visit.begin(site)));
    try {
      halves.forEach((half) => half.write("GET / HTTP/1.1\r\nHost:"));
      expect(await visit(site)).toMatch(/^web_/);
      const [counted] = ((await edges.frontends(loadBalancerId)) ?? []).filter(({ name }) => name === "site");
      expect(counted.currentConnections).toBeGreaterThanOrEqual(3500);
      expect(counted.maximumConnections).toBeGreaterThan(3500);
    } finally {
      halves.forEach((half) => half.leave());
    }
  });

  it("serves rules and instances of any name, and nothing of a name is taken for more", async () => {
    const name = 'a\n  bind :22 "$(reboot)" größe 🦀';
    const members = [member(`${name}_0`, region.addressOf("web_0"), { natPorts: Object.fromEntries([[name, ssh]]) })];
    const named = traffic({
      loadBalancingRules: [rule({ frontendPort: site, name })],
      inboundNatRules: [natRule({ name, frontendPortRangeStart: ssh, frontendPortRangeEnd: ssh + natPorts - 1 })],
    });
    const distributions = { [name]: { ...to(`${name}_0`), reason: name } };
    await edges.ensure(region.specification({ traffic: named, members, distributions }));
    expect([await visit(site), await visit(ssh)]).toEqual(["web_0", "ssh to web_0"]);
    // A worker from before counts under the old name until the last of the connections above has ended.
    const counted = (await edges.frontends(loadBalancerId))?.map((one) => one.name).filter((one) => one !== "site");
    expect(counted).toEqual([name, name]);
    await edges.ensure(region.specification({ traffic: named, members, distributions: { [name]: to() } }));
    expect(await outcome(site)).toMatch(/ECONNRESET|EPIPE/);
  });

  it("takes the configuration of two hundred hostile names", async () => {
    await region.check(edgeConfiguration([...new Set(fc.sample(hostileTexts, { numRuns: 200, seed: 7 }))]));
  });
});
