import { setTimeout as wait } from "node:timers/promises";
import { remove, set } from "../../../../../azure/test/rules/edits";
import { loadBalancerId } from "../../../../../azure/test/rules/valid/scale-set";
import type { Resource } from "../../../../region/store/resource";
import { proves } from "../../../support/proves";
import { minute } from "../instances";
import { PlannedSet } from "../planned-set";
import { WatchedSet } from "../watched-set";

const watched = new WatchedSet();
const withProbe = [
  remove("virtualMachineProfile.extensionProfile"),
  set("virtualMachineProfile.networkProfile.healthProbe.id", `${loadBalancerId}/probes/HTTP`),
];
const loadBalancer = {
  id: loadBalancerId,
  outputs: { probes: [{ name: "http", protocol: "Http", port: 80, requestPath: "/", intervalInSeconds: 5, probeThreshold: 1 }] },
} as unknown as Resource;

/** The set, once the load balancer's probe has asked both of its instances: web_0 answers with 200, web_1 with 503. */
async function probed(web: PlannedSet): Promise<void> {
  await watched.answer("web_0", 200);
  await watched.answer("web_1", 503);
  const { placed, watches, machines } = await watched.watch(web, [loadBalancer]);
  expect(watches.knowsHealth(placed, machines)).toBe(false);
  while (!watches.knowsHealth(placed, machines)) {
    await wait(5);
  }
  web.healthOf = (record) => (record.name in { web_0: 0, web_1: 1 } ? watches.healthOf(record) : { health: "Healthy", reason: "" });
}

describe("a load balancer's probe as the source of health", () => {
  it("Where the model names a load balancer's probe, repairs and rolling upgrades go by it: up is Healthy, down Unhealthy", async () => {
    proves("health-by-probe");
    const web = new PlannedSet();
    web.declare(...withProbe);
    await probed(web);
    expect(web.healthOf(web.record("web_0"))).toEqual({
      health: "Healthy",
      reason: "the load balancer's probe is up: the probe was answered with 200",
    });
    web.run(minute);
    expect(web.names).toEqual(["web_0", "web_2"]);
    expect(web.notes.join("\n")).toMatch(/web_1: repair by Replace: it is Unhealthy/);
  });

  it("stops a rolling upgrade before its first batch", async () => {
    const web = new PlannedSet();
    web.declare(...withProbe, set("automaticRepairsPolicy.enabled", false));
    await probed(web);
    web.declare(set("virtualMachineProfile.userData", "bmV3"), set("upgradePolicy.rollingUpgradePolicy.maxUnhealthyInstancePercent", 20));
    expect(web.state.upgrade?.error?.message).toBe(
      "50 % of the instances are unhealthy, more than maxUnhealthyInstancePercent 20; " +
        "instance 1 is Unhealthy: the load balancer's probe is down: the probe was answered with 503",
    );
    expect(web.state.instances.map(({ disk }) => disk)).toEqual([0, 0]);
  });
});
