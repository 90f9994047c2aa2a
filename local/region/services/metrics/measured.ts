/** A value of one of a resource's metrics. */
export interface Measured {
  /** Azure Monitor's name of the metric. */
  readonly metric: string;
  /** What of the resource it is about; empty for the resource as a whole. */
  readonly part: string;
  readonly value: number;
}
