import { bootTimeoutInSeconds, machineState } from "../../../region/podman/machines/machine-state";
import type { Container } from "../../../region/podman/machines/podman";
import { proves } from "../../support/proves";

const startedAt = new Date("2026-01-01T00:00:00Z");
const container: Container = { id: "c", name: "web_0", status: "running", createdAt: startedAt, startedAt, labels: {} };
const booting = { asksForReboot: false };
const provisioned = { errors: [], asksForReboot: false };

function after(seconds: number): number {
  return seconds * 1000;
}

describe("the state of a machine", () => {
  it("is creating until cloud-init has ended, and running from then on", () => {
    expect(machineState(container, booting, after(1))).toEqual({ kind: "creating" });
    expect(machineState(container, provisioned, after(1))).toEqual({ kind: "running" });
    expect(machineState(container, provisioned, after(bootTimeoutInSeconds + 1))).toEqual({ kind: "running" });
  });

  it("is failed where cloud-init reports an error, whether the machine still runs or not", () => {
    const failed = { kind: "failed", errors: ["cloud-init: scripts"] };
    expect(machineState(container, { ...provisioned, errors: ["cloud-init: scripts"] }, after(1))).toEqual(failed);
    expect(machineState({ ...container, exitCode: 0 }, { ...provisioned, errors: ["cloud-init: scripts"] }, after(1))).toEqual(failed);
  });

  it("A machine that takes too long to boot is failed", () => {
    proves("machine-boot-timeout");
    expect(machineState(container, booting, after(bootTimeoutInSeconds)).kind).toBe("creating");
    expect(machineState(container, booting, after(bootTimeoutInSeconds + 0.001))).toMatchObject({
      kind: "failed",
      errors: [expect.stringContaining("OSProvisioningTimedOut")],
    });
  });

  it("is failed in the end where Podman was broken off before it started the machine", () => {
    const neverStarted = { ...container, status: "created", startedAt: undefined };
    expect(machineState(neverStarted, booting, after(1)).kind).toBe("creating");
    expect(machineState(neverStarted, booting, after(bootTimeoutInSeconds + 1)).kind).toBe("failed");
  });

  it("is stopped where a provisioned machine ended, and failed where it ended during its first boot", () => {
    const ended = { ...container, status: "exited", exitCode: 137 };
    expect(machineState(ended, provisioned, after(1))).toEqual({ kind: "stopped", exitCode: 137 });
    expect(machineState(ended, booting, after(1))).toMatchObject({ kind: "failed", errors: [expect.stringContaining("137")] });
  });

  it("is rebooting where the machine shut itself down for that, even during its first boot, and not before it has ended", () => {
    const ended = { ...container, status: "exited", exitCode: 0 };
    expect(machineState(ended, { ...provisioned, asksForReboot: true }, after(1))).toEqual({ kind: "rebooting" });
    expect(machineState(ended, { asksForReboot: true }, after(1))).toEqual({ kind: "rebooting" });
    expect(machineState(container, { ...provisioned, asksForReboot: true }, after(1))).toEqual({ kind: "running" });
  });
});
