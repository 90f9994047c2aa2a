import type { Properties } from "../../../properties/value";
import { armId } from "../fake-region";

export const scaledSetId = armId("Microsoft.Compute/virtualMachineScaleSets", "web-scale-set");

/** The tier's setting: two instances, up to three above 75 % CPU, back below 20 %. */
export function autoscaleSetting(): Properties {
  return {
    resourceGroupName: "web",
    autoscaleSettingName: "web-autoscale",
    name: "web-autoscale",
    location: "westeurope",
    enabled: true,
    targetResourceUri: scaledSetId,
    profiles: [
      {
        name: "default",
        capacity: { minimum: "2", maximum: "3", default: "2" },
        rules: [cpuRule("Increase", "GreaterThan", 75), cpuRule("Decrease", "LessThan", 20)],
      },
    ],
    notifications: [{ operation: "Scale", email: { customEmails: ["operations@example.com"] } }],
  };
}

export function cpuRule(direction: string, operator: string, threshold: number): Properties {
  return {
    metricTrigger: {
      metricName: "Percentage CPU",
      metricResourceUri: scaledSetId,
      timeGrain: "PT1M",
      timeWindow: "PT5M",
      statistic: "Average",
      timeAggregation: "Average",
      operator,
      threshold,
      dividePerInstance: false,
    },
    scaleAction: { direction, type: "ChangeCount", value: "1", cooldown: "PT5M" },
  };
}

/** A profile that holds at one time only, as beside the default one. */
export function eventProfile(properties: Properties): Properties {
  return {
    name: "event",
    capacity: { minimum: "3", maximum: "5", default: "3" },
    rules: [],
    fixedDate: { start: "2027-01-01T00:00:00", end: "2027-01-02T00:00:00", timeZone: "UTC" },
    ...properties,
  };
}
