import { Autoscale, type AutoscaleArgs } from "../src/autoscale";
import { deploy } from "./support/deploy";

const args: AutoscaleArgs = {
  resourceGroupName: "group",
  scaleSetId: "/scaleSets/web",
  capacity: { minimum: 2, default: 2, maximum: 3 },
  cpu: { scaleOutCpuPercent: 75, scaleInCpuPercent: 20, window: "PT5M", cooldown: "PT6M" },
  schedules: { weekly: [], dated: [], timeZone: "UTC" },
  predictive: { mode: "Disabled", lookAhead: "PT10M" },
  notificationEmails: [],
};

const rule = (operator: string, threshold: number, direction: string) => ({
  metricTrigger: {
    metricName: "Percentage CPU",
    metricResourceUri: "/scaleSets/web",
    statistic: "Average",
    timeAggregation: "Average",
    timeGrain: "PT1M",
    timeWindow: "PT5M",
    operator,
    threshold,
    dividePerInstance: false,
  },
  scaleAction: { direction, type: "ChangeCount", value: "1", cooldown: "PT6M" },
});
const rules = [rule("GreaterThan", 75, "Increase"), rule("LessThan", 20, "Decrease")];
const usual = { minimum: "2", default: "2", maximum: "3" };

describe.each([
  { mode: "update", preview: false },
  { mode: "preview", preview: true },
])("in a run of $mode, autoscale", ({ preview }) => {
  const settingOf = async (overrides: Partial<AutoscaleArgs> = {}) =>
    (await deploy(() => new Autoscale("web", { ...args, ...overrides }), { preview })).find("azure-native:monitor:AutoscaleSetting");

  it("is on, and adds and removes one instance of the scale set by its CPU", async () => {
    const { inputs, replaceOnChanges } = await settingOf();
    expect(inputs).toEqual({
      resourceGroupName: "group",
      targetResourceUri: "/scaleSets/web",
      enabled: true,
      profiles: [{ name: "usual", capacity: usual, rules }],
      notifications: [],
    });
    expect(replaceOnChanges).toEqual(["targetResourceUri"]);
  });

  it("has no rules where the number of instances is fixed, as Azure refuses a step that cannot be made", async () => {
    const { inputs } = await settingOf({ capacity: { minimum: 3, default: 3, maximum: 3 } });
    expect(inputs.profiles).toEqual([{ name: "usual", capacity: { minimum: "3", default: "3", maximum: "3" }, rules: [] }]);
  });

  it("tells the given addresses of what it does", async () => {
    const { inputs } = await settingOf({ notificationEmails: ["a@example.com", "b@example.com"] });
    expect(inputs.notifications).toEqual([{ operation: "Scale", email: { customEmails: ["a@example.com", "b@example.com"] } }]);
  });

  it("holds other counts on some days, and the usual ones from the end of those hours", async () => {
    const office = {
      name: "office",
      capacity: { minimum: 3, default: 3, maximum: 6 },
      days: ["Monday", "Friday"],
      start: "08:30",
      end: "18:05",
    } as const;
    const { inputs } = await settingOf({ schedules: { weekly: [office], dated: [], timeZone: "W. Europe Standard Time" } });
    const weeklyFrom = (hour: number, minute: number) => ({
      frequency: "Week",
      schedule: { timeZone: "W. Europe Standard Time", days: ["Monday", "Friday"], hours: [hour], minutes: [minute] },
    });
    expect(inputs.profiles).toEqual([
      { name: "usual", capacity: usual, rules },
      { name: "office", capacity: { minimum: "3", default: "3", maximum: "6" }, rules, recurrence: weeklyFrom(8, 30) },
      {
        name: '{"name":"Auto created default scale condition","for":"office"}',
        capacity: usual,
        rules,
        recurrence: weeklyFrom(18, 5),
      },
    ]);
  });

  it("ends a night on the day after", async () => {
    const night = {
      name: "night",
      capacity: args.capacity,
      days: ["Saturday", "Sunday"],
      start: "22:00",
      end: "06:00",
    } as const;
    const { inputs } = await settingOf({ schedules: { weekly: [night], dated: [], timeZone: "UTC" } });
    const profiles = inputs.profiles as { recurrence?: { schedule: { days: string[] } } }[];
    expect(profiles.map(({ recurrence }) => recurrence?.schedule.days)).toEqual([undefined, ["Saturday", "Sunday"], ["Sunday", "Monday"]]);
  });

  it("holds other counts for a time, once", async () => {
    const sale = {
      name: "sale",
      capacity: { minimum: 4, default: 5, maximum: 6 },
      start: "2027-11-26T00:00",
      end: "2027-11-29T23:59",
    };
    const { inputs } = await settingOf({ schedules: { weekly: [], dated: [sale], timeZone: "UTC" } });
    expect((inputs.profiles as unknown[]).slice(1)).toEqual([
      {
        name: "sale",
        capacity: { minimum: "4", default: "5", maximum: "6" },
        rules,
        fixedDate: { timeZone: "UTC", start: "2027-11-26T00:00:00", end: "2027-11-29T23:59:00" },
      },
    ]);
  });

  it.each(["ForecastOnly", "Enabled"] as const)("can look ahead: %s", async (mode) => {
    const { inputs } = await settingOf({ predictive: { mode, lookAhead: "PT20M" } });
    expect(inputs.predictiveAutoscalePolicy).toEqual({ scaleMode: mode, scaleLookAheadTime: "PT20M" });
  });
});
