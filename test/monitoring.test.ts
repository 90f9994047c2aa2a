import { Monitoring, type MonitoringArgs } from "../src/monitoring";
import { durationInSeconds } from "../azure/facts/duration";
import { deploy, idOf } from "./support/deploy";
import { remembered } from "./support/remembered";

const args: MonitoringArgs = {
  resourceGroupName: "group",
  scaleSetId: "/scaleSets/web",
  loadBalancerId: "/loadBalancers/web",
  shortName: "web",
  notificationEmails: [],
  thresholds: { cpuPercent: 85, networkBytes: 1_000_000 },
};

const monitoringOf = remembered((overrides: Partial<MonitoringArgs>, preview: boolean) =>
  deploy(() => new Monitoring("web", { ...args, ...overrides }), { preview }),
);

describe.each([
  { mode: "update", preview: false },
  { mode: "preview", preview: true },
])("in a run of $mode, monitoring", ({ preview }) => {
  const alertsOf = async () =>
    (await monitoringOf({}, preview)).resources.filter(({ type }) => type === "azure-native:monitor:MetricAlert");

  it("watches CPU, network, disk and instances of the scale set, and data path and probe of the load balancer", async () => {
    const alerts = await alertsOf();
    const watched = alerts.map(({ inputs }) => {
      const { allOf } = inputs.criteria as {
        allOf: { metricNamespace: string; metricName: string; operator: string; threshold: number }[];
      };
      const { metricNamespace, metricName, operator, threshold } = allOf[0];
      return [(inputs.scopes as string[])[0], metricNamespace, metricName, operator, threshold, inputs.severity];
    });
    const scaleSet = ["/scaleSets/web", "Microsoft.Compute/virtualMachineScaleSets"];
    const loadBalancer = ["/loadBalancers/web", "Microsoft.Network/loadBalancers"];
    const byMetric = (a: unknown[], b: unknown[]) => String(a[2]).localeCompare(String(b[2]));
    expect(watched.sort(byMetric)).toEqual(
      [
        [...scaleSet, "Percentage CPU", "GreaterThan", 85, 3],
        [...scaleSet, "Network In Total", "GreaterThan", 1_000_000, 3],
        [...scaleSet, "Network Out Total", "GreaterThan", 1_000_000, 3],
        [...scaleSet, "OS Disk IOPS Consumed Percentage", "GreaterThan", 95, 3],
        [...scaleSet, "VmAvailabilityMetric", "LessThan", 1, 2],
        [...loadBalancer, "VipAvailability", "LessThan", 90, 0],
        [...loadBalancer, "DipAvailability", "LessThan", 90, 2],
      ].sort(byMetric),
    );
  });

  it("has only alerts that Azure takes: on, global, with a static threshold and times that fit each other", async () => {
    const alerts = await alertsOf();
    const frequencies = ["PT1M", "PT5M", "PT15M", "PT30M", "PT1H"];
    for (const { inputs } of alerts) {
      const { windowSize, evaluationFrequency } = inputs as { windowSize: string; evaluationFrequency: string };
      expect(inputs).toMatchObject({
        location: "global",
        enabled: true,
        autoMitigate: true,
        criteria: {
          odataType: "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria",
          allOf: [{ criterionType: "StaticThresholdCriterion", timeAggregation: "Average" }],
        },
      });
      expect(frequencies).toContain(evaluationFrequency);
      expect([...frequencies, "PT6H", "PT12H", "P1D"]).toContain(windowSize);
      expect(durationInSeconds(windowSize)).toBeGreaterThanOrEqual(durationInSeconds(evaluationFrequency));
    }
    expect(alerts).toHaveLength(7);
  });

  it("tells each address once", async () => {
    const { find } = await monitoringOf({ notificationEmails: ["a@example.com", "b@example.com"] }, preview);
    expect(find("azure-native:monitor:ActionGroup").inputs).toMatchObject({
      location: "global",
      enabled: true,
      groupShortName: "web",
      emailReceivers: [
        { name: "email-1", emailAddress: "a@example.com", useCommonAlertSchema: true },
        { name: "email-2", emailAddress: "b@example.com", useCommonAlertSchema: true },
      ],
    });
  });

  it("works without an address, for the portal", async () => {
    expect((await monitoringOf({}, preview)).find("azure-native:monitor:ActionGroup").inputs.emailReceivers).toEqual([]);
  });
});

it("has every alert tell the action group", async () => {
  const { resources } = await monitoringOf({}, false);
  const actions = resources.filter(({ type }) => type === "azure-native:monitor:MetricAlert").map(({ inputs }) => inputs.actions);
  expect(actions).toEqual(Array(7).fill([{ actionGroupId: idOf("azure-native:monitor:ActionGroup", "web-alerts") }]));
});
