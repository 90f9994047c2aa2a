import * as fs from "node:fs";
import type { SocketPath } from "../../foundation/socket-path";

/** A socket that a machine listens on in the folder that it shares with the region. */
export interface GuestSocket {
  readonly path: string;
  /** The user id, on this computer, of the machine's root, who alone makes these sockets. */
  readonly owner: number;
}

/** Opens what is at a path, and nothing behind it: neither a device nor a socket notices (open(2)). Node.js has no name for the flag. */
const O_PATH = 0o10000000;

/**
 * Opens a machine's socket to be connected to. The machine owns the folder and may put anything in the socket's place at any time, such as a
 * link to a socket of this computer. So what is there is opened without following links, looked at, and then connected to by its descriptor,
 * which leads to the very thing that was looked at.
 * @throws Error where there is nothing, or anything but a socket of the machine's own.
 */
export function openGuestSocket({ path, owner }: GuestSocket): SocketPath {
  const descriptor = fs.openSync(path, O_PATH | fs.constants.O_NOFOLLOW);
  const found = fs.fstatSync(descriptor);
  if (!found.isSocket() || found.uid !== owner) {
    fs.closeSync(descriptor);
    throw new Error(`${path} is not a socket of the machine's`);
  }
  return { path: `/proc/self/fd/${descriptor}`, close: () => fs.closeSync(descriptor) };
}
