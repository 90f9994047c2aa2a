import type { Behaviour } from "../../../../azure/fidelity/behaviour";

const aggregationPage = "https://learn.microsoft.com/azure/azure-monitor/metrics/metrics-aggregation-explained";
const scaleSetMetricsPage =
  "https://learn.microsoft.com/azure/azure-monitor/reference/supported-metrics/microsoft-compute-virtualmachinescalesets-metrics";
const loadBalancerMetricsPage = "https://learn.microsoft.com/azure/load-balancer/load-balancer-standard-diagnostics";

/** What is known of Azure's platform metrics. */
export const metricBehaviours: Behaviour[] = [
  {
    id: "metric-minutes",
    title: "Of the values of a minute their average, minimum, maximum, total and count are kept",
    grade: "documented",
    source: aggregationPage,
  },
  {
    id: "metric-cpu",
    title: "Percentage CPU is the processor time used, as a share of the size's vCPUs",
    grade: "documented",
    source: scaleSetMetricsPage,
    note: "It is a share of real time, whatever the speed factor.",
  },
  {
    id: "metric-disk-share",
    title: "OS Disk IOPS Consumed Percentage is the operations a second, as a share of those that the disk's size allows",
    grade: "documented",
    source: scaleSetMetricsPage,
    note: "Bursting is left out.",
  },
  {
    id: "metric-vm-availability",
    title: "VmAvailabilityMetric is 1 while an instance runs, 0 while it should and does not, and missing while it is made or updated",
    grade: "assumed",
    source: scaleSetMetricsPage,
    note: "What it is while an operation on the instance is under way was not found.",
  },
  {
    id: "metric-dip-availability",
    title: "The health probe status is the share of probes that are up",
    grade: "documented",
    source: loadBalancerMetricsPage,
    note: "Azure counts each probe; here the probes' states are looked at with every sample.",
  },
  {
    id: "metric-vip-availability",
    title: "The data path is available while a healthy instance is behind the rule and the way to it is there",
    grade: "documented",
    source: loadBalancerMetricsPage,
  },
];
