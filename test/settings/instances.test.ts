import { argsOf, check, refusedPaths } from "../support/settings";

const managedImage = "/subscriptions/0/resourceGroups/images/providers/Microsoft.Compute/images/web";
/** Room for as many instances as a test wants, so that only their count matters. */
const room = { subnetAddressPrefix: "10.0.0.0/16", outbound: "natGateway" };

describe("the instance counts", () => {
  it("may all be the same", () => {
    expect(refusedPaths({ minimumInstances: 3, defaultInstances: 3, maximumInstances: 3 })).toEqual([]);
  });

  it("may be from one instance to a thousand", () => {
    expect(refusedPaths({ ...room, minimumInstances: 1, defaultInstances: 1, maximumInstances: 1000 })).toEqual([]);
  });

  it("must not be none, which would never grow again", () => {
    expect(refusedPaths({ minimumInstances: 0 })).toEqual(["minimumInstances"]);
  });

  it("must not be more than a scale set can have", () => {
    expect(refusedPaths({ ...room, maximumInstances: 1001 })).toEqual(["maximumInstances"]);
  });

  it("must not be more than 600 with a managed image", () => {
    expect(refusedPaths({ ...room, imageId: managedImage, maximumInstances: 600 })).toEqual([]);
    expect(refusedPaths({ ...room, imageId: managedImage, maximumInstances: 601 })).toEqual(["maximumInstances"]);
  });

  it("must not have a minimum above the maximum", () => {
    expect(refusedPaths({ minimumInstances: 4, defaultInstances: 4 })).toEqual(["minimumInstances"]);
  });

  it.each([1, 4])("must have a default between minimum and maximum, which %i is not", (defaultInstances) => {
    expect(refusedPaths({ defaultInstances })).toEqual(["defaultInstances"]);
  });
});

describe("the CPU thresholds", () => {
  it("are accepted just below the point where a scale-in would be undone", () => {
    // From 3 instances to 2, 49 % becomes 73.5 %; 50 % would become 75 %.
    expect(refusedPaths({ scaleInCpuPercent: 49, scaleOutCpuPercent: 75 })).toEqual([]);
  });

  it("are refused where a scale-in would be undone, with the threshold that would not", () => {
    const { problems } = check({ scaleInCpuPercent: 50, scaleOutCpuPercent: 75 });
    expect(problems).toEqual([
      {
        path: "web-tier:scaleInCpuPercent",
        given: "50",
        allowed: "a scale-in that is not undone: from 3 to 2 instances, 50 % becomes 75 %, and scaleOutCpuPercent is 75",
        fix: "lower it to 49 or less, or raise scaleOutCpuPercent",
      },
    ]);
  });

  it("may be closer together where there are more instances", () => {
    const many = { minimumInstances: 9, defaultInstances: 9, maximumInstances: 11, scaleOutCpuPercent: 75 };
    expect(refusedPaths({ ...many, scaleInCpuPercent: 67 })).toEqual([]);
    expect(refusedPaths({ ...many, scaleInCpuPercent: 68 })).toEqual(["scaleInCpuPercent"]);
  });

  it("are refused without a threshold to go to where there is none", () => {
    const { problems } = check({ minimumInstances: 1, scaleInCpuPercent: 1, scaleOutCpuPercent: 2 });
    expect(problems).toMatchObject([{ path: "web-tier:scaleInCpuPercent", fix: "raise scaleOutCpuPercent" }]);
  });

  it("do not flap where the number of instances is fixed", () => {
    expect(refusedPaths({ minimumInstances: 3, defaultInstances: 3, maximumInstances: 3, scaleInCpuPercent: 74 })).toEqual([]);
  });

  it("are refused where a schedule's counts would flap", () => {
    const night = { name: "night", minimum: 1, default: 1, maximum: 2, days: ["Monday"], start: "20:00", end: "23:00" };
    expect(refusedPaths({ scaleInCpuPercent: 37, schedules: [night] })).toEqual([]);
    expect(refusedPaths({ scaleInCpuPercent: 38, schedules: [night] })).toEqual(["scaleInCpuPercent"]);
  });

  it.each([75, 80])("must not cross: %i %% is not below 75 %%", (scaleInCpuPercent) => {
    expect(refusedPaths({ scaleInCpuPercent })).toEqual(["scaleInCpuPercent"]);
  });

  it.each([0, 100])("must be reachable, which %i %% is not", (percent) => {
    expect(refusedPaths({ scaleInCpuPercent: percent })).toContain("scaleInCpuPercent");
    expect(refusedPaths({ cpuAlertPercent: percent })).toContain("cpuAlertPercent");
  });

  it("have the alert at or above the scale-out", () => {
    expect(refusedPaths({ cpuAlertPercent: 75 })).toEqual([]);
    expect(refusedPaths({ cpuAlertPercent: 74 })).toEqual(["cpuAlertPercent"]);
  });
});

describe("predictive autoscale", () => {
  const fixed = { minimumInstances: 3, defaultInstances: 3, maximumInstances: 3, predictiveScaling: "ForecastOnly" };

  it("is refused where there is nothing to scale, at any time", () => {
    expect(refusedPaths(fixed)).toEqual(["predictiveScaling"]);
    const alsoFixed = { name: "night", minimum: 1, default: 1, maximum: 1, days: ["Monday"], start: "20:00", end: "23:00" };
    expect(refusedPaths({ ...fixed, schedules: [alsoFixed] })).toEqual(["predictiveScaling"]);
  });

  it("is accepted where there is something to scale at some time", () => {
    expect(refusedPaths({ ...fixed, maximumInstances: 4 })).toEqual([]);
    const night = { name: "night", minimum: 1, default: 1, maximum: 2, days: ["Monday"], start: "20:00", end: "23:00" };
    expect(refusedPaths({ ...fixed, schedules: [night] })).toEqual([]);
    expect(refusedPaths({ ...fixed, predictiveScaling: "Disabled" })).toEqual([]);
  });
});

it("gives the tier the counts as they were set", () => {
  const { autoscale } = argsOf({ minimumInstances: 3, defaultInstances: 4, maximumInstances: 5 });
  expect(autoscale.capacity).toEqual({ minimum: 3, default: 4, maximum: 5 });
});
