import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { minute } from "../../../region/store/metrics/metric-grain";
import { hour } from "../../../region/store/metrics/metric-hour";
import { MetricStore } from "../../../region/store/metrics/metric-store";
import type { AlertNotice } from "../../../region/services/alerts/notifications/notice";
import type { Properties } from "../../../../azure/properties/value";
import { AlertWatch } from "../../../region/services/alerts/alert-watch";
import type { Resource } from "../../../region/store/resource";
import { regionContext } from "../../support/region-context";
import { actionGroup, actionGroupId, dynamicCriteria, metricAlert } from "../../../../azure/test/rules/valid/metric-alert";
import { scaledSetId } from "../../../../azure/test/rules/valid/autoscale-setting";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "alerts-"));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const start = 1000 * hour;

function resource(type: string, id: string, outputs: Properties): Resource {
  return { id, type, urn: id, inputs: outputs, outputs, secrets: [], outputSecrets: [], autonamed: false, confirmed: true };
}

/** A region with the tier's alert on CPU and its action group, in virtual time. */
class WatchedRegion {
  readonly metrics = new MetricStore();
  readonly notices: AlertNotice[] = [];
  readonly events: string[] = [];
  private readonly folder = fs.mkdtempSync(path.join(folder, "region-"));
  private watch: AlertWatch;

  constructor(private readonly alert: Properties = {}) {
    this.watch = this.begin();
  }

  /** What a daemon that begins anew has: the files, and no memory. */
  restart(): void {
    this.watch = this.begin();
  }

  /** Lets minutes pass with a value of Percentage CPU in each; undefined for one without data. */
  pass(first: number, values: readonly (number | undefined)[], part = "web_0"): void {
    values.forEach((value, index) => {
      const time = start + (first + index) * minute;
      if (value !== undefined) {
        this.metrics.record(scaledSetId, "Percentage CPU", part, value, time);
      }
      this.watch.evaluate(time + minute);
    });
  }

  get told(): string[] {
    return this.notices.map(({ condition }) => condition);
  }

  private begin(): AlertWatch {
    const all = [
      resource("azure-native:monitor:MetricAlert", "/alerts/web-cpu", { name: "web-cpu", ...metricAlert(), ...this.alert }),
      resource("azure-native:monitor:ActionGroup", actionGroupId, actionGroup()),
    ];
    const region = regionContext({
      folder: this.folder,
      store: { all: () => all, find: (id) => all.find((one) => one.id === id) },
      metrics: this.metrics,
      clock: { toDate: (time) => new Date(time) },
      events: { add: (subject, message) => void this.events.push(`${subject}: ${message}`) },
      tasks: { once: async (_, work) => (await work(), true) },
    });
    return new AlertWatch(region, { alert: async (_, notice) => void this.notices.push(notice) });
  }
}

describe("the watch over metric alerts", () => {
  it("fires when the window's average passes the threshold, and resolves when it has been below three times", () => {
    const region = new WatchedRegion();
    region.pass(0, [70, 70, 70, 70, 70, 100, 100, 100]);
    expect(region.told).toEqual(["Fired"]);
    expect(region.events).toEqual(["web-cpu: the alert fires: Average of Percentage CPU is 82 (condition: > 80)"]);
    region.pass(8, [0, 0, 0]);
    region.pass(11, [0, 0, 0]);
    expect(region.told).toEqual(["Fired", "Resolved"]);
    expect(region.notices[1].alertId).toBe(region.notices[0].alertId);
    expect(region.notices[1]).toMatchObject({ firedAt: region.notices[0].firedAt, targetId: scaledSetId });
  });

  it("fires whatever the case in which it spells Azure's words, and tells them as Azure spells them", () => {
    const criteria = metricAlert().criteria as { odataType: string; allOf: Properties[] };
    const allOf = [{ ...criteria.allOf[0], operator: "greaterThan", timeAggregation: "average" }];
    const region = new WatchedRegion({ criteria: { odataType: criteria.odataType.toLowerCase(), allOf } });
    region.pass(0, [100]);
    expect(region.told).toEqual(["Fired"]);
    expect(region.notices[0].rule).toMatchObject({
      conditionType: "SingleResourceMultipleMetricCriteria",
      criteria: [{ operator: "GreaterThan", timeAggregation: "Average" }],
    });
  });

  it("does not fire again after a restart of the daemon, and still resolves", () => {
    const region = new WatchedRegion();
    region.pass(0, [100]);
    region.restart();
    region.pass(1, [100, 100]);
    expect(region.told).toEqual(["Fired"]);
    region.pass(3, [0, 0, 0, 0, 0, 0]);
    expect(region.told).toEqual(["Fired", "Resolved"]);
  });

  it("evaluates once in each period of the frequency, at its end", () => {
    const region = new WatchedRegion({ evaluationFrequency: "PT5M", autoMitigate: false });
    region.pass(0, Array<number>(10).fill(100));
    expect(region.notices.map(({ windowEnd }) => (windowEnd.getTime() - start) / minute)).toEqual([5, 10]);
  });

  it("has a state for each instance where the alert chooses instances", () => {
    const criteria = metricAlert().criteria as { allOf: Properties[] };
    const allOf = [{ ...criteria.allOf[0], dimensions: [{ name: "VMName", operator: "Include", values: ["*"] }] }];
    const region = new WatchedRegion({ criteria: { ...criteria, allOf } });
    region.pass(0, [100], "web_0");
    region.pass(1, [100], "web_1");
    expect(region.notices.map(({ dimensions }) => dimensions)).toEqual([{ VMName: "web_0" }, { VMName: "web_1" }]);
  });

  it("says once of an alert that it cannot evaluate why", () => {
    const dynamic = new WatchedRegion({ criteria: dynamicCriteria() });
    dynamic.pass(0, [1, 1]);
    dynamic.restart();
    dynamic.pass(2, [1]);
    expect(dynamic.events).toEqual([
      "web-cpu: the alert is not evaluated: criteria.allOf[0] has a dynamic threshold, which Azure learns over days",
    ]);
    const criteria = metricAlert().criteria as { allOf: Properties[] };
    const unmeasured = new WatchedRegion({ criteria: { ...criteria, allOf: [{ ...criteria.allOf[0], metricName: "Inbound Flows" }] } });
    unmeasured.pass(0, [1]);
    expect(unmeasured.events[0]).toContain("criteria.allOf[0].metricName is Inbound Flows, which the region does not measure");
  });

  it("tells nobody while the alert is disabled", () => {
    const region = new WatchedRegion({ enabled: false });
    region.pass(0, [100, 100]);
    expect(region.told).toEqual([]);
  });
});
