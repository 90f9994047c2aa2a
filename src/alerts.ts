/** What the tier's operators are told of: one metric alert each. */

/** Which resource a metric is of. */
export type AlertScope = "scaleSet" | "loadBalancer" | "autoscaleSetting";

export interface Alert {
  /** Last part of the alert's name. */
  readonly name: string;
  readonly description: string;
  readonly scope: AlertScope;
  /** Azure Monitor's name of the metric. */
  readonly metricName: string;
  readonly operator: "GreaterThan" | "GreaterThanOrEqual" | "LessThan";
  readonly threshold: number;
  /** 0 critical, 1 error, 2 warning, 3 informational, 4 verbose. */
  readonly severity: 0 | 1 | 2 | 3 | 4;
  /** Time over which the metric is averaged, in ISO 8601. */
  readonly windowSize: string;
  /** How often it is looked at, in ISO 8601; no longer than the window. */
  readonly evaluationFrequency: string;
}

export interface AlertThresholds {
  /** Average CPU of the set, in percent. */
  readonly cpuPercent: number;
  /** Bytes in a minute, in or out, on average of the instances. */
  readonly networkBytes: number;
  /** The most instances that there may ever be; undefined where their number is fixed. */
  readonly maximumInstances?: number;
  /** CPU credits of an instance, on average; undefined for a size that has none. */
  readonly cpuCredits?: number;
}

/**
 * The alerts of a tier. Metrics, windows and most thresholds are those of Microsoft's baseline (github.com/Azure/azure-monitor-baseline-alerts,
 * services/Compute/virtualMachineScaleSets and services/Network/loadBalancers). They differ where this tier heals itself: one lost instance,
 * and the probe that fails with it, are a warning; and the probe is watched over a quarter of an hour, in which an instance that autoscale
 * has just added to two does not take the average below the threshold while it boots, for up to 200 seconds.
 */
export function tierAlerts({ cpuPercent, networkBytes, maximumInstances, cpuCredits }: AlertThresholds): readonly Alert[] {
  const network = {
    scope: "scaleSet",
    operator: "GreaterThan",
    threshold: networkBytes,
    severity: 3,
    windowSize: "PT15M",
    evaluationFrequency: "PT5M",
  } as const;
  const minutely = { windowSize: "PT5M", evaluationFrequency: "PT1M" } as const;
  return [
    {
      name: "cpu-alert",
      description: "The instances are busy on average, and autoscale does not catch up or has reached its maximum.",
      scope: "scaleSet",
      metricName: "Percentage CPU",
      operator: "GreaterThan",
      threshold: cpuPercent,
      severity: 3,
      ...minutely,
    },
    { name: "network-in-alert", description: "The instances receive unusually much.", metricName: "Network In Total", ...network },
    { name: "network-out-alert", description: "The instances send unusually much.", metricName: "Network Out Total", ...network },
    {
      name: "disk-alert",
      description: "The system disks are close to the operations a second that their size allows.",
      scope: "scaleSet",
      metricName: "OS Disk IOPS Consumed Percentage",
      operator: "GreaterThan",
      threshold: 95,
      severity: 3,
      windowSize: "PT1H",
      evaluationFrequency: "PT30M",
    },
    {
      name: "instance-alert",
      description: "An instance does not run.",
      scope: "scaleSet",
      metricName: "VmAvailabilityMetric",
      operator: "LessThan",
      threshold: 1,
      severity: 2,
      ...minutely,
    },
    {
      name: "data-path-alert",
      description: "The way from the internet through the load balancer to the instances is disturbed.",
      scope: "loadBalancer",
      metricName: "VipAvailability",
      operator: "LessThan",
      threshold: 90,
      severity: 0,
      ...minutely,
    },
    {
      name: "probe-alert",
      description: "Instances do not answer the load balancer's readiness probe.",
      scope: "loadBalancer",
      metricName: "DipAvailability",
      operator: "LessThan",
      threshold: 90,
      severity: 2,
      windowSize: "PT15M",
      evaluationFrequency: "PT1M",
    },
    ...(maximumInstances === undefined ? [] : [capacityAlert(maximumInstances)]),
    ...(cpuCredits === undefined ? [] : [creditsAlert(cpuCredits)]),
  ];
}

/** https://learn.microsoft.com/azure/azure-monitor/reference/supported-metrics/microsoft-insights-autoscalesettings-metrics */
function capacityAlert(maximumInstances: number): Alert {
  return {
    name: "capacity-alert",
    description: "Autoscale has had no instance left to add for an hour.",
    scope: "autoscaleSetting",
    metricName: "ObservedCapacity",
    operator: "GreaterThanOrEqual",
    threshold: maximumInstances,
    severity: 2,
    windowSize: "PT1H",
    evaluationFrequency: "PT5M",
  };
}

/** https://learn.microsoft.com/azure/virtual-machines/b-series-cpu-credit-model/b-series-cpu-credit-model */
function creditsAlert(cpuCredits: number): Alert {
  return {
    name: "credits-alert",
    description:
      "The instances are about to run out of CPU credits. Without them their CPU stays at the baseline of their size, and autoscale sees no load.",
    scope: "scaleSet",
    metricName: "CPU Credits Remaining",
    operator: "LessThan",
    threshold: cpuCredits,
    severity: 2,
    windowSize: "PT15M",
    evaluationFrequency: "PT5M",
  };
}

/** Azure Monitor's namespace of the metrics of each resource. */
export const metricNamespaces: Readonly<Record<AlertScope, string>> = {
  scaleSet: "Microsoft.Compute/virtualMachineScaleSets",
  loadBalancer: "Microsoft.Network/loadBalancers",
  autoscaleSetting: "Microsoft.Insights/autoscalesettings",
};
