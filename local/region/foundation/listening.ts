import type * as net from "node:net";
import { logFailure, type WriteLog, writeDaemonLog } from "./daemon-log";

/**
 * Has a server listen. An error that it meets later, as where no more files may be opened, is logged, and it listens on: without anybody who
 * takes it, Node.js would end the daemon.
 * @param name What listens, for the log.
 * @throws Error where it cannot listen.
 */
export async function listening(server: net.Server, where: net.ListenOptions, name: string, log: WriteLog = writeDaemonLog): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(where, () => resolve());
    server.once("listening", () => server.off("error", reject));
  });
  server.on("error", (error) => logFailure(log, name, error));
}
