import { setTimeout as wait } from "node:timers/promises";
import { idKey, idName } from "../../../azure/arm/id";
import { edgeAddresses } from "../podman/edge/host-ports";
import type { RegionContext } from "../context";
import type { FrontendCounters } from "../podman/edge/haproxy-answers";
import { loadBalancer } from "../../../azure/resources/load-balancer/load-balancer";
import type { Resource } from "../store/resource";
import { securityGroupsOf } from "../services/network/declared-subnets";
import type { InstanceWatches } from "../services/scale-set/instance-watches";
import { readLoadBalancer } from "../services/load-balancer/load-balancer-model";
import { type Backend, balance, type Balance } from "../services/load-balancer/load-balancer-service";
import type { PlacedScaleSet } from "../services/scale-set/placed-scale-set";
import { mayGo } from "../services/scale-set/scale-set-plan";
import { ToldEdges } from "../services/load-balancer/told-edges";

/** Keeps the edge of every load balancer as the load balancer and the instances behind it are. */
export class EdgeKeeper {
  private readonly decided = new Map<string, Balance>();
  private readonly told: ToldEdges;
  /** The edges that there were when the daemon began. */
  private recalled: Set<string> | undefined;

  constructor(
    private readonly region: RegionContext,
    private readonly watches: InstanceWatches,
  ) {
    this.told = new ToldEdges(region);
  }

  get isTelling(): boolean {
    return this.told.isTelling;
  }

  /** True while anything is left of a load balancer's edge. */
  has(id: string): boolean {
    return this.told.has(id) || this.recalled?.has(idKey(id)) === true;
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

  /** Decides for every load balancer, and tells the edges whose decision is a new one. */
  balance(placed: readonly PlacedScaleSet[], leaving?: string): void {
    for (const { id, outputs } of this.loadBalancers()) {
      const attached = placed.filter((set) => isBehind(set, id));
      const [first] = attached;
      if (first && (this.told.has(id) || this.knowsAll(attached))) {
        const backends = attached.flatMap((set) => this.backendsOf(set, leaving));
        const decided = balance(id, readLoadBalancer(outputs), backends, this.decided.get(idKey(id))?.natPorts ?? {});
        this.decided.set(idKey(id), decided);
        const { network, subnetPrefix } = first;
        const { traffic, members, distributions } = decided;
        this.told.tell({ loadBalancerId: id, network, address: edgeAddresses(subnetPrefix)[0], traffic, members, distributions });
      }
    }
  }

  /** Lets the edges know that an instance goes, and waits until they do, also those that are just being told something else. */
  async release(name: string, placed: readonly PlacedScaleSet[]): Promise<void> {
    this.balance(placed, name);
    while (this.isTelling) {
      await wait(20);
      this.balance(placed, name);
    }
  }

  /** Removes the edges of load balancers that are not declared any more, also those that an earlier daemon made. */
  async forgetDeleted(): Promise<void> {
    this.recalled ??= new Set(await this.region.edges.list());
    const declared = new Set(this.loadBalancers().map(({ id }) => idKey(id)));
    for (const key of [...this.told.ids, ...this.recalled].filter((id) => !declared.has(id) && !this.told.isBeingTold(id))) {
      await this.region.edges.remove(key);
      this.told.forget(key);
      this.decided.delete(key);
      this.recalled.delete(key);
    }
  }

  /** The load balancers that have a scale set behind them. */
  inFrontOf(set: PlacedScaleSet): string[] {
    return this.loadBalancers().flatMap(({ id }) => (isBehind(set, id) ? [id] : []));
  }

  /** Has the edges of load balancers try again what they could not do. */
  tryAgain(ids: readonly string[]): void {
    ids.filter((id) => this.told.obstacle(id) !== undefined).forEach((id) => this.told.tryAgain(id));
  }

  /** True once the edges of load balancers do what is declared, or cannot. */
  areSettled(ids: readonly string[]): boolean {
    return ids.every((id) => this.told.isSettled(id));
  }

  /** What keeps those edges from doing it. */
  obstacles(ids: readonly string[]): string[] {
    return ids.flatMap((id) => {
      const obstacle = this.told.obstacle(id);
      return obstacle === undefined ? [] : [`load balancer ${idName(id)}: ${obstacle}`];
    });
  }

  /** What the frontends of an edge have counted; undefined where it does not answer, and then it is brought back. */
  async frontends(id: string): Promise<FrontendCounters[] | undefined> {
    const isChanging = this.told.isBeingTold(id);
    const counters = await this.region.edges.frontends(id);
    if (counters === undefined && !isChanging) {
      this.told.lost(id);
    }
    return counters;
  }

  /** A daemon that began anew leaves the edge as it is until it knows better; the edge has served on meanwhile. */
  private knowsAll(attached: readonly PlacedScaleSet[]): boolean {
    return attached
      .flatMap(({ service }) => service.instances)
      .every((record) => record.provisioningState !== "Succeeded" || this.watches.isKnown(record));
  }

  private backendsOf({ service, model }: PlacedScaleSet, leaving: string | undefined): Backend[] {
    const { backendPoolIds, natPoolIds } = model.network;
    const securityGroups = securityGroupsOf(this.region.store, model.network);
    return service.instances.map((record) => ({
      name: record.name,
      address: record.address,
      ...(record.zone !== undefined && { zone: record.zone }),
      backendPoolIds,
      natPoolIds,
      securityGroups,
      isLeaving: record.name === leaving || mayGo(record, service.view),
      isUp: (probe) => this.watches.isUp(record, probe),
    }));
  }
}

function isBehind({ model: { network } }: PlacedScaleSet, loadBalancerId: string): boolean {
  return [...network.backendPoolIds, ...network.natPoolIds].some((part) => idKey(part).startsWith(`${idKey(loadBalancerId)}/`));
}
