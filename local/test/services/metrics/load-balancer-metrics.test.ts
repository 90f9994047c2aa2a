import { dipAvailability, frontendMetrics, vipAvailability } from "../../../region/services/metrics/load-balancer-metrics";
import { proves } from "../../support/proves";

const section = "loadBalancingRule:site";
const worker = {
  worker: "13",
  section,
  name: "site",
  currentConnections: 1,
  maximumConnections: 4000,
  connections: 10,
  bytesIn: 1000,
  bytesOut: 9000,
};

describe("a load balancer's metrics", () => {
  it("The health probe status is the share of probes that are up", () => {
    proves("metric-dip-availability");
    const probes = [
      { instance: "web_0", isUp: true },
      { instance: "web_1", isUp: false },
    ];
    expect(dipAvailability(probes).map(({ part, value }) => [part, value])).toEqual([
      ["web_0", 100],
      ["web_1", 0],
    ]);
  });

  it("The data path is available while a healthy instance is behind the rule and the way to it is there", () => {
    proves("metric-vip-availability");
    const rules = [
      { name: "site", hasBackends: true },
      { name: "admin", hasBackends: false },
    ];
    expect(vipAvailability(rules, true).map(({ value }) => value)).toEqual([100, 0]);
    expect(vipAvailability(rules, false).map(({ value }) => value)).toEqual([0, 0]);
  });

  it("count bytes of both directions and connections since the last reading", () => {
    expect(frontendMetrics([worker], [{ ...worker, connections: 14, bytesIn: 1500, bytesOut: 9700 }])).toEqual([
      { metric: "ByteCount", part: "site", value: 1200 },
      { metric: "SYNCount", part: "site", value: 4 },
    ]);
  });

  it("count on through a reload, when a new worker begins and the old one still has connections, and when that ends", () => {
    const started = { ...worker, worker: "20", connections: 3, bytesIn: 30, bytesOut: 70 };
    const total = (before: (typeof worker)[], now: (typeof worker)[]) =>
      frontendMetrics(before, now).reduce((sum, { metric, value }) => sum + (metric === "ByteCount" ? value : 0), 0);
    expect(total([worker], [started, { ...worker, bytesOut: 9005 }])).toBe(105);
    expect(total([started, worker], [{ ...started, bytesIn: 40 }])).toBe(10);
  });
});
