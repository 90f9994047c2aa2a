import { setTimeout as wait } from "node:timers/promises";
import { idKey, idName } from "../arm/id";
import { edgeAddresses } from "../edge/addresses";
import type { Edges } from "../edge/edge";
import { viewOf } from "../properties/view";
import { loadBalancer } from "../resources/load-balancer";
import type { Resource } from "../store/resource";
import type { Store } from "../store/store";
import { securityGroupsOf } from "./declared-subnets";
import type { EventLog } from "./event-log";
import type { InstanceWatches } from "./instance-watches";
import { type Backend, balance, type Balance } from "./load-balancer-service";
import type { PlacedScaleSet } from "./placed-scale-set";
import { mayGo } from "./scale-set-plan";

/** What the keeper works with. */
export interface EdgeTools {
  readonly store: Store;
  readonly edges: Edges;
  readonly events: EventLog;
}

/** Keeps the edge of every load balancer as the load balancer and the instances behind it are. */
export class EdgeKeeper {
  private readonly decided = new Map<string, Balance>();
  /** What the edge of a load balancer was last told, and whether it is being told just now. */
  private readonly told = new Map<string, string>();
  private readonly telling = new Set<string>();
  /** The edges that there were when the daemon began. */
  private recalled: Set<string> | undefined;

  constructor(
    private readonly tools: EdgeTools,
    private readonly watches: InstanceWatches,
  ) {}

  get isTelling(): boolean {
    return this.telling.size > 0;
  }

  /** True while anything is left of a load balancer's edge. */
  has(id: string): boolean {
    return [this.told, this.telling, this.recalled].some((some) => some?.has(idKey(id)));
  }

  loadBalancers(): Resource[] {
    return this.tools.store.all().filter(({ type }) => type === loadBalancer.token);
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
      const attached = placed.filter(({ model }) =>
        [...model.network.backendPoolIds, ...model.network.natPoolIds].some((part) => idKey(part).startsWith(`${idKey(id)}/`)),
      );
      const [first] = attached;
      if (first && (this.told.has(idKey(id)) || this.knowsAll(attached))) {
        const backends = attached.flatMap((set) => this.backendsOf(set, leaving));
        const decided = balance(id, viewOf(outputs), backends, this.decided.get(idKey(id))?.natPorts ?? {});
        this.decided.set(idKey(id), decided);
        this.tell(id, first, decided);
      }
    }
  }

  /** Lets the edges know that an instance goes, and waits until they do. */
  async release(name: string, placed: readonly PlacedScaleSet[]): Promise<void> {
    this.balance(placed, name);
    while (this.isTelling) {
      await wait(20);
    }
  }

  /** Removes the edges of load balancers that are not declared any more, also those that an earlier daemon made. */
  async forgetDeleted(): Promise<void> {
    this.recalled ??= new Set(await this.tools.edges.list());
    const declared = new Set(this.loadBalancers().map(({ id }) => idKey(id)));
    for (const key of [...this.told.keys(), ...this.recalled].filter((id) => !declared.has(id))) {
      await this.tools.edges.remove(key);
      this.told.delete(key);
      this.decided.delete(key);
      this.recalled.delete(key);
    }
  }

  /** A daemon that began anew leaves the edge as it is until it knows better; the edge has served on meanwhile. */
  private knowsAll(attached: readonly PlacedScaleSet[]): boolean {
    return attached
      .flatMap(({ service }) => service.instances)
      .every((record) => record.provisioningState !== "Succeeded" || this.watches.isKnown(record));
  }

  private tell(id: string, { network, subnetPrefix }: PlacedScaleSet, { traffic, members, distributions }: Balance): void {
    const key = idKey(id);
    const specification = { loadBalancerId: id, network, address: edgeAddresses(subnetPrefix)[0], traffic, members, distributions };
    const text = JSON.stringify(specification);
    if (this.telling.has(key) || this.told.get(key) === text) {
      return;
    }
    this.telling.add(key);
    const { edges, events } = this.tools;
    edges
      .ensure(specification)
      .then((notCarried) => {
        if (!this.told.has(key)) {
          notCarried.forEach(({ property, because }) => events.add(idName(id), `${property} is not carried: ${because}`));
        }
        this.told.set(key, text);
      })
      .catch((error: Error) => events.add(idName(id), `its edge is not as declared: ${error.message}`))
      .finally(() => this.telling.delete(key));
  }

  private backendsOf({ service, model }: PlacedScaleSet, leaving: string | undefined): Backend[] {
    const { backendPoolIds, natPoolIds } = model.network;
    const securityGroups = securityGroupsOf(this.tools.store, model.network);
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
