import { idKey, idName } from "../../../azure/arm/id";
import { edgeAddresses } from "../podman/edge/host-ports";
import type { RegionContext } from "../context";
import type { FrontendCounters } from "../podman/edge/haproxy-answers";
import { loadBalancer } from "../../../azure/resources/load-balancer/load-balancer";
import type { Resource } from "../store/resource";
import type { InstanceWatches } from "../services/scale-set/instance-watches";
import { probeId, readLoadBalancer } from "../services/load-balancer/load-balancer-model";
import { type Backend, balance, type Balance, keptOf, natPortsFor } from "../services/load-balancer/load-balancer-service";
import { type DeclaredScaleSet, type DeployedScaleSet, isBehind } from "../services/scale-set/deployed-scale-set";
import { mayGo } from "../services/scale-set/scale-set-plan";
import { AppliedEdges } from "../services/load-balancer/applied-edges";
import { NatPortsFile } from "../services/load-balancer/nat-ports-file";

/** Long enough for an edge that fails to be tried twice more. */
const deregistrationTimeoutInMilliseconds = 5000;

/** Keeps the edge of every load balancer as the load balancer and the instances behind it are. */
export class EdgeReconciler {
  private readonly decided = new Map<string, Balance>();
  private readonly applied: AppliedEdges;
  private readonly natPorts: NatPortsFile;
  /** The names of instances that are being taken out: of several at a time none comes in again while another goes. */
  private readonly leaving = new Set<string>();
  /** The edges that there were when the daemon began. */
  private inherited: Set<string> | undefined;

  /**
   * @param damaged The scale sets whose instances nobody knows at the moment: edges in front of them stay as they are.
   * @param trigger Reconciles at once.
   */
  constructor(
    private readonly region: RegionContext,
    private readonly watches: InstanceWatches,
    private readonly damaged: () => readonly DeclaredScaleSet[],
    trigger: () => void,
  ) {
    this.applied = new AppliedEdges(region);
    this.natPorts = new NatPortsFile(region);
    region.edges.whenEnded = (id) => {
      this.applied.lost(id);
      trigger();
    };
  }

  get isApplying(): boolean {
    return this.applied.isApplying;
  }

  /** True while anything is left of a load balancer's edge. */
  has(id: string): boolean {
    return this.applied.has(id) || this.inherited?.has(idKey(id)) === true;
  }

  loadBalancers(): Resource[] {
    return this.region.store.all().filter(({ type }) => type === loadBalancer.token);
  }

  /** What every load balancer with machines behind it does. */
  balances(): { id: string; name: string; balance: Balance }[] {
    return this.loadBalancers().flatMap(({ id }) => {
      const decided = this.decided.get(idKey(id));
      return decided ? [{ id, name: idName(id), balance: decided }] : [];
    });
  }

  /**
   * Decides for every load balancer, and has what is decided applied to its edge.
   * @throws NodeJS.ErrnoException where NAT ports cannot be kept, as on a full disk; all else is applied.
   */
  reconcile(deployed: readonly DeployedScaleSet[]): void {
    const problem = this.follow(deployed);
    if (problem) {
      throw problem;
    }
  }

  /** @returns Why NAT ports cannot be kept. No edge has those then: the next daemon might give them to other instances. */
  private follow(deployed: readonly DeployedScaleSet[]): Error | undefined {
    const balanced = this.balanced(deployed).map(({ id, outputs, attached }) => {
      const model = readLoadBalancer(outputs);
      const backends = attached.flatMap((set) => this.backendsOf(set, id));
      return { id, model, backends, set: attached[0], natPorts: natPortsFor(id, model, backends, this.natPorts.of(idKey(id))) };
    });
    let problem: Error | undefined;
    try {
      this.natPorts.keep(new Map(balanced.map(({ id, natPorts }) => [idKey(id), natPorts])));
    } catch (error) {
      problem = error as Error;
    }
    for (const { id, model, backends, set, natPorts } of balanced) {
      const decided = balance(id, model, backends, keptOf(natPorts, this.natPorts.of(idKey(id))));
      this.decided.set(idKey(id), decided);
      const { traffic, members, distributions } = decided;
      const address = edgeAddresses(set.subnetPrefix)[model.isInternal ? "internal" : "public"];
      this.applied.apply({ loadBalancerId: id, network: set.network, address, traffic, members, distributions });
    }
    return problem;
  }

