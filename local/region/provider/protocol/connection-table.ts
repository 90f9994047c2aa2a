import * as os from "node:os";

/** One end of a TCP connection of this computer, as the kernel lists it. */
export interface ConnectionEnd {
  /** The number of the user who opened it. */
  readonly user: string;
  /** The number that no other socket has while this one is open; 0 where no process has it any more. */
  readonly inode: string;
}

/** The two ends of a connection. */
export interface Connection {
  readonly server: ConnectionEnd;
  readonly client: ConnectionEnd;
}

export const loopback = "127.0.0.1";

/** The bytes of the address in the computer's own order. */
const loopbackInTable = os.endianness() === "LE" ? "0100007F" : "7F000001";

/**
 * The connections within the loopback address to one of its ports, by the clients' ports.
 *
 * Only those whose ends are both established count: an end that closes, has closed or is not accepted yet is listed under root, or under the
 * user of the other end, whoever opened it.
 *
 * @param table The content of /proc/net/tcp (https://docs.kernel.org/networking/proc_net_tcp.html).
 */
export function connectionsTo(port: number, table: string): Map<number, Connection> {
  const served = `${loopbackInTable}:${inTable(port)}`;
  const end = `${loopbackInTable}:[0-9A-F]{4}`;
  const row = new RegExp(String.raw`^ *\d+: (?:(${served}) (${end})|(${end}) ${served}) 01 \S+ \S+ \S+ +(\d+) +\d+ (\d+) `, "gm");
  const servers = new Map<number, ConnectionEnd>();
  const clients = new Map<number, ConnectionEnd>();
  for (const [, isServer, clientOfServer, client, user, inode] of table.matchAll(row)) {
    (isServer ? servers : clients).set(parseInt((clientOfServer ?? client).slice(-4), 16), { user, inode });
  }
  const connections = new Map<number, Connection>();
  for (const [clientPort, server] of servers) {
    const client = clients.get(clientPort);
    if (client) {
      connections.set(clientPort, { server, client });
    }
  }
  return connections;
}

function inTable(port: number): string {
  return port.toString(16).toUpperCase().padStart(4, "0");
}
