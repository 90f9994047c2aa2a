import { metricNamespaces, tierAlerts } from "../../../../src/alerts";
import { metrics } from "../../../region/services/metrics/catalogue";

describe("the catalogue of metrics", () => {
  it.each(tierAlerts({ cpuPercent: 80, networkBytes: 1 }).map((alert) => [alert.name, alert] as const))(
    "has what the tier's %s looks at",
    (_name, { scope, metricName }) => {
      expect(metrics.find(({ name }) => name === metricName)?.resourceType).toBe(metricNamespaces[scope]);
    },
  );

  it("gives every metric a name of its own that Prometheus takes", () => {
    const names = metrics.map(({ exposedAs }) => exposedAs);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z_]+$/.test(name) || name.endsWith("_total"))).toEqual([]);
  });
});
