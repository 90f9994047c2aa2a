export const upgradeModes = ["Manual", "Automatic", "Rolling"] as const;

/** Azure's `upgradePolicy`: how a new model of a scale set reaches the instances. */
export interface UpgradePolicy {
  /** Manual leaves them alone, Automatic upgrades all at once, Rolling in batches. */
  readonly mode: (typeof upgradeModes)[number];
  readonly rolling: RollingUpgradePolicy;
}

/** Azure's `rollingUpgradePolicy`, with nothing left open. Percentages are whole numbers from 0 to 100. */
export interface RollingUpgradePolicy {
  /** The most instances of a batch, as a share of the set. */
  readonly maxBatchInstancePercent: number;
  /** More unhealthy instances than this share of the set stop the upgrade before a batch. */
  readonly maxUnhealthyInstancePercent: number;
  /** More unhealthy instances than this share of the upgraded ones stop the upgrade after a batch. */
  readonly maxUnhealthyUpgradedInstancePercent: number;
  /** The pause after a batch, in seconds. */
  readonly pauseTimeBetweenBatchesSeconds: number;
  /** Upgrades all unhealthy instances before any healthy one. */
  readonly prioritizeUnhealthyInstances: boolean;
  /** Creates new instances first and deletes the old ones when those are healthy. */
  readonly maxSurge: boolean;
  /** Takes failed instances back to the model before when the upgrade stops. */
  readonly rollbackFailedInstancesOnPolicyBreach: boolean;
  /** Fills a batch without regard to zones. */
  readonly enableCrossZoneUpgrade: boolean;
}

/** Azure's defaults: all shares 20 %, no pause, nothing else switched on. */
export function rollingUpgradePolicy(declared: Partial<RollingUpgradePolicy>): RollingUpgradePolicy {
  return {
    maxBatchInstancePercent: 20,
    maxUnhealthyInstancePercent: 20,
    maxUnhealthyUpgradedInstancePercent: 20,
    pauseTimeBetweenBatchesSeconds: 0,
    prioritizeUnhealthyInstances: false,
    maxSurge: false,
    rollbackFailedInstancesOnPolicyBreach: false,
    enableCrossZoneUpgrade: false,
    ...declared,
  };
}
