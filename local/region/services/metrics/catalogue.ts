import { autoscaleSetting } from "../../../../azure/resources/autoscale/autoscale-setting";
import { loadBalancer } from "../../../../azure/resources/load-balancer/load-balancer";
import { scaleSet } from "../../../../azure/resources/scale-set/scale-set";

/** How Azure Monitor combines the values of a metric unless it is told otherwise. */
export type Aggregation = "Average" | "Total";

/** A platform metric of Azure's that the region measures. */
export interface Metric {
  /** Azure Monitor's name of it, in its REST API. */
  readonly name: string;
  readonly resourceType: string;
  readonly aggregation: Aggregation;
  /** What it counts, for people. */
  readonly meaning: string;
  /** The name that Prometheus is told, with the unit in it. */
  readonly exposedAs: string;
  /** What a part of the resource is in this metric; the label's name for Prometheus. Absent where the metric has no parts. */
  readonly part?: "instance" | "rule" | "trigger" | "direction";
}

function ofInstances(name: string, aggregation: Aggregation, exposedAs: string, meaning: string): Metric {
  return { name, resourceType: scaleSet.armType, aggregation, exposedAs: `azure_vmss_${exposedAs}`, meaning, part: "instance" };
}

function ofBalancers(name: string, aggregation: Aggregation, exposedAs: string, part: "instance" | "rule", meaning: string): Metric {
  return { name, resourceType: loadBalancer.armType, aggregation, exposedAs: `azure_lb_${exposedAs}`, meaning, part };
}

function ofAutoscale(name: string, aggregation: Aggregation, exposedAs: string, meaning: string, part?: Metric["part"]): Metric {
  return {
    name,
    resourceType: autoscaleSetting.armType,
    aggregation,
    exposedAs: `azure_autoscale_${exposedAs}`,
    meaning,
    ...(part && { part }),
  };
}

/**
 * The metrics by Azure's names and default aggregations, from the pages of the three resource types below
 * https://learn.microsoft.com/azure/azure-monitor/reference/metrics-index. `PacketCount` and `SnatConnectionCount` of a load balancer are
 * not among them: the edge passes connections on, and never sees a packet nor an instance's own outbound flow.
 */
export const metrics: readonly Metric[] = [
  ofInstances("Percentage CPU", "Average", "percentage_cpu", "processor time used, as a share of the size's vCPUs"),
  ofInstances("Network In Total", "Total", "network_in_bytes", "bytes received on all network interfaces"),
  ofInstances("Network Out Total", "Total", "network_out_bytes", "bytes sent on all network interfaces"),
  ofInstances("Disk Read Bytes", "Total", "disk_read_bytes", "bytes read from disks"),
  ofInstances("Disk Write Bytes", "Total", "disk_write_bytes", "bytes written to disks"),
  ofInstances("Disk Read Operations/Sec", "Average", "disk_read_operations_per_second", "read operations of disks, a real second"),
  ofInstances("Disk Write Operations/Sec", "Average", "disk_write_operations_per_second", "write operations of disks, a real second"),
  ofInstances(
    "OS Disk IOPS Consumed Percentage",
    "Average",
    "os_disk_iops_consumed_percentage",
    "operations of the system disk, as a share of those that its size allows",
  ),
  ofInstances("VmAvailabilityMetric", "Average", "vm_availability", "1 while the virtual machine runs, 0 while it should and does not"),
  ofBalancers("VipAvailability", "Average", "vip_availability_percentage", "rule", "how often the frontend led to an instance"),
  ofBalancers("DipAvailability", "Average", "dip_availability_percentage", "instance", "how often the instance's probes were up"),
  ofBalancers("ByteCount", "Total", "byte_count_bytes", "rule", "bytes passed on, in both directions"),
  ofBalancers("SYNCount", "Total", "syn_count", "rule", "connections that visitors asked for"),
  ofAutoscale("ObservedMetricValue", "Average", "observed_metric_value", "what a rule's metric was when it was last evaluated", "trigger"),
  ofAutoscale("MetricThreshold", "Average", "metric_threshold", "the threshold of a rule", "trigger"),
  ofAutoscale("ObservedCapacity", "Average", "observed_capacity", "instances when the setting was last evaluated"),
  ofAutoscale("ScaleActionsInitiated", "Total", "scale_actions_initiated", "scale actions begun", "direction"),
];
