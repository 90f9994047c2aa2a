import * as fs from "node:fs";
import * as path from "node:path";
import type { Computer } from "../../foundation/computer";

/** Keeps which zones are down in a file. */
export class ZoneOutagesFile {
  private readonly file: string;

  /** @param folder The region's. */
  constructor(
    folder: string,
    private readonly computer: Computer,
  ) {
    this.file = path.join(folder, "zones-down.json");
  }

  read(): string[] {
    return fs.existsSync(this.file) ? (JSON.parse(fs.readFileSync(this.file, "utf8")) as string[]) : [];
  }

  write(zones: readonly string[]): void {
    this.computer.writeWhole(this.file, JSON.stringify(zones), { isFlushed: true });
  }
}
