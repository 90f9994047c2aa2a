import * as fs from "node:fs";

/** What a service remembers, in memory and in a file, so that it goes on where it was when the daemon starts again. */
export class KeptFile<T> {
  private kept: T;

  /** @param initial What there is at first, and where the file cannot be read. */
  constructor(
    private readonly file: string,
    initial: T,
  ) {
    this.kept = initial;
    try {
      this.kept = JSON.parse(fs.readFileSync(file, "utf8")) as T;
    } catch {
      // A service that remembers nothing begins anew.
    }
  }

  get content(): T {
    return this.kept;
  }

  /** Keeps something else from now on. The file is written beside its place and renamed, so that it is always whole. */
  keep(content: T): void {
    if (JSON.stringify(content) !== JSON.stringify(this.kept)) {
      this.kept = content;
      fs.writeFileSync(`${this.file}.new`, JSON.stringify(content), { mode: 0o600 });
      fs.renameSync(`${this.file}.new`, this.file);
    }
  }
}
