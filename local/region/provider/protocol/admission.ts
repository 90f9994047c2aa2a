import type * as net from "node:net";
import type { Callers } from "./callers";

const root = 0;

/** Whoever has many user numbers must not fill the event log with them. */
const maximumTold = 10;

/** Lets the user whose region it is and root in, and nobody else: any user of this computer can connect to a loopback port. */
export class Admission {
  private readonly owner = process.geteuid!();
  private readonly told = new Set<number | undefined>();

  /**
   * @param served What the port is for, in a message.
   * @param tell Is told once of each user who is refused.
   */
  constructor(
    private readonly callers: Callers,
    private readonly served: string,
    private readonly tell: (message: string) => void,
  ) {}

  /** @returns Whether the connection may go on; one that may not is reset. */
  async admit(socket: net.Socket): Promise<boolean> {
    const user = await this.callers.userOf(socket).catch(() => undefined);
    if (socket.destroyed) {
      return false;
    }
    if (user === this.owner || user === root) {
      return true;
    }
    socket.resetAndDestroy();
    if (!this.told.has(user) && this.told.size < maximumTold) {
      this.told.add(user);
      this.tell(`${this.whom(user)}; the region takes requests of user ${this.owner}, who started it, and of root`);
    }
    return false;
  }

  private whom(user: number | undefined): string {
    return user === undefined
      ? `refused a connection to ${this.served}, as it is not certain which user's it is`
      : `refused a connection of user ${user} to ${this.served}`;
  }
}
