import { tierAlerts } from "../src/alerts";
import { Monitoring, type MonitoringArgs } from "../src/monitoring";
import { durationInSeconds } from "../azure/facts/duration";
import { deploy, idOf } from "./support/deploy";
import { remembered } from "./support/remembered";

const args: MonitoringArgs = {
  resourceGroupName: "group",
  scaleSetId: "/scaleSets/web",
  loadBalancerId: "/loadBalancers/web",
  autoscaleSettingId: "/autoscaleSettings/web",
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

  it("watches, besides, for how long there are as many instances as there may be, and the credits of a size that has some", async () => {
    const thresholds = { ...args.thresholds, maximumInstances: 5, cpuCredits: 15 };
    const { find } = await monitoringOf({ thresholds }, preview);
    expect(find("azure-native:monitor:MetricAlert", "web-capacity-alert").inputs).toMatchObject({
      scopes: ["/autoscaleSettings/web"],
      windowSize: "PT1H",
      criteria: {
        allOf: [
          {
            metricNamespace: "Microsoft.Insights/autoscalesettings",
            metricName: "ObservedCapacity",
            operator: "GreaterThanOrEqual",
            threshold: 5,
          },
        ],
      },
    });
    expect(find("azure-native:monitor:MetricAlert", "web-credits-alert").inputs).toMatchObject({
      scopes: ["/scaleSets/web"],
      criteria: { allOf: [{ metricName: "CPU Credits Remaining", operator: "LessThan", threshold: 15 }] },
    });
  });

  it("tells of repairs that are suspended or resumed, which Azure writes into the activity log", async () => {
    const { inputs } = (await monitoringOf({}, preview)).find("azure-native:monitor:ActivityLogAlert");
    expect(inputs).toMatchObject({
      location: "global",
      enabled: true,
      scopes: ["/scaleSets/web"],
      condition: {
        allOf: [
          { field: "category", equals: "Administrative" },
          { field: "operationName", equals: "Microsoft.Compute/virtualMachineScaleSets/setOrchestrationServiceState/action" },
          { field: "status", equals: "Succeeded" },
        ],
      },
    });
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
  const actionGroupId = idOf("azure-native:monitor:ActionGroup", "web-alerts");
  expect(actions).toEqual(Array(7).fill([{ actionGroupId }]));
  const inLog = resources.find(({ type }) => type === "azure-native:monitor:ActivityLogAlert");
  expect(inLog?.inputs.actions).toEqual({ actionGroups: [{ actionGroupId }] });
});

it("is not alarmed by an instance that autoscale has just added, while it boots for 90 seconds", () => {
  const alert = tierAlerts(args.thresholds).find(({ metricName }) => metricName === "DipAvailability");
  const windowSeconds = durationInSeconds(alert?.windowSize ?? "");
  for (const others of [1, 2, 3, 10]) {
    // What all of them have been asked in the window in which most probes of the new one fail: nobody asked it before it was there.
    const up = others * windowSeconds;
    expect((100 * up) / (up + 90)).toBeGreaterThanOrEqual(alert?.threshold ?? Infinity);
  }
});

it("is alarmed by one of three instances that does not answer for five minutes", () => {
  const alert = tierAlerts(args.thresholds).find(({ metricName }) => metricName === "DipAvailability");
  const windowSeconds = durationInSeconds(alert?.windowSize ?? "");
  expect((100 * (3 * windowSeconds - 300)) / (3 * windowSeconds)).toBeLessThan(alert?.threshold ?? 0);
});
