import * as fs from "node:fs";
import * as path from "node:path";

/** Something that the region did, or saw. */
export interface RegionEvent {
  /** Real time. */
  readonly time: string;
  /** What it is about: a resource's name, or an instance's. */
  readonly subject: string;
  readonly message: string;
}

/** After this many bytes the log is set aside, so that it never holds more than twice as much. */
const maximumLogBytes = 4 * 1024 * 1024;

/** The region's one log: every decision with its reason, one JSON object a line. */
export class EventLog {
  private readonly file: string;

  constructor(folder: string) {
    this.file = path.join(folder, "events.log");
  }

  add(subject: string, message: string): void {
    const event: RegionEvent = { time: new Date().toISOString(), subject, message };
    if (fs.existsSync(this.file) && fs.statSync(this.file).size > maximumLogBytes) {
      fs.renameSync(this.file, `${this.file}.1`);
    }
    fs.appendFileSync(this.file, `${JSON.stringify(event)}\n`, { mode: 0o600 });
  }

  /** The last events, oldest first. */
  last(count: number): RegionEvent[] {
    if (!fs.existsSync(this.file)) {
      return [];
    }
    const lines = fs.readFileSync(this.file, "utf8").trimEnd().split("\n");
    return lines.slice(-count).map((line) => JSON.parse(line) as RegionEvent);
  }
}
