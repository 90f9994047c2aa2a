import * as fs from "node:fs";
import * as path from "node:path";
import { explainWriteFailure } from "./write-failure";

/** How a file is written that others may read at any time. */
export interface WholeFileOptions {
  /**
   * True where the content must outlast a computer that loses its power just after: file and folder are flushed to the disk, which takes
   * some milliseconds. Whatever can be had again, such as metrics, does without.
   */
  readonly isFlushed: boolean;
}

/**
 * Writes a file so that it always holds either all of its old content or all of the new: beside its place first, and renamed then. Only the
 * user can read it. What a process that was killed left beside it is overwritten by the next one.
 *
 * @throws NodeJS.ErrnoException where it cannot be written, as on a full disk, with what to do about it; the old content stays, and nothing is
 * left beside it.
 */
export function writeWhole(file: string, content: string | Buffer, { isFlushed }: WholeFileOptions): void {
  const unfinished = `${file}.new`;
  try {
    fs.writeFileSync(unfinished, content, { mode: 0o600, flush: isFlushed });
    fs.renameSync(unfinished, file);
  } catch (error) {
    removeUnfinished(unfinished);
    throw explainWriteFailure(error as Error, file, Buffer.byteLength(content));
  }
  if (isFlushed) {
    flushFolder(path.dirname(file));
  }
}

/** What went wrong before is what counts; on a file system that is read-only by now nothing can be removed either. */
function removeUnfinished(file: string): void {
  try {
    fs.rmSync(file, { force: true });
  } catch {
    // The next write takes its place.
  }
}

/** Without this the disk may not know the file's new name yet. */
function flushFolder(folder: string): void {
  const descriptor = fs.openSync(folder, fs.constants.O_RDONLY | fs.constants.O_DIRECTORY);
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
