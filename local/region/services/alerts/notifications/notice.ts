import type { MetricCriterion } from "../evaluation/model";
import type { Dimensions } from "../evaluation/series";

/** A metric alert that has fired, or was resolved, for those who are to be told. Times are those that the machines' clocks show. */
export interface AlertNotice {
  readonly condition: "Fired" | "Resolved";
  /** Azure's unique id of the alert: the same when it fires and when it is resolved. */
  readonly alertId: string;
  readonly rule: {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly severity: number;
    /** As declared, such as `PT5M`. */
    readonly windowSize: string;
    /** Without `Microsoft.Azure.Monitor.`, such as `SingleResourceMultipleMetricCriteria`. */
    readonly conditionType: string;
    readonly criteria: readonly MetricCriterion[];
  };
  /** The resource that the metrics are of. */
  readonly targetId: string;
  readonly dimensions: Dimensions;
  /** What each criterion's metric came to. */
  readonly values: readonly (number | undefined)[];
  readonly reason: string;
  readonly firedAt: Date;
  /** Absent while it is fired. */
  readonly resolvedAt?: Date;
  readonly windowStart: Date;
  readonly windowEnd: Date;
}

/** A scale action of autoscale, for those who are to be told. */
export interface ScaleNotice {
  readonly settingId: string;
  readonly targetId: string;
  readonly targetLocation: string;
  readonly at: Date;
  readonly oldCapacity: number;
  readonly newCapacity: number;
}