  /** The load balancers whose edges are not left as they are, each with the scale sets behind it, of which there is one at least. */
  private balanced(deployed: readonly DeployedScaleSet[]) {
    const damaged = this.damaged();
    return this.loadBalancers().flatMap(({ id, outputs }) => {
      const attached = deployed.filter((set) => isBehind(set, id));
      const isLeftAlone = attached.length === 0 || damaged.some((set) => isBehind(set, id));
      return !isLeftAlone && (this.applied.has(id) || this.knowsAll(attached)) ? [{ id, outputs, attached }] : [];
    });
  }

  /**
   * Takes an instance that goes out of the edges, and waits until it is. An edge that does not take what it is told is waited for while it is
   * tried twice more, and one of an earlier daemon as long for instances that are not known, as deletions have to end.
   */
  async deregister(name: string, deployed: readonly DeployedScaleSet[]): Promise<void> {
    const { computer } = this.region;
    const givenUpAt = computer.now() + deregistrationTimeoutInMilliseconds;
    this.leaving.add(name);
    try {
      // What cannot be kept is told by whoever reconciles, and keeps no instance from going.
      this.follow(deployed);
      while (this.isApplying || ((this.isAnyBehind || this.isAnyUndecided(deployed)) && computer.now() < givenUpAt)) {
        await computer.wait(20);
        this.follow(deployed);
      }
    } finally {
      this.leaving.delete(name);
    }
  }

  private get isAnyBehind(): boolean {
    return this.loadBalancers().some(({ id }) => this.applied.isBehind(id));
  }

  /** True while an edge serves as an earlier daemon has left it, since this one does not know all its instances yet. */
  private isAnyUndecided(deployed: readonly DeployedScaleSet[]): boolean {
    return deployed.some((set) => this.inFrontOf(set).some((id) => this.has(id) && !this.applied.has(id)));
  }

  /** Removes the edges of load balancers that have no scale set behind them any more, also those that an earlier daemon made. */
  async prune(declared: readonly DeclaredScaleSet[]): Promise<void> {
    this.inherited ??= new Set(await this.region.edges.list());
    const needed = new Set(declared.flatMap((set) => this.inFrontOf(set)).map(idKey));
    this.natPorts.forgetOthers(needed);
    for (const key of [...this.applied.ids, ...this.inherited].filter((id) => !needed.has(id) && !this.applied.isBeingApplied(id))) {
      await this.region.edges.remove(key);
      this.applied.forget(key);
      this.decided.delete(key);
      this.inherited.delete(key);
    }
  }

  /** The load balancers that have a scale set behind them. */
  inFrontOf(set: DeclaredScaleSet): string[] {
    return this.loadBalancers().flatMap(({ id }) => (isBehind(set, id) ? [id] : []));
  }

  /** Has what could not be applied to the edges of load balancers tried again. */
  retry(ids: readonly string[]): void {
    ids.filter((id) => this.applied.conflict(id) !== undefined).forEach((id) => this.applied.retry(id));
  }

  /** True once what is declared was applied to the edges of load balancers, or could not be. */
  areAttempted(ids: readonly string[]): boolean {
    return ids.every((id) => this.applied.isAttempted(id));
  }

  /** Why what is declared could not be applied to those edges. */
  conflicts(ids: readonly string[]): string[] {
    return ids.flatMap((id) => {
      const conflict = this.applied.conflict(id);
      return conflict === undefined ? [] : [`load balancer ${idName(id)}: ${conflict}`];
    });
  }

  /** What the frontends of an edge have counted; undefined where it does not answer, and then it is brought back. */
  async frontends(id: string): Promise<FrontendCounters[] | undefined> {
    const isChanging = this.applied.isBeingApplied(id);
    const counters = await this.region.edges.frontends(id);
    if (counters === undefined && !isChanging) {
      this.applied.lost(id);
    }
    return counters;
  }

  /** A daemon that began anew leaves the edge as it is until it knows better; the edge has served on meanwhile. */
  private knowsAll(attached: readonly DeployedScaleSet[]): boolean {
    return attached
      .flatMap(({ service }) => service.instances)
      .every((record) => record.provisioningState !== "Succeeded" || this.watches.isKnown(record));
  }

  private backendsOf({ service, model, securityGroups }: DeployedScaleSet, loadBalancerId: string): Backend[] {
    const { backendPoolIds, natPoolIds, applicationSecurityGroups } = model.network;
    return service.instances.map((record) => ({
      name: record.name,
      address: record.address,
      ...(record.zone !== undefined && { zone: record.zone }),
      backendPoolIds,
      natPoolIds,
      securityGroups,
      applicationSecurityGroups,
      isLeaving: this.leaving.has(record.name) || mayGo(record, service.view),
      isUp: (probe) => this.watches.isUp(record, probeId(loadBalancerId, probe)),
    }));
  }
}
