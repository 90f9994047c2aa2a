import * as fs from "node:fs";
import * as path from "node:path";

/** A path under which a Unix socket can be bound or connected to, until `close` is called. */
export interface SocketPath {
  readonly path: string;
  close(): void;
}

/** The kernel takes so many bytes at most (unix(7)). */
const longestPath = 107;

/**
 * Shortens the path of a Unix socket where it is too long for the kernel, as a region's folder may be deep: a way through an open folder is
 * always short.
 * @throws Error where the path is too long and the socket's folder is not there.
 */
export function openSocketPath(socket: string): SocketPath {
  if (Buffer.byteLength(socket) <= longestPath) {
    return { path: socket, close: () => undefined };
  }
  const folder = fs.openSync(path.dirname(socket), fs.constants.O_RDONLY | fs.constants.O_DIRECTORY);
  return { path: `/proc/self/fd/${folder}/${path.basename(socket)}`, close: () => fs.closeSync(folder) };
}
