import { idKey } from "../../../azure/arm/id";
import { notAwaited, unlessCancelled, type Waiter } from "../provider/azure-native/waiting";
import type { Computer } from "../foundation/computer";
import type { PeriodicTask } from "../foundation/periodic-task";
import type { EdgeReconciler } from "./edge-reconciler";
import type { DeployedScaleSet } from "../services/scale-set/deployed-scale-set";
import type { SubnetNetworks } from "../services/network/subnet-networks";

const pauseInMilliseconds = 100;
/** How long reconciling may fail before nobody waits for it any more, in real milliseconds. */
const patienceInMilliseconds = 20_000;

/** What a resource is about: a scale set and the load balancers in front of it, or a load balancer with machines behind it. */
interface Concern {
  readonly sets: readonly DeployedScaleSet[];
  readonly loadBalancers: readonly string[];
}

/** Tells when what was declared is there, or what keeps it from being there. */
export class Readiness {
  /**
   * @param scaleSets The scale sets as they are declared when it is called.
   * @param damageOf Why nobody knows how a scale set stands; undefined where that is known.
   */
  constructor(
    private readonly networks: SubnetNetworks,
    private readonly edges: EdgeReconciler,
    private readonly scaleSets: () => readonly DeployedScaleSet[],
    private readonly damageOf: (id: string) => string | undefined,
    private readonly reconciling: Pick<PeriodicTask, "nextRun" | "failure">,
    private readonly computer: Computer,
  ) {}

  /** Waits until the instances of a new scale set are provisioned and its load balancers know them. @returns What went wrong with any of them. */
  created(id: string, waiter: Waiter): Promise<string[]> {
    return this.untilReady(id, waiter, ({ service, model }) => !service.isBeingCreated(model));
  }

  /**
   * Waits until a scale set is as it was changed, its rolling upgrade over and applied to the edges of its load balancers, or until the edge of a
   * changed load balancer does what is declared.
   * @returns What went wrong with any of them.
   */
  changed(id: string, waiter: Waiter): Promise<string[]> {
    this.edges.retry(this.concernOf(id).loadBalancers);
    return this.untilReady(id, waiter, ({ service, model }) => !service.isBeingChanged(model));
  }

  /**
   * Waits until nothing is left of what was deleted, or nobody waits any more.
   * @throws Error where the region cannot be reconciled.
   */
  async gone(isLeft: () => boolean, waiter: Waiter): Promise<void> {
    // What is damaged is in no list of what is there, and goes with the next run.
    await unlessCancelled(this.reconciling.nextRun(), waiter);
    const hindrance = this.hindrance();
    while (isLeft() && !waiter.cancelled.aborted) {
      const hindered = hindrance();
      if (hindered?.isTooLong) {
        throw new Error(hindered.message);
      }
      await this.computer.wait(pauseInMilliseconds);
    }
  }

  /** Gives what keeps the region from being reconciled, whenever it is asked for, and whether that has been so for too long to wait for. */
  private hindrance(): () => { readonly message: string; readonly isTooLong: boolean } | undefined {
    let wellAt = this.computer.now();
    return () => {
      const { failure } = this.reconciling;
      if (failure === undefined) {
        wellAt = this.computer.now();
        return undefined;
      }
      const isTooLong = this.computer.now() - wellAt > patienceInMilliseconds;
      return { message: `the region cannot be reconciled: ${failure}`, isTooLong };
    };
  }

  private async untilReady(id: string, waiter: Waiter, isReady: (set: DeployedScaleSet) => boolean): Promise<string[]> {
    await unlessCancelled(this.reconciling.nextRun(), waiter);
    const hindrance = this.hindrance();
    for (let told = ""; ;) {
      if (waiter.cancelled.aborted) {
        return [notAwaited];
      }
      const concern = this.concernOf(id);
      const { sets, loadBalancers } = concern;
      const conflicts = [this.damageOf(id) ?? [], ...sets.map(({ network }) => this.networks.conflict(network) ?? [])].flat();
      if (conflicts.length > 0) {
        return conflicts;
      }
      if (sets.every(isReady) && this.edges.areAttempted(loadBalancers)) {
        return [...sets.flatMap(failuresOf), ...this.edges.conflicts(loadBalancers)];
      }
      const hindered = hindrance();
      if (hindered?.isTooLong) {
        return [hindered.message];
      }
      const awaited = hindered?.message ?? this.awaitedBy(concern);
      if (awaited !== told) {
        waiter.tell(awaited);
        told = awaited;
      }
      await this.computer.wait(pauseInMilliseconds);
    }
  }

  private awaitedBy({ sets, loadBalancers }: Concern): string {
    const edges = this.edges.areAttempted(loadBalancers) ? [] : ["the load balancer learns of it"];
    return [...sets.flatMap(progressOf), ...edges].join("; ");
  }

  private concernOf(id: string): Concern {
    const deployed = this.scaleSets();
    const sets = deployed.filter(({ resource }) => idKey(resource.id) === idKey(id));
    const hasMachines = deployed.some((set) => this.edges.inFrontOf(set).some((one) => idKey(one) === idKey(id)));
    return { sets, loadBalancers: hasMachines ? [id] : sets.flatMap((set) => this.edges.inFrontOf(set)) };
  }
}

/** What a scale set does on its way, such as `rolling upgrade: 1 of 2 instances; instance 2 is Creating`. */
function progressOf({ service: { view, instances, inTransition } }: DeployedScaleSet): string[] {
  const latest = instances.filter(({ model, provisioningState }) => model === view.latestModel && provisioningState === "Succeeded");
  return [
    ...(view.upgrade?.code === "RollingForward" ? [`rolling upgrade: ${latest.length} of ${instances.length} instances`] : []),
    ...inTransition.map(({ id, provisioningState }) => `instance ${id} is ${provisioningState}`),
  ];
}

/** What went wrong with the upgrade, and with instances of the latest model: those of an earlier one are yet to be replaced. */
function failuresOf({ service: { name: set, view, instances }, model: { capacity } }: DeployedScaleSet): string[] {
  const { code, error } = view.upgrade ?? {};
  const { growthShortfall } = view;
  const failed = instances.filter(({ model }) => model === view.latestModel);
  return [
    ...(code === "Faulted" && error ? [`${error.code}: the rolling upgrade has stopped: ${error.message}. ${wayOut}`] : []),
    ...(growthShortfall === undefined
      ? []
      : [`${set} has ${instances.length} of ${capacity} instances and cannot grow: ${growthShortfall}`]),
    ...failed.flatMap(({ name, errors }) => (errors ? [`${name}: ${errors.join("\n")}`] : [])),
  ];
}

const wayOut =
  '"make events" tells what became of each instance. A model without the fault starts another upgrade; where too few instances are healthy for one, "make down" and "make up" begin anew.';
