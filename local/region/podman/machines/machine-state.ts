import type { Container } from "./podman";
import type { Provisioning } from "./provisioning";

/** How a machine is, in the words of an instance view: its provisioning state as long as that is not succeeded, then its power state. */
export type MachineState =
  /** It boots, and cloud-init has not ended. */
  | { readonly kind: "creating" }
  | { readonly kind: "running" }
  /** It has shut itself down to boot again, and waits for somebody to start it. */
  | { readonly kind: "rebooting" }
  /** It was provisioned and no longer runs. */
  | { readonly kind: "stopped"; readonly exitCode: number }
  /** It was not provisioned, and will not be. */
  | { readonly kind: "failed"; readonly errors: readonly string[] };

/**
 * How long a machine may take until cloud-init has ended. Azure gives it 40 minutes (https://learn.microsoft.com/azure/virtual-machines/custom-data);
 * a container boots in seconds, and thirty at once on two processors in a minute.
 */
export const bootTimeoutInSeconds = 300;

/**
 * Judges a machine by its container and by what it reported since it was started.
 * @param milliseconds For how long it runs.
 */
export function machineState(container: Container, { errors, asksForReboot }: Provisioning, milliseconds: number): MachineState {
  if (errors !== undefined && errors.length > 0) {
    return { kind: "failed", errors };
  }
  const { exitCode } = container;
  const isProvisioned = errors !== undefined;
  if (exitCode !== undefined && asksForReboot) {
    return { kind: "rebooting" };
  }
  if (exitCode !== undefined) {
    return isProvisioned
      ? { kind: "stopped", exitCode }
      : { kind: "failed", errors: [`the machine ended with status ${exitCode} before cloud-init had ended`] };
  }
  if (isProvisioned) {
    return { kind: "running" };
  }
  return milliseconds > bootTimeoutInSeconds * 1000
    ? { kind: "failed", errors: [`OSProvisioningTimedOut: cloud-init had not ended ${bootTimeoutInSeconds} s after the start`] }
    : { kind: "creating" };
}
