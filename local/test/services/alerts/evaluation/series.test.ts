import type { MetricCriterion, TimeAggregation } from "../../../../region/services/alerts/evaluation/model";
import { aggregate, seriesOf } from "../../../../region/services/alerts/evaluation/series";
import { proves } from "../../../support/proves";

const grain = (part: string, average: number, count: number) => ({
  time: 0,
  part,
  average,
  minimum: average - 1,
  maximum: average + 1,
  total: average * count,
  count,
  dimensions: { VMName: part },
});
const cpu: MetricCriterion = {
  name: "cpu",
  metricName: "Percentage CPU",
  operator: "GreaterThan",
  threshold: 80,
  timeAggregation: "Average",
  dimensions: [],
};
const grains = [grain("web_0", 10, 1), grain("web_1", 50, 3), grain("web_0", 20, 1)];

function split(values: readonly string[], excludes = false) {
  return seriesOf([{ ...cpu, dimensions: [{ name: "vmname", excludes, values }] }], [grains]);
}

describe("the time series of an alert", () => {
  it("The minutes of the window and the parts of the resource count by the values that they have", () => {
    proves("alert-aggregation");
    const of = (aggregation: TimeAggregation) => aggregate(grains, aggregation);
    expect((["Average", "Count", "Minimum", "Maximum", "Total"] as const).map(of)).toEqual([36, 5, 9, 51, 180]);
    expect(aggregate([], "Total")).toBeUndefined();
    expect(seriesOf([cpu], [grains])).toEqual([{ dimensions: {}, values: [36] }]);
  });

  it("An alert that chooses dimension values has a state for each combination of them", () => {
    proves("alert-dimensions");
    expect(split(["*"])).toEqual([
      { dimensions: { vmname: "web_0" }, values: [15] },
      { dimensions: { vmname: "web_1" }, values: [50] },
    ]);
    expect(split(["WEB_1"])).toEqual([{ dimensions: { vmname: "web_1" }, values: [50] }]);
    expect(split(["web_1"], true)).toEqual([{ dimensions: { vmname: "web_0" }, values: [15] }]);
  });

  it("is a single one where there are several criteria, each of which filters by its own dimensions", () => {
    const ofOne = { ...cpu, dimensions: [{ name: "VMName", excludes: false, values: ["web_1"] }] };
    expect(seriesOf([ofOne, cpu], [grains, []])).toEqual([{ dimensions: {}, values: [50, undefined] }]);
  });
});
