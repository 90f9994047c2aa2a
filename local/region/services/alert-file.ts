import * as fs from "node:fs";
import type { AlertState } from "../controllers/metric-alert/model";

/** What the region remembers of one time series of an alert. */
export interface SeriesMemory {
  readonly state: AlertState;
  /** Azure's id of the alert that is fired, or was last. */
  readonly alertId?: string;
}

/** What the region remembers of an alert rule. */
export interface AlertMemory {
  /** When it was last evaluated, in region milliseconds. */
  readonly evaluatedAt: number;
  /** Why it is not evaluated, once that was told. */
  readonly told?: string;
  /** By resource and dimension values. */
  readonly series: Readonly<Record<string, SeriesMemory>>;
}

/** Keeps what the alerts of a region remember in a file, which is written beside its place and renamed. */
export class AlertFile {
  constructor(private readonly file: string) {}

  /** Everything by the alert's id in lower case. A file that cannot be read counts as none: its alerts are evaluated anew. */
  read(): Record<string, AlertMemory> {
    try {
      return JSON.parse(fs.readFileSync(this.file, "utf8")) as Record<string, AlertMemory>;
    } catch {
      return {};
    }
  }

  write(memories: Readonly<Record<string, AlertMemory>>): void {
    fs.writeFileSync(`${this.file}.new`, JSON.stringify(memories), { mode: 0o600 });
    fs.renameSync(`${this.file}.new`, this.file);
  }
}
