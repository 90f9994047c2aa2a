import * as fs from "node:fs";
import * as path from "node:path";
import { showableLine } from "./guest-text";
import { provisioningFailure, provisioningReport, rebootRequest } from "./layout";

/** What a machine has reported of its boot. */
export interface Provisioning {
  /** What went wrong, a line for each; empty where all went well. Absent as long as cloud-init has not ended. */
  readonly errors?: readonly string[];
  /** True where the machine has shut itself down to boot again. */
  readonly asksForReboot: boolean;
}

/** A report is a few hundred bytes; the machine could write anything. */
const longestReport = 64 * 1024;

/** So many errors are told, and so much of each, as every one ends up in events and messages. */
const maximumErrors = 10;
const longestError = 1000;

/**
 * Reads what a machine has reported since it was started.
 * @param shared The folder on the host that the machine shares.
 */
export function readProvisioning(shared: string): Provisioning {
  const failure = readReport(path.join(shared, provisioningFailure));
  const result = readReport(path.join(shared, provisioningReport));
  const asksForReboot = readReport(path.join(shared, rebootRequest)) !== undefined;
  if (failure !== undefined) {
    return { errors: [showable(failure)], asksForReboot };
  }
  return { ...(result !== undefined && { errors: parseResult(result) }), asksForReboot };
}

/** Forgets what a machine has reported, before it is started anew. */
export function forgetProvisioning(shared: string): void {
  for (const file of [provisioningFailure, provisioningReport, rebootRequest]) {
    removeReport(path.join(shared, file));
  }
}

/**
 * What cannot be removed stays, such as a folder in the place of a report, or all of them where the machine lets nobody into the shared folder:
 * it is none that can be read, now and after the start, and what is there is the machine's.
 */
function removeReport(file: string): void {
  try {
    fs.unlinkSync(file);
  } catch {
    // Whoever reads it next is told.
  }
}

/** Reads the errors from cloud-init's result.json; each is the name of a module and Python's words for what it ran into. */
export function parseResult(text: string): string[] {
  try {
    const { errors } = (JSON.parse(text) as { v1: { errors: string[] } }).v1;
    return errors.slice(0, maximumErrors).map((error) => showable(`cloud-init: ${error}`));
  } catch {
    return ["cloud-init left a result that cannot be read"];
  }
}

function showable(text: string): string {
  return showableLine(text.trim().replaceAll("\n", " ").slice(0, longestError));
}

/** What a computer says that has no room for another open file, which is no machine's fault. */
const tooManyFiles = ["EMFILE", "ENFILE"];

/**
 * The machine owns the folder, so there can be anything: a link to any file of the host, a folder, a pipe that never ends, or no way in for
 * an ordinary user. Whatever stands in the way of its report is this machine's affair, and no other's.
 */
function readReport(file: string): string | undefined {
  try {
    // Most reports are not there at most times, and an error for each would take longer than all else.
    const isThere = fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined;
    return isThere ? readRegularFile(file) : undefined;
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (tooManyFiles.includes(code)) {
      throw error;
    }
    return code === "ENOENT" ? undefined : `${path.basename(file)} is no file that can be read`;
  }
}

function readRegularFile(file: string): string {
  const descriptor = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW | fs.constants.O_NONBLOCK);
  try {
    if (!fs.fstatSync(descriptor).isFile()) {
      throw new Error(`${file} is no file`);
    }
    const buffer = Buffer.allocUnsafe(longestReport);
    return buffer.toString("utf8", 0, fs.readSync(descriptor, buffer));
  } finally {
    fs.closeSync(descriptor);
  }
}
