import * as fs from "node:fs";
import * as path from "node:path";

/** A path under which a Unix socket can be bound or connected to, until `close` is called. */
export interface SocketPath {
  readonly path: string;
  close(): void;
}

/**
 * Shortens the path of a Unix socket. The kernel takes 107 bytes at most (unix(7)), and a region's folder may be longer; but it also takes
 * a way through an open folder, which is always short.
 * @throws Error where the socket's folder is not there.
 */
export function openSocketPath(socket: string): SocketPath {
  const folder = fs.openSync(path.dirname(socket), fs.constants.O_RDONLY | fs.constants.O_DIRECTORY);
  return { path: `/proc/self/fd/${folder}/${path.basename(socket)}`, close: () => fs.closeSync(folder) };
}
