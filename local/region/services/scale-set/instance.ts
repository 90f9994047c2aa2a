/** What an instance of a scale set reports of its application. Binary health states know Healthy and Unhealthy only. */
export type HealthState = "Initializing" | "Healthy" | "Unhealthy" | "Unknown";

/** Azure's word for how far the last operation on an instance has come. */
export type ProvisioningState = "Creating" | "Updating" | "Succeeded" | "Failed" | "Deleting";

/**
 * What an instance is protected from: scale-in (Azure's `protectFromScaleIn`), or every action on the scale set, scale-in included
 * (`protectFromScaleSetActions`).
 */
export type Protection = "scale-in" | "scale-set-actions";

/** An instance of a scale set, as far as a decision needs it. All times are milliseconds of the region's clock. */
export interface Instance {
  /** The instance id: a decimal number as text. */
  readonly id: string;
  /** The availability zone; absent where the instance was created without one. */
  readonly zone?: string;
  /** When the creation began. */
  readonly createdAt: number;
  /** When the last creation, upgrade, reimage or restart ended; while the first is under way, when it began. */
  readonly stateChangedAt: number;
  readonly provisioningState: ProvisioningState;
  /** True once the scale set's latest model was applied to the instance, whether or not that went well. */
  readonly latestModel: boolean;
  /** What was reported since `stateChangedAt`; absent until something was. */
  readonly health?: HealthState;
  /** What the source of the health said last, or why the instance could not be provisioned; in words. */
  readonly healthReason?: string;
  /** Azure's `protectionPolicy.protectFromScaleIn`; false by default. */
  readonly protectFromScaleIn?: boolean;
  /** Azure's `protectionPolicy.protectFromScaleSetActions`, which protects from scale-in too; false by default. */
  readonly protectFromScaleSetActions?: boolean;
  /** When the last automatic repair began that made this instance or was made on it; absent where there was none. */
  readonly repairedAt?: number;
  /** Set on an instance that a rolling upgrade with maxSurge created: the id of the instance whose place it takes. */
  readonly surgeFor?: string;
}

/** Orders instances by id, as numbers. */
export function byId(a: Instance, b: Instance): number {
  return Number(a.id) - Number(b.id);
}

/** The instances that are not on their way out. */
export function staying(instances: readonly Instance[]): Instance[] {
  return instances.filter(({ provisioningState }) => provisioningState !== "Deleting");
}

/** True while an operation on the instance is under way. */
export function isInProgress({ provisioningState }: Instance): boolean {
  return provisioningState === "Creating" || provisioningState === "Updating";
}

/** True for the two states that repairs and rolling upgrades treat as unhealthy. */
export function isUnhealthyState(health: HealthState | undefined): boolean {
  return health === "Unhealthy" || health === "Unknown";
}

/**
 * True for an instance that a rolling upgrade created while the one whose place it takes is still there. It does not count towards the
 * scale set's capacity, or the set would be scaled in during its own upgrade.
 */
export function isStandIn(instance: Instance, instances: readonly Instance[]): boolean {
  return staying(instances).some(({ id }) => id === instance.surgeFor);
}

/** True for an instance that no action on the scale set may touch. */
export function isProtected({ protectFromScaleSetActions }: Instance): boolean {
  return protectFromScaleSetActions === true;
}

/** The instances that an upgrade has to reach: those without the latest model, but for protected ones and those on their way out. */
export function outdatedInstances(instances: readonly Instance[]): Instance[] {
  return staying(instances).filter((instance) => !instance.latestModel && !isProtected(instance));
}

export function idsOf(instances: readonly Instance[]): string[] {
  return instances.map(({ id }) => id);
}
