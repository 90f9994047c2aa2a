import * as fs from "node:fs";
import * as path from "node:path";

/** What the system says where there is no room: on the disk, and in what the user may have of it. */
const noRoom = ["ENOSPC", "EDQUOT"];

/** True where something failed because a disk is full, so that it can go well as soon as there is room. */
export function isNoRoom(error: unknown): boolean {
  return noRoom.includes((error as NodeJS.ErrnoException).code ?? "");
}

/**
 * Why a file cannot be written, in words for whoever can do something about it.
 * @param bytes What was to be written.
 * @returns An error with the code of the one that was given; that one itself where there is nothing to add.
 */
export function explainWriteFailure(error: NodeJS.ErrnoException, file: string, bytes: number): Error {
  const reason = reasonOf(error.code ?? "", path.dirname(file), bytes);
  return reason === undefined ? error : Object.assign(new Error(`${file} cannot be written: ${reason}`), { code: error.code });
}

function reasonOf(code: string, folder: string, bytes: number): string | undefined {
  switch (code) {
    case "ENOSPC":
      return `the disk is full: the file system at ${mountPoint(folder)} has ${freeOn(folder)}, and ${bytes} bytes are needed; fix: make room there, and the region goes on by itself`;
    case "EDQUOT":
      return `what this user may have of the file system at ${mountPoint(folder)} is used up, and ${bytes} bytes are needed; fix: make room there, and the region goes on by itself`;
    case "EROFS":
      return `the file system at ${mountPoint(folder)} is read-only; fix: mount it for writing, and the region goes on by itself`;
    case "EACCES":
    case "EPERM":
      return `this user may not write into ${folder}; fix: give the folder and what is in it to the user that the region runs as`;
    case "EMFILE":
    case "ENFILE":
      return 'too many files are open; fix: allow more, as "ulimit -n 4096" does, and start the daemon again';
    default:
      return undefined;
  }
}

function freeOn(folder: string): string {
  try {
    const { bavail, bsize, files, ffree } = fs.statfsSync(folder);
    // A file system that counts no files has no limit of them.
    return files > 0 && ffree === 0 ? "as many files as it can" : `${bavail * bsize} bytes free`;
  } catch {
    return "no room";
  }
}

/** The uppermost folder that is on the same file system. */
function mountPoint(folder: string): string {
  const deviceOf = (place: string) => fs.statSync(place, { throwIfNoEntry: false })?.dev;
  let place = path.resolve(folder);
  while (path.dirname(place) !== place && deviceOf(path.dirname(place)) === deviceOf(place)) {
    place = path.dirname(place);
  }
  return place;
}
