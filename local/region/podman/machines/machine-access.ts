import { askOverHttp, askOverTcp, type GuestAnswer, type GuestRequest } from "./guest";
import type { GuestSocket } from "./guest-socket";
import { type NetworkUsage, NetworkUsageReader } from "./network-usage";
import { readUsage, type Usage } from "./usage";

/** What a machine has used since it was started. */
export interface MachineUsage extends Usage {
  /** Absent where the machine ended while it was asked. */
  readonly network?: NetworkUsage;
}

/** What the region has of a machine without asking Podman: its ports, and what the kernel has counted for it. */
export interface MachineAccess {
  askOverHttp(socket: GuestSocket, request: GuestRequest): Promise<GuestAnswer>;
  askOverTcp(socket: GuestSocket, timeoutInMilliseconds: number): Promise<GuestAnswer>;
  /** @returns undefined where the container of the control group does not run. */
  usage(controlGroup: string): MachineUsage | undefined;
  /** To be told of a control group whose container was removed. */
  forget(controlGroup: string): void;
}

/** Asks ports through their sockets, and the kernel through its files. */
export class ComputerAccess implements MachineAccess {
  private readonly networkUsage = new NetworkUsageReader();
  readonly askOverHttp = askOverHttp;
  readonly askOverTcp = askOverTcp;

  usage(controlGroup: string): MachineUsage | undefined {
    const usage = readUsage(controlGroup);
    const network = usage && this.networkUsage.read(controlGroup);
    return usage && { ...usage, ...(network && { network }) };
  }

  forget(controlGroup: string): void {
    this.networkUsage.forget(controlGroup);
  }
}
