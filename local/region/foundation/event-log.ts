import * as fs from "node:fs";
import * as path from "node:path";
import { shownLine, shownLines } from "./escape";
import { logFailure, type WriteLog, writeDaemonLog } from "./daemon-log";

/** Something that the region did, or saw, in texts that a terminal shows as they are. */
export interface RegionEvent {
  /** Real time. */
  readonly time: string;
  /** What it is about: a resource's name, or an instance's. */
  readonly subject: string;
  readonly message: string;
}

/** After this many bytes the log is set aside, so that it never holds more than twice as much. */
const maximumLogBytes = 4 * 1024 * 1024;

/** So many events are kept in memory while the log cannot be written; the oldest go first. */
const maximumUnwritten = 1000;

/** The region's one log: every decision with its reason, one JSON object a line. */
export class EventLog {
  private readonly file: string;
  /** Lines that are not in the file yet. */
  private unwritten: string[] = [];
  private cannotBeWritten = false;

  constructor(
    folder: string,
    private readonly log: WriteLog = writeDaemonLog,
  ) {
    this.file = path.join(folder, "events.log");
  }

  /** It never fails, as what it tells of has happened: an event that cannot be written, as on a full disk, is shown, and written with a later one. */
  add(subject: string, message: string): void {
    const event: RegionEvent = { time: new Date().toISOString(), subject: shownLine(subject), message: shownLines(message) };
    this.unwritten = [...this.unwritten, JSON.stringify(event)].slice(-maximumUnwritten);
    try {
      this.write();
      this.cannotBeWritten = false;
    } catch (error) {
      if (!this.cannotBeWritten) {
        logFailure(this.log, "writing an event", error as Error);
      }
      this.cannotBeWritten = true;
    }
  }

  /** The last events, oldest first. A line that is damaged hides nothing but itself. */
  last(count: number): RegionEvent[] {
    return [...this.written(), ...this.unwritten].slice(-count).flatMap(parseEvent);
  }

  private write(): void {
    let length = fs.statSync(this.file, { throwIfNoEntry: false })?.size ?? 0;
    if (length > maximumLogBytes) {
      fs.renameSync(this.file, `${this.file}.1`);
      length = 0;
    }
    try {
      fs.appendFileSync(this.file, `${this.endsInALine(length) ? "\n" : ""}${this.unwritten.join("\n")}\n`, { mode: 0o600 });
    } catch (error) {
      this.cutTo(length);
      throw error;
    }
    this.unwritten = [];
  }

  /** True where a daemon was killed in the middle of a line. */
  private endsInALine(length: number): boolean {
    if (length === 0) {
      return false;
    }
    const file = fs.openSync(this.file, "r");
    try {
      const last = Buffer.alloc(1);
      fs.readSync(file, last, 0, 1, length - 1);
      return last.toString() !== "\n";
    } finally {
      fs.closeSync(file);
    }
  }

  /** Takes away the part of a line that a full disk had room for. */
  private cutTo(length: number): void {
    try {
      fs.truncateSync(this.file, length);
    } catch {
      // It could not be written at all.
    }
  }

  private written(): string[] {
    try {
      return fs.readFileSync(this.file, "utf8").trimEnd().split("\n");
    } catch {
      return [];
    }
  }
}

function parseEvent(line: string): RegionEvent[] {
  try {
    const { time, subject, message } = JSON.parse(line) as Partial<Record<keyof RegionEvent, unknown>>;
    const isEvent = typeof time === "string" && typeof subject === "string" && typeof message === "string";
    return isEvent ? [{ time, subject, message }] : [];
  } catch {
    return [];
  }
}
