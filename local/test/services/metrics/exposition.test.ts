import { minute } from "../../../region/store/metrics/metric-grain";
import { exposedFamilies } from "../../../region/services/metrics/exposed";
import { type Family, renderExposition } from "../../../region/services/metrics/exposition";
import { hour } from "../../../region/store/metrics/metric-hour";
import { MetricStore } from "../../../region/store/metrics/metric-store";

const set = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Compute/virtualMachineScaleSets/web";
const start = 1000 * hour;

describe("the metrics that Prometheus reads", () => {
  it("have a name, a meaning, a type and escaped labels in the text format 0.0.4", () => {
    const samples: Family["samples"] = [
      { labels: { instance: 'a"b\\c\nd' }, value: 0.5 },
      { labels: {}, value: Infinity },
    ];
    expect(renderExposition([{ name: "azure_vmss_percentage_cpu", help: "one\\two\nthree", type: "gauge", samples }])).toBe(
      [
        "# HELP azure_vmss_percentage_cpu one\\\\two\\nthree",
        "# TYPE azure_vmss_percentage_cpu gauge",
        'azure_vmss_percentage_cpu{instance="a\\"b\\\\c\\nd"} 0.5',
        "azure_vmss_percentage_cpu +Inf",
        "",
      ].join("\n"),
    );
  });

  it("are those of the last whole minute, in each metric's own aggregation, with the instance and its zone", () => {
    const store = new MetricStore();
    for (const [offset, value] of [
      [0, 10],
      [1, 30],
      [minute, 99],
    ]) {
      store.record(set, "Percentage CPU", "web_0", value, start + offset);
      store.record(set, "Network In Total", "web_0", value, start + offset);
    }
    const text = renderExposition(exposedFamilies(store, start + minute + 1, () => "2"));
    expect(text).toContain('azure_vmss_percentage_cpu{resource="web",instance="web_0",zone="2"} 20\n');
    expect(text).toContain('azure_vmss_network_in_bytes{resource="web",instance="web_0",zone="2"} 40\n');
    expect(text.match(/^# TYPE/gm)).toHaveLength(2);
  });

  it("leave out an instance that has had no values for five minutes", () => {
    const store = new MetricStore();
    store.record(set, "Percentage CPU", "web_0", 1, start);
    expect(exposedFamilies(store, start + 5 * minute, () => undefined)).toHaveLength(1);
    expect(exposedFamilies(store, start + 6 * minute, () => undefined)).toEqual([]);
  });

  it("have room for what autoscale says of itself", () => {
    const store = new MetricStore();
    const setting = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Insights/autoscaleSettings/scale";
    store.record(setting, "ObservedCapacity", "", 3, start);
    store.record(setting, "ScaleActionsInitiated", "Increase", 1, start);
    const text = renderExposition(exposedFamilies(store, start + minute, () => undefined));
    expect(text).toContain('azure_autoscale_observed_capacity{resource="scale"} 3\n');
    expect(text).toContain('azure_autoscale_scale_actions_initiated{resource="scale",direction="Increase"} 1\n');
  });
});
