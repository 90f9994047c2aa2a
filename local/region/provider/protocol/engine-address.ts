import * as fs from "node:fs";
import * as path from "node:path";
import { openSocketPath } from "../../foundation/socket-path";

/** Where the service of an engine is reached, until `close` is called. */
export interface EngineAddress {
  /** As gRPC takes it. */
  readonly target: string;
  close(): void;
}

/**
 * Where an engine is reached that gave an address when it shook hands: there, unless it is in a network of its own. Then its relay
 * (local/plugin/relay.mjs) has put a socket into the region's folder, by the number of the engine's port.
 */
export function engineAddress(engine: string, folder: string): EngineAddress {
  const socket = socketOf(engine, folder);
  if (!fs.existsSync(socket)) {
    return { target: engine, close: () => undefined };
  }
  const { path: target, close } = openSocketPath(socket);
  return { target: `unix:${target}`, close };
}

/** Removes the socket of an engine that has ended: it kills its relays, which leave it. */
export function forgetEngine(engine: string, folder: string): void {
  fs.rmSync(socketOf(engine, folder), { force: true });
}

function socketOf(engine: string, folder: string): string {
  return path.join(folder, `engine-${/\d+$/.exec(engine)?.[0]}.sock`);
}
