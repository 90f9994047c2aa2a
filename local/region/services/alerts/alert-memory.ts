import type { AlertState } from "./evaluation/model";

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
