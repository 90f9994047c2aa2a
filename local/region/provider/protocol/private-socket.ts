import * as fs from "node:fs";
import * as net from "node:net";
import { type WriteLog, writeDaemonLog } from "../../foundation/daemon-log";
import { listening } from "../../foundation/listening";
import { openSocketPath } from "../../foundation/socket-path";
import type { Endpoint } from "./endpoint";

/**
 * Serves a provider at a socket in the region's folder, which nobody else may open, too. An engine in a network of its own, where no other
 * user reaches its ports, does not reach those of this computer either.
 */
export async function listenPrivately(socket: string, endpoint: Endpoint, log: WriteLog = writeDaemonLog): Promise<net.Server> {
  fs.rmSync(socket, { force: true });
  const { path, close } = openSocketPath(socket);
  const listener = net.createServer((connection) => endpoint.take(connection));
  listener.on("close", close);
  await listening(listener, { path }, `listening on ${socket}`, log);
  return listener;
}
