import * as fs from "node:fs";
import { shownLines } from "./escape";

/** So much of a message is logged; a program can make one of megabytes. */
const maximumMessageLength = 6000;

/** Writes a line into the daemon's log. */
export type WriteLog = (text: string) => void;

/**
 * The daemon's log is its standard error, which `local/plugin/start` appends to `daemon.log`. What finds no room there, as on a full disk, is
 * lost: Node.js makes an exception of it that would end the daemon.
 */
export const writeDaemonLog: WriteLog = (text) => {
  try {
    fs.writeSync(process.stderr.fd, `${shownLines(text)}\n`);
  } catch {
    // There is nowhere else to say so.
  }
};

/**
 * Writes what went wrong with its stack, for whoever has to find out why. People are told the message alone, by the request that failed or
 * by an event.
 * @param what What failed, such as a request.
 */
export function logFailure(write: WriteLog, what: string, error: Error): void {
  const { message, stack = message } = error;
  const cut = message.length > maximumMessageLength ? `${message.slice(0, maximumMessageLength)}…` : message;
  // As a function, since a text in its place would have its dollar signs read.
  write(`${new Date().toISOString()} ${what} failed: ${stack.replace(message, () => cut)}`);
}
