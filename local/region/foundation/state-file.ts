import * as fs from "node:fs";
import * as path from "node:path";
import type { Computer } from "./computer";
import type { EventLog } from "./event-log";
import { readKept } from "./kept-file";

/** What a service remembers, in memory and in a file, so that it goes on where it was when the daemon starts again. */
export class StateFile<T> {
  private kept: T;
  /** What the file holds. */
  private text: string;

  /**
   * @param events Told where the file cannot be read. A service that remembers nothing begins anew, and the file is kept under another name.
   * @param initial What there is at first.
   * @param take Makes of the file's JSON what is remembered, and throws where it is something else.
   */
  constructor(
    private readonly computer: Computer,
    events: Pick<EventLog, "add">,
    private readonly file: string,
    initial: T,
    take: (content: unknown) => T,
  ) {
    this.kept = initial;
    const aside = `${file}.damaged`;
    const fix = `restore ${path.basename(aside)} under its name before the daemon next begins; until then what was in it is forgotten`;
    try {
      this.kept = readKept(file, fix, take) ?? initial;
    } catch (error) {
      events.add("region", (error as Error).message);
      setAside(file, aside);
    }
    this.text = JSON.stringify(this.kept);
  }

  get content(): T {
    return this.kept;
  }

  /**
   * Remembers something else from now on.
   * @throws NodeJS.ErrnoException where it cannot be written, as on a full disk; the next call writes what is remembered by then.
   */
  write(content: T): void {
    const text = JSON.stringify(content);
    if (text !== this.text) {
      this.kept = content;
      this.computer.writeWhole(this.file, text, { isFlushed: false });
      this.text = text;
    }
  }
}

function setAside(file: string, aside: string): void {
  try {
    fs.rmSync(aside, { recursive: true, force: true });
    fs.renameSync(file, aside);
  } catch {
    // Where nothing can be renamed nothing can be written either, which whoever writes is told.
  }
}
