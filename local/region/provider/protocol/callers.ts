import * as fs from "node:fs";
import type * as net from "node:net";
import { type Connection, connectionsTo, loopback } from "./connection-table";

const table = "/proc/self/net/tcp";

/** The kernel gives its table in pieces, and one that changes meanwhile can lack a row. */
const looks = 3;

type Connections = Map<number, Connection>;

/** Tells which user of this computer calls one of the daemon's ports. */
export class Callers {
  private looking: Promise<unknown> = Promise.resolve();
  private next: Promise<[Connections, Connections]> | undefined;

  /** @param port A port of the loopback address that the daemon listens on. */
  constructor(private readonly port: number) {}

  /** @returns The number of the user, or undefined where it is not certain, as of a caller that has closed the connection already. */
  async userOf(socket: net.Socket): Promise<number | undefined> {
    const { remoteAddress, remotePort } = socket;
    const inode = inodeOf(socket);
    if (remoteAddress !== loopback || remotePort === undefined || inode === undefined) {
      return undefined;
    }
    for (let look = 0; look < looks; look++) {
      const [before, after] = await this.look();
      const user = certainUser(before.get(remotePort), after.get(remotePort), inode);
      if (user !== undefined) {
        return user;
      }
    }
    return undefined;
  }

  /** Two looks, one after the other, which all share who ask before they begin: however many call, the table is read by one reader at a time. */
  private look(): Promise<[Connections, Connections]> {
    this.next ??= this.looking.then(() => {
      this.next = undefined;
      const looking = this.read().then(async (before): Promise<[Connections, Connections]> => [before, await this.read()]);
      this.looking = looking.catch(() => undefined);
      return looking;
    });
    return this.next;
  }

  private async read(): Promise<Connections> {
    return connectionsTo(this.port, await fs.promises.readFile(table, "latin1"));
  }
}

/**
 * Of a socket that closes just while the kernel writes its row, the row can say established and root. One that is still established in a later
 * look was not closing in the first. And as long as the daemon's own end stands, no other connection can have the two ports.
 */
function certainUser(before: Connection | undefined, after: Connection | undefined, inode: string): number | undefined {
  const isSame =
    before?.client.inode === after?.client.inode && before?.client.user === after?.client.user && after?.server.inode === inode;
  return isSame && after !== undefined && after.client.inode !== "0" ? Number(after.client.user) : undefined;
}

/** Node.js has no other way from a socket to its file. */
function inodeOf(socket: net.Socket): string | undefined {
  const { fd } = (socket as unknown as { _handle: { fd: number } | null })._handle ?? {};
  try {
    return /^socket:\[(\d+)\]$/.exec(fs.readlinkSync(`/proc/self/fd/${fd}`))?.[1];
  } catch {
    return undefined;
  }
}
