import * as fs from "node:fs";
import * as net from "node:net";
import { pipeline } from "node:stream";
import { type WriteLog, writeDaemonLog } from "../../foundation/daemon-log";
import { listening } from "../../foundation/listening";
import { openSocketPath } from "../../foundation/socket-path";
import { loopback } from "./connection-table";

/**
 * Passes on what comes to a socket in the region's folder, which nobody else may open, to a provider's port. An engine in a network of its
 * own, where no other user reaches its ports, does not reach those of this computer either.
 */
export async function listenPrivately(socket: string, port: number, log: WriteLog = writeDaemonLog): Promise<net.Server> {
  fs.rmSync(socket, { force: true });
  const { path, close } = openSocketPath(socket);
  const listener = net.createServer((engine) => {
    pipeline(engine, net.connect({ port, host: loopback, noDelay: true }), engine, () => undefined);
  });
  listener.on("close", close);
  await listening(listener, { path }, `listening on ${socket}`, log);
  return listener;
}
