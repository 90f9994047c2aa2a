import type { MachineUsage } from "../../../region/podman/machines/machine-access";
import { instanceMetrics } from "../../../region/services/metrics/instance-metrics";
import { proves } from "../../support/proves";

const capacity = { vCpus: 2, osDiskOperationsPerSecond: 500 };
const idle: MachineUsage = {
  processorSeconds: 10,
  memoryBytes: 0,
  network: { receivedBytes: 1000, sentBytes: 5000 },
  disk: { readBytes: 0, writtenBytes: 8192, readOperations: 0, writeOperations: 2 },
};

function measured(before: MachineUsage, now: MachineUsage, seconds = 5): Record<string, number> {
  const values = instanceMetrics("web_0", { at: 0, usage: before }, { at: seconds * 1000, usage: now }, capacity);
  return Object.fromEntries(values.map(({ metric, value }) => [metric, value]));
}

describe("an instance's metrics", () => {
  it("Percentage CPU is the processor time used, as a share of the size's vCPUs", () => {
    proves("metric-cpu");
    expect(measured(idle, { ...idle, processorSeconds: 15 })["Percentage CPU"]).toBe(50);
    expect(measured(idle, { ...idle, processorSeconds: 20.4 })["Percentage CPU"]).toBe(100);
  });

  it("OS Disk IOPS Consumed Percentage is the operations a second, as a share of those that the disk's size allows", () => {
    proves("metric-disk-share");
    const busy = { ...idle, disk: { readBytes: 4096, writtenBytes: 8192, readOperations: 250, writeOperations: 1002 } };
    expect(measured(idle, busy)).toMatchObject({
      "Disk Read Bytes": 4096,
      "Disk Write Bytes": 0,
      "Disk Read Operations/Sec": 50,
      "Disk Write Operations/Sec": 200,
      "OS Disk IOPS Consumed Percentage": 50,
    });
  });

  it("count bytes as they were counted, and from nothing after a restart of the machine", () => {
    const restarted = { ...idle, processorSeconds: 1, network: { receivedBytes: 300, sentBytes: 7000 } };
    expect(measured(idle, restarted)).toMatchObject({ "Percentage CPU": 10, "Network In Total": 300, "Network Out Total": 2000 });
  });

  it("leave out what the host does not account for", () => {
    const bare = { processorSeconds: 10, memoryBytes: 0 };
    expect(Object.keys(measured(bare, bare))).toEqual(["Percentage CPU"]);
  });
});
