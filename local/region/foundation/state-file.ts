import * as fs from "node:fs";
import type { Computer } from "./computer";

/** What a service remembers, in memory and in a file, so that it goes on where it was when the daemon starts again. */
export class StateFile<T> {
  private kept: T;
  /** What the file holds. */
  private text: string;

  /** @param initial What there is at first, and where the file cannot be read. */
  constructor(
    private readonly computer: Computer,
    private readonly file: string,
    initial: T,
  ) {
    this.kept = initial;
    this.text = JSON.stringify(initial);
    try {
      this.text = fs.readFileSync(file, "utf8");
      this.kept = JSON.parse(this.text) as T;
    } catch {
      // A service that remembers nothing begins anew.
    }
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
