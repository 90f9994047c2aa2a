import { argsOf, check, type Overrides } from "../support/settings";

const warningsOf = (settings: Overrides) => {
  const checked = check(settings);
  return "warnings" in checked ? checked.warnings.filter((text) => text.includes("CPU credits")) : [];
};

describe("a size with CPU credits", () => {
  it("is warned of once, with what happens without credits and what to do", () => {
    expect(warningsOf({ vmSize: "Standard_B1s" })).toEqual([
      "vmSize Standard_B1s: an instance without CPU credits is held at 10 %, so that its CPU never passes scaleOutCpuPercent, which is 75, and looks idle to scaleInCpuPercent, which is 20: an overloaded tier loses instances. Choose a size without credits, such as Standard_D2as_v5, or a scaleOutCpuPercent below 10; make simulate SIZE=Standard_B1s shows when the credits are gone.",
    ]);
  });

  it.each([
    { vmSize: "Standard_B2as_v2", scaleInCpuPercent: 39 },
    { vmSize: "Standard_B2als_v2", scaleInCpuPercent: 29 },
  ])("whose baseline is above the lower threshold stays as it is: $vmSize", (settings) => {
    expect(warningsOf(settings)).toEqual([expect.stringContaining("an overloaded tier stays as it is")]);
  });

  it.each([
    { vmSize: "Standard_B2as_v2", scaleInCpuPercent: 40 },
    { vmSize: "Standard_B2ats_v2", scaleInCpuPercent: 20 },
  ])("whose baseline is at the lower threshold loses instances: $vmSize", (settings) => {
    expect(warningsOf(settings)).toEqual([expect.stringContaining("an overloaded tier loses instances")]);
  });

  it("is not warned of where autoscale adds instances below the baseline", () => {
    const low = { vmSize: "Standard_B2as_v2", scaleInCpuPercent: 10 };
    expect(warningsOf({ ...low, scaleOutCpuPercent: 39 })).toEqual([]);
    expect(warningsOf({ ...low, scaleOutCpuPercent: 40 })).toHaveLength(1);
  });

  it("is not warned of where the number of instances is fixed", () => {
    const fixed = { minimumInstances: 3, defaultInstances: 3, maximumInstances: 3 };
    expect(warningsOf({ vmSize: "Standard_B1s", ...fixed })).toEqual([]);
  });

  it("has an alert at half of what a new instance has, and no other size has one", () => {
    expect(argsOf({ vmSize: "Standard_B1s" }).alerts.cpuCredits).toBe(15);
    expect(argsOf({ vmSize: "Standard_B2ats_v2" }).alerts.cpuCredits).toBe(30);
    expect(argsOf({ vmSize: "Standard_D2s_v5" }).alerts.cpuCredits).toBeUndefined();
  });
});

describe("the alert on capacity", () => {
  it("is at the most instances of all times", () => {
    const day = { name: "day", minimum: 3, default: 4, maximum: 6, days: ["Monday"], start: "08:00", end: "18:00" };
    expect(argsOf().alerts.maximumInstances).toBe(3);
    expect(argsOf({ schedules: [day] }).alerts.maximumInstances).toBe(6);
  });

  it("is not there where the number of instances is fixed", () => {
    expect(argsOf({ minimumInstances: 3, defaultInstances: 3, maximumInstances: 3 }).alerts.maximumInstances).toBeUndefined();
  });
});
