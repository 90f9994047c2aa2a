import { minute } from "../../../region/store/metrics/metric-grain";
import { hour } from "../../../region/store/metrics/metric-hour";
import { MetricStore } from "../../../region/store/metrics/metric-store";
import { proves } from "../../support/proves";

const set = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Compute/virtualMachineScaleSets/web";
const start = 1000 * hour;

describe("the metric store", () => {
  it("Of the values of a minute their average, minimum, maximum, total and count are kept", () => {
    proves("metric-minutes");
    const store = new MetricStore();
    [4, 10, -2].forEach((value, index) => store.record(set, "Percentage CPU", "web_0", value, start + index * 1000));
    expect(store.grains(set, "Percentage CPU", start, start + minute)).toEqual([
      { time: start, part: "web_0", average: 4, minimum: -2, maximum: 10, total: 12, count: 3 },
    ]);
  });

  it("keeps the parts of a resource, its metrics and other resources apart", () => {
    const store = new MetricStore();
    store.record(set, "Percentage CPU", "web_0", 1, start);
    store.record(set, "Percentage CPU", "web_1", 2, start);
    store.record(set, "Network In Total", "web_0", 3, start);
    store.record(`${set}2`, "Percentage CPU", "web_0", 4, start);
    expect(store.grains(set, "Percentage CPU", start, start + minute).map(({ part, total }) => [part, total])).toEqual([
      ["web_0", 1],
      ["web_1", 2],
    ]);
  });

  it("tells ids and names of metrics apart without regard to case, as Azure does", () => {
    const store = new MetricStore();
    store.record(set, "Percentage CPU", "", 1, start);
    store.record(set.toUpperCase(), "percentage cpu", "", 2, start);
    expect(store.grains(set, "PERCENTAGE CPU", start, start + minute)).toMatchObject([{ total: 3, count: 2 }]);
  });

  it("gives the minutes from one moment up to, but not at, another, oldest first, over the ends of hours", () => {
    const store = new MetricStore();
    for (let index = -3; index < 3; index++) {
      store.record(set, "m", "", index, start + index * minute);
    }
    expect(store.grains(set, "m", start - 2 * minute, start + minute).map(({ time }) => (time - start) / minute)).toEqual([-2, -1, 0]);
  });

  it("leaves out a minute without values, and does not take it for zero", () => {
    const store = new MetricStore();
    store.record(set, "m", "", 0, start);
    store.record(set, "m", "", 0, start + 2 * minute);
    expect(store.grains(set, "m", start, start + hour)).toHaveLength(2);
  });

  it("keeps a day, and no value that comes later than that", () => {
    const store = new MetricStore();
    store.record(set, "m", "", 1, start);
    store.record(set, "m", "", 1, start + 24 * hour);
    expect(store.grains(set, "m", start, start + 30 * hour)).toHaveLength(2);
    store.record(set, "m", "", 1, start + 25 * hour);
    store.record(set, "m", "", 1, start);
    expect(store.grains(set, "m", start, start + 30 * hour)).toHaveLength(2);
  });
});
