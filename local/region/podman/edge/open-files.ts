import * as fs from "node:fs";
import * as os from "node:os";

/** An ordinary user's containers can have so many on every computer. */
const least = 8192;

/** Podman's own default for root's containers; what is behind an edge is full long before. */
const most = 1_048_576;

/** A connection has two sockets, and 40 KB while both of HAProxy's buffers are full (tune.bufsize, 16 KB each). */
const bytesPerFile = 20_000;

/** The part of the computer's memory that the connections of one edge may take up. */
const memoryShare = 1 / 16;

/**
 * How many files HAProxy may open, which takes half as many connections: as many as this computer has files and memory for. Azure's load
 * balancer carries millions (https://learn.microsoft.com/azure/load-balancer/load-balancer-overview), so here too the instances are full first.
 *
 * @param hardLimit What a process of this computer may raise its own limit to.
 * @param memoryBytes The computer's memory.
 */
export function openFiles(hardLimit: number, memoryBytes: number): number {
  const inMemory = Math.floor((memoryBytes * memoryShare) / bytesPerFile);
  return Math.min(hardLimit, most, Math.max(least, inMemory));
}

/** The same for this computer, as its kernel has it for this process. */
export function openFilesHere(): number {
  const [, hardLimit = String(least)] = /^Max open files +\S+ +(\d+)/m.exec(fs.readFileSync("/proc/self/limits", "utf8")) ?? [];
  return openFiles(Number(hardLimit), os.totalmem());
}
