import { maximumRepairsAtOnce } from "../../../../../azure/facts/scale-set-limits";
import { byId, type Instance, isInProgress, isProtected, isUnhealthyState, staying } from "../instance";
import { lengthOf } from "../../../foundation/words";

/** Azure's `automaticRepairsPolicy`, with nothing left open. */
export interface AutomaticRepairsPolicy {
  readonly enabled: boolean;
  /** How long after its last state change an instance is left alone, in seconds. */
  readonly gracePeriodSeconds: number;
  readonly repairAction: RepairAction;
}

export const repairActions = ["Replace", "Reimage", "Restart"] as const;

/** Replace deletes the instance and creates another one from the latest model; the other two keep its id, address and data disks. */
export type RepairAction = (typeof repairActions)[number];

/** What the repair service remembers of a scale set. */
export interface RepairService {
  /** Azure's `serviceState` of `orchestrationServices`, for a set whose policy is enabled. */
  readonly serviceState: "Running" | "Suspended";
  /** Repairs in a row after which the instance was still unhealthy when its grace period had ended. */
  readonly fruitlessRepairs: number;
  /** When the last of them was noticed, in milliseconds. */
  readonly lastFruitlessAt?: number;
}

/** A repair to begin now. */
export interface Repair {
  readonly instance: string;
  readonly action: RepairAction;
  readonly reason: string;
}

/** What to repair now. */
export interface RepairDecision {
  readonly repairs: Repair[];
  /** The unhealthy instances that are not repaired now, and why. */
  readonly spared: { readonly instance: string; readonly reason: string }[];
  readonly service: RepairService;
  /** What became of the service as a whole, where something did. */
  readonly notice?: string;
}

/** The service of a set whose policy was just enabled, or whose service was just resumed. */
export const newRepairService: RepairService = { serviceState: "Running", fruitlessRepairs: 0 };

/** Assumed: how many fruitless repairs in a row suspend the service. */
export const assumedFruitlessRepairs = 3;

/** Fills in the policy: disabled by default, gracePeriod 10 minutes, repairAction Replace. */
export function automaticRepairsPolicy(declared: Partial<AutomaticRepairsPolicy>): AutomaticRepairsPolicy {
  const { enabled = false, gracePeriodSeconds = 600, repairAction = "Replace" } = declared;
  return { enabled, gracePeriodSeconds, repairAction };
}

/** The `serviceState` that the scale set's instance view shows. */
export function serviceStateOf({ enabled }: AutomaticRepairsPolicy, service: RepairService): "NotRunning" | "Running" | "Suspended" {
  return enabled ? service.serviceState : "NotRunning";
}

/** What a decision about repairs goes by besides the policy. */
export interface RepairConditions {
  /** How many fruitless repairs in a row suspend the service; `assumedFruitlessRepairs` by default. */
  readonly suspendAfter?: number;
  /** Why the policy's repair of an instance cannot be carried out now; undefined where it can, which is the default. */
  readonly whyImpossible?: (instance: Instance) => string | undefined;
}

/**
 * Decides which instances to repair now. The caller sets `repairedAt` and, before it asks again, the provisioning state: on the new
 * instance (Creating) of a replacement, else on the repaired one (Updating).
 */
export function decideRepairs(
  policy: AutomaticRepairsPolicy,
  service: RepairService,
  instances: readonly Instance[],
  now: number,
  { suspendAfter = assumedFruitlessRepairs, whyImpossible = () => undefined }: RepairConditions = {},
): RepairDecision {
  if (!policy.enabled) {
    return { repairs: [], spared: [], service: newRepairService };
  }
  const unhealthy = staying(instances).filter(({ health }) => isUnhealthyState(health));
  const spared = (reason: string) => unhealthy.map(({ id }) => ({ instance: id, reason }));
  if (service.serviceState === "Suspended") {
    return { repairs: [], spared: spared("automatic repairs are suspended"), service };
  }
  const judged = forgiven(service, instances);
  const verdicts = unhealthy
    .map((instance) => ({ instance, exempt: whyExempt(policy, instance, now) ?? whyImpossible(instance) }))
    .sort((a, b) => a.instance.stateChangedAt - b.instance.stateChangedAt || byId(a.instance, b.instance));
  const due = verdicts.filter(({ exempt }) => exempt === undefined).map(({ instance }) => instance);
  const limit = maximumRepairsAtOnce(staying(instances).length);
  const underWay = instances.filter((instance) => instance.repairedAt !== undefined && isInProgress(instance)).length;
  const begun = due.slice(0, Math.max(0, limit - underWay));
  const fruitless = begun.filter(({ repairedAt }) => repairedAt !== undefined).length;
  const next = fruitless === 0 ? judged : { ...judged, fruitlessRepairs: judged.fruitlessRepairs + fruitless, lastFruitlessAt: now };
  if (fruitless > 0 && next.fruitlessRepairs >= suspendAfter) {
    const notice = `automatic repairs are now suspended: ${next.fruitlessRepairs} repairs in a row did not make an instance healthy; look into "make events", fix what makes them unhealthy, then resume repairs with "make resume-repairs"`;
    return { repairs: [], spared: spared("automatic repairs are suspended"), service: { ...next, serviceState: "Suspended" }, notice };
  }
  return {
    repairs: begun.map((instance) => ({ instance: instance.id, action: policy.repairAction, reason: whyRepair(policy, instance, now) })),
    spared: verdicts
      .filter(({ instance }) => !begun.includes(instance))
      .map(({ instance, exempt }) => ({ instance: instance.id, reason: exempt ?? whyNotYet(limit) })),
    service: next,
  };
}

/** A repair that made its instance healthy ends the row of fruitless ones. */
function forgiven(service: RepairService, instances: readonly Instance[]): RepairService {
  const { lastFruitlessAt } = service;
  if (lastFruitlessAt === undefined) {
    return service;
  }
  const helped = instances.some(
    ({ health, repairedAt }) => health === "Healthy" && repairedAt !== undefined && repairedAt >= lastFruitlessAt,
  );
  return helped ? newRepairService : service;
}

function whyExempt(policy: AutomaticRepairsPolicy, instance: Instance, now: number): string | undefined {
  if (isProtected(instance) || instance.protectFromScaleIn) {
    return "it is protected";
  }
  if (instance.provisioningState === "Failed") {
    return "its provisioning failed, and automatic repairs leave such instances alone";
  }
  if (isInProgress(instance)) {
    return "an operation on it is under way";
  }
  const left = instance.stateChangedAt + policy.gracePeriodSeconds * 1000 - now;
  return left > 0 ? `its grace period goes on for ${lengthOf(left)}` : undefined;
}

function whyRepair(policy: AutomaticRepairsPolicy, { health, stateChangedAt }: Instance, now: number): string {
  return `it is ${health}, and its last state change is ${lengthOf(now - stateChangedAt)} ago, beyond the grace period of ${lengthOf(policy.gracePeriodSeconds * 1000)}`;
}

function whyNotYet(limit: number): string {
  return limit === 1 ? "another repair comes first, one at a time" : `other repairs come first, ${limit} at a time`;
}
