import * as fs from "node:fs";
import { showableLine } from "./guest-text";

/** The end of the file that is read: hundreds of lines. */
const tailLength = 128 * 1024;

/**
 * The last lines that a machine wrote on its console.
 * @param file The console's file, as Podman's log driver k8s-file writes it.
 * @returns Without colours, empty lines and whatever else a terminal would act on; none where the machine never started.
 */
export function lastConsoleLines(file: string, count: number): string[] {
  return parseConsole(readTail(file)).slice(-count);
}

/** Each record of a log is a time, the stream, F for a full line or P for a part of one, and the text. */
export function parseConsole(log: string): string[] {
  const lines: string[] = [];
  let unfinished = "";
  for (const record of log.split("\n")) {
    const [, kind, text] = /^\S+ std(?:out|err) ([FP]) ([^]*)$/.exec(record) ?? [];
    if (text === undefined) {
      continue;
    }
    unfinished += text;
    if (kind === "F") {
      lines.push(unfinished);
      unfinished = "";
    }
  }
  return [...lines, unfinished].map(showableLine).filter((line) => line !== "");
}

function readTail(file: string): string {
  if (!fs.existsSync(file)) {
    return "";
  }
  const descriptor = fs.openSync(file, "r");
  try {
    const { size } = fs.fstatSync(descriptor);
    const buffer = Buffer.alloc(Math.min(size, tailLength));
    fs.readSync(descriptor, buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString("utf8");
  } finally {
    fs.closeSync(descriptor);
  }
}
