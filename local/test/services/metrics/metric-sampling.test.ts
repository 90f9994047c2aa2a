import { minute } from "../../../region/store/metrics/metric-grain";
import type { MachineUsage } from "../../../region/podman/machines/machine-access";
import { MetricStore } from "../../../region/store/metrics/metric-store";
import { MetricSampling, samplingInterval } from "../../../region/services/metrics/metric-sampling";
import type { InstanceTarget, MetricTargets } from "../../../region/services/metrics/metric-targets";
import { proves } from "../../support/proves";
import { regionContext } from "../../support/region-context";

const running: MachineUsage = { processorSeconds: 1, memoryBytes: 1 };
const target: InstanceTarget = {
  resourceId: "/set",
  name: "web_0",
  capacity: { vCpus: 1, osDiskOperationsPerSecond: 500 },
  shouldRun: true,
};

/** Measures once, with usages by the names of machines. */
async function sampled(targets: Partial<MetricTargets>, usages: Record<string, MachineUsage>, edgeAnswers = true) {
  const metrics = new MetricStore();
  const sampling = new MetricSampling(
    regionContext({ clock: { now: () => minute }, machines: { usage: async (name) => usages[name] }, metrics }),
    () => ({ instances: [], loadBalancers: [], ...targets }),
    async () => (edgeAnswers ? [] : undefined),
  );
  await sampling.sample();
  return (resource: string, metric: string) =>
    metrics.grains(resource, metric, minute, 2 * minute).map(({ part, average }) => [part, average]);
}

describe("the sampling of metrics", () => {
  it("VmAvailabilityMetric is 1 while an instance runs, 0 while it should and does not, and missing while it is made or updated", async () => {
    proves("metric-vm-availability");
    const instances = [
      target,
      { ...target, name: "web_1" },
      { ...target, name: "web_2", shouldRun: false },
      { ...target, name: "web_3", shouldRun: false },
    ];
    const values = await sampled({ instances }, { web_0: running, web_2: running });
    expect(values("/set", "VmAvailabilityMetric")).toEqual([
      ["web_0", 1],
      ["web_1", 0],
      ["web_2", 1],
    ]);
  });

  it("says nothing of a machine that Podman could not be asked about", async () => {
    const unknown = new Proxy({}, { get: () => Promise.reject(new Error("podman ps failed")) });
    expect((await sampled({ instances: [target] }, unknown))("/set", "VmAvailabilityMetric")).toEqual([]);
  });

  it("takes an edge that does not answer for a data path that is down", async () => {
    const loadBalancers = [{ resourceId: "/lb", probes: [], rules: [{ name: "site", hasBackends: true }] }];
    expect((await sampled({ loadBalancers }, {}))("/lb", "VipAvailability")).toEqual([["site", 100]]);
    expect((await sampled({ loadBalancers }, {}, false))("/lb", "VipAvailability")).toEqual([["site", 0]]);
  });

  it("tells once that an edge is full, and once that it has room again", async () => {
    const told: string[] = [];
    const standing = [4000, 4081, 4081, 4080, 100, 50];
    const frontend = { worker: "1", section: "loadBalancingRule:site", name: "site", connections: 0, bytesIn: 0, bytesOut: 0 };
    const sampling = new MetricSampling(
      regionContext({
        clock: { now: () => minute },
        metrics: new MetricStore(),
        events: { add: (_: string, message: string) => told.push(message) },
      }),
      () => ({ instances: [], loadBalancers: [{ resourceId: "/lb", probes: [], rules: [] }] }),
      async () => [
        { ...frontend, currentConnections: standing.shift() ?? 0, maximumConnections: 4081 },
        { ...frontend, section: "inboundNatRule:ssh:50000", currentConnections: 0, maximumConnections: 4081 },
      ],
    );
    while (standing.length > 0) {
      await sampling.sample();
    }
    expect(told).toEqual([
      expect.stringContaining("is full: it carries 4081 connections"),
      expect.stringContaining("room again: 100 of 4081"),
    ]);
  });

  it("comes four times in every minute of region time at least, and every five real seconds at least", () => {
    const pause = (speedFactor: number) => samplingInterval({ realLength: (length) => length / speedFactor });
    expect([1, 10, 60].map(pause)).toEqual([5000, 1500, 250]);
  });
});
