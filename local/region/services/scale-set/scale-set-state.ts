import type { BelievedHealth } from "./health/health-source";
import type { Instance, Protection, ProvisioningState } from "./instance";
import { newRepairService, type RepairService } from "./repair/repairs";
import { noPendingDeletions, type PendingDeletions } from "./terminate-notification";
import type { RollingUpgrade } from "./upgrade/upgrade-decision";
import { type InstanceModel, isSameModel } from "./instance-model";

/** An instance as the region remembers it. What its machine does is Podman's to tell. */
export interface InstanceRecord {
  readonly id: string;
  /** The resource's name, such as `web_3`. */
  readonly name: string;
  /** Azure's unique id of the virtual machine. */
  readonly vmId: string;
  readonly zone?: string;
  readonly address: string;
  /** The name of the model that it has, or is getting. */
  readonly model: string;
  /** Counts the disks that the instance has had: an upgrade or a reimage gives it a new one, from the model. */
  readonly disk: number;
  readonly provisioningState: ProvisioningState;
  /** Region time in milliseconds, as all times here. */
  readonly createdAt: number;
  readonly stateChangedAt: number;
  readonly repairedAt?: number;
  readonly surgeFor?: string;
  /** Set by hand; absent where it is not protected. */
  readonly protection?: Protection;
  /** What was wrong where the provisioning failed. */
  readonly errors?: readonly string[];
}

/** What the region remembers of a scale set from one moment to the next, and across a death of the daemon. */
export interface ScaleSetState {
  /** One more than the highest instance id that was given. */
  readonly nextId: number;
  readonly instances: readonly InstanceRecord[];
  /** The models that instances have, and the latest one, by name. */
  readonly models: Readonly<Record<string, InstanceModel>>;
  readonly latestModel: string;
  /** The model before the latest: what a rolled back instance goes back to. */
  readonly modelBefore?: string;
  /** Counts the models that the set has had, so that going back to an earlier one is an update like any other. */
  readonly modelChanges: number;
  readonly upgrade?: RollingUpgrade;
  readonly repairs: RepairService;
  readonly deletions: PendingDeletions;
  /** When an instance last asked for scheduled events. */
  readonly eventsAskedAt?: number;
  /** Why a scale-in has left more instances than the capacity; absent where it has not. */
  readonly scaleInShortfall?: string;
  /** Why the set has fewer instances than its capacity; absent where it has not. */
  readonly growthShortfall?: string;
}

export const newScaleSetState: ScaleSetState = {
  nextId: 0,
  instances: [],
  models: {},
  latestModel: "",
  modelChanges: 0,
  repairs: newRepairService,
  deletions: noPendingDeletions,
};

/** The instance as the decisions of Azure's services need it. */
export function toInstance(record: InstanceRecord, state: ScaleSetState, believed: BelievedHealth | undefined): Instance {
  const { id, zone, createdAt, stateChangedAt, provisioningState, repairedAt, surgeFor, protection } = record;
  return {
    id,
    createdAt,
    stateChangedAt,
    provisioningState,
    latestModel: record.model === state.latestModel,
    ...(zone !== undefined && { zone }),
    ...(believed?.health !== undefined && { health: believed.health }),
    healthReason: record.errors === undefined ? believed?.reason : `its provisioning failed: ${record.errors[0]}`,
    ...(repairedAt !== undefined && { repairedAt }),
    ...(surgeFor !== undefined && { surgeFor }),
    ...(protection === "scale-in" && { protectFromScaleIn: true }),
    ...(protection === "scale-set-actions" && { protectFromScaleSetActions: true }),
  };
}

/** True where the latest model of the set is this one. */
export function isLatestModel({ models, latestModel }: ScaleSetState, declared: InstanceModel): boolean {
  return latestModel in models && isSameModel(models[latestModel], declared);
}
