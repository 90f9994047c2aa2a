import type { MachineUsage } from "../../podman/machines/machine-access";
import { increase, type Measured } from "../../store/metrics/metric-grain";

/** What a machine had used at a moment of real time. */
export interface UsageReading {
  /** In real milliseconds. */
  readonly at: number;
  readonly usage: MachineUsage;
}

/** What the use of an instance is a share of. */
export interface InstanceCapacity {
  readonly vCpus: number;
  /** Operations a second that the operating system disk allows. */
  readonly osDiskOperationsPerSecond: number;
}

/**
 * An instance's metrics between two readings. Shares and operations a second are of real time: a processor is as busy as it is, however fast
 * the region's clock runs. Bytes are those that were counted; the region's minute that the second reading is in gets them as they are.
 */
export function instanceMetrics(instance: string, before: UsageReading, now: UsageReading, capacity: InstanceCapacity): Measured[] {
  const seconds = (now.at - before.at) / 1000;
  if (seconds <= 0) {
    return [];
  }
  const processorSeconds = increase(before.usage.processorSeconds, now.usage.processorSeconds);
  const values = {
    "Percentage CPU": percentage(processorSeconds / seconds, capacity.vCpus),
    ...networkValues(before.usage, now.usage),
    ...diskValues(before.usage, now.usage, seconds, capacity),
  };
  return Object.entries(values).map(([metric, value]) => ({ metric, part: instance, value }));
}

function networkValues({ network: before }: MachineUsage, { network: now }: MachineUsage): Record<string, number> {
  return before && now
    ? {
        "Network In Total": increase(before.receivedBytes, now.receivedBytes),
        "Network Out Total": increase(before.sentBytes, now.sentBytes),
      }
    : {};
}

function diskValues(
  { disk: before }: MachineUsage,
  { disk: now }: MachineUsage,
  seconds: number,
  { osDiskOperationsPerSecond }: InstanceCapacity,
): Record<string, number> {
  if (!before || !now) {
    return {};
  }
  const reads = increase(before.readOperations, now.readOperations) / seconds;
  const writes = increase(before.writeOperations, now.writeOperations) / seconds;
  return {
    "Disk Read Bytes": increase(before.readBytes, now.readBytes),
    "Disk Write Bytes": increase(before.writtenBytes, now.writtenBytes),
    "Disk Read Operations/Sec": reads,
    "Disk Write Operations/Sec": writes,
    "OS Disk IOPS Consumed Percentage": percentage(reads + writes, osDiskOperationsPerSecond),
  };
}

/** At most 100: the kernel lets a machine overdraw for a moment, and has it pay back in the next. */
function percentage(used: number, capacity: number): number {
  return Math.min(100, (used / capacity) * 100);
}
