import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

/** How flock is told which open file to lock: the first after standard input, output and error. */
const inherited = 3;

/** In seconds. A launcher that looks whether the lock is free holds it for a moment. */
const patience = 1;

/**
 * Makes this process the only daemon of a region's folder for as long as it lives. The kernel takes the lock back when the process
 * ends, however it ends.
 *
 * @returns What tells whether the folder is still there: somebody may remove it, or put another in its place.
 * @throws Error where another process holds the folder.
 */
export function holdFolder(folder: string): () => boolean {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, "lock");
  const lock = fs.openSync(file, "a", 0o600);
  // Node.js cannot lock a file, but a child can do so for it: the lock belongs to the open file that both share.
  const { status, error } = spawnSync("flock", ["--timeout", String(patience), String(inherited)], {
    stdio: ["ignore", "ignore", "ignore", lock],
  });
  if (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    const fix = isMissing ? "install the package util-linux" : 'allow more open files and processes, as "ulimit -n 4096" does';
    throw new Error(`it needs flock, which cannot be run (${error.message}); fix: ${fix}`);
  }
  if (status !== 0) {
    throw new Error(`another daemon has ${folder}; fix: stop it with local/plugin/stop`);
  }
  const { ino } = fs.fstatSync(lock);
  return () => fs.statSync(file, { throwIfNoEntry: false })?.ino === ino;
}
