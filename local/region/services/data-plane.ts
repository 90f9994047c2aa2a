import * as crypto from "node:crypto";
import * as path from "node:path";
import { idKey, readPath } from "../arm/id";
import { edgeAddresses } from "../edge/addresses";
import type { Edges } from "../edge/edge";
import type { SecurityGroup } from "../edge/network-rules";
import { freeAddress, parseRange } from "../machines/address-range";
import type { Machine, Machines } from "../machines/machine";
import type { Subnets } from "../machines/network";
import { View, viewOf } from "../properties/view";
import { scaleSet as scaleSetType } from "../resources/scale-set";
import type { Resource } from "../store/resource";
import type { Seal } from "../store/seal";
import type { Store } from "../store/store";
import type { Clock } from "./clock";
import type { EventLog } from "./event-log";
import { podmanImage } from "./images";
import { InstanceWatches } from "./instance-watches";
import { type Backend, balance, type Balance, probesOf } from "./load-balancer-service";
import { Repeated } from "./repeated";
import { readScaleSet, type ScaleSetModel } from "./scale-set-model";
import { mayGo } from "./scale-set-plan";
import { ScaleSetService } from "./scale-set-service";
import { type InstanceRecord, ScaleSetFile } from "./scale-set-state";

const scaleSetToken = "azure-native:compute:VirtualMachineScaleSet";
const loadBalancerToken = "azure-native:network:LoadBalancer";
const networkToken = "azure-native:network:VirtualNetwork";

/** How often the decisions are made while something is under way, and otherwise; all in real milliseconds. */
const turnInMilliseconds = 200;
const quietTurnInMilliseconds = 1000;
/** How often Podman is asked while nothing is under way. */
const lookInMilliseconds = 30_000;

/** What the data plane works with. */
export interface Workshop {
  readonly store: Store;
  readonly seal: Seal;
  readonly folder: string;
  readonly clock: Clock;
  readonly events: EventLog;
  readonly machines: Machines;
  readonly subnets: Subnets;
  readonly edges: Edges;
}

/** A scale set where it stands. */
export interface PlacedScaleSet {
  readonly resource: Resource;
  readonly service: ScaleSetService;
  readonly model: ScaleSetModel;
  readonly subnetPrefix: string;
  readonly network: string;
}

/**
 * The machines and edges of the region. Every turn compares what the store declares with what Podman has and what was decided before,
 * and begins what is missing; whatever happened in between, the next turn goes on from there.
 */
export class DataPlane {
  private readonly services = new Map<string, ScaleSetService>();
  private readonly decided = new Map<string, Balance>();
  /** What the edge of a load balancer was last told, and whether it is being told just now. */
  private readonly told = new Map<string, string>();
  private readonly telling = new Set<string>();
  private readonly watches: InstanceWatches;
  private readonly unavailableZones = new Set<string>();
  private machines: readonly Machine[] = [];
  private lookedAt = 0;
  private readonly networks = new Set<string>();
  private hasRecalled = false;
  /** What keeps a scale set from having machines at all. */
  private readonly obstacles = new Map<string, string>();
  private readonly loop: Repeated;

  constructor(private readonly workshop: Workshop) {
    this.watches = new InstanceWatches(workshop, () => this.loop.hurry());
    this.loop = new Repeated(() => this.turn());
  }

  stop(): void {
    this.loop.stop();
    this.watches.stop();
  }

  /** Waits until the instances of a scale set are provisioned. @returns What went wrong with those that are not. */
  async settled(id: string): Promise<string[]> {
    this.loop.hurry();
    for (;;) {
      const placed = this.placed().find(({ resource }) => idKey(resource.id) === idKey(id));
      if (!placed) {
        return [];
      }
      const { service, model } = placed;
      const obstacle = this.obstacles.get(idKey(id));
      if (obstacle !== undefined) {
        return [obstacle];
      }
      if (!service.isSettling(model)) {
        return service.instances.flatMap(({ name, errors }) => (errors ? [`${name}: ${errors.join("\n")}`] : []));
      }
      await pause(turnInMilliseconds);
    }
  }

  /** Waits until nothing is left of a resource that was deleted. */
  async gone(id: string): Promise<void> {
    this.loop.hurry();
    const isThere = () =>
      this.services.has(idKey(id)) || this.told.has(idKey(id)) || this.telling.has(idKey(id)) || this.networks.has(this.networkName(id));
    while (isThere()) {
      await pause(turnInMilliseconds);
    }
  }

  /** The scale sets with their services. */
  placed(): PlacedScaleSet[] {
    const { store } = this.workshop;
    return store
      .all()
      .filter(({ type }) => type === scaleSetToken)
      .flatMap((resource) => {
        const model = readScaleSet(resource.outputs);
        const subnetPrefix = this.subnetPrefix(model.network.subnetId);
        return subnetPrefix === undefined
          ? []
          : [{ resource, service: this.serviceOf(resource), model, subnetPrefix, network: this.networkName(model.network.subnetId) }];
      });
  }

  /** What every load balancer with machines behind it does. */
  balances(): { name: string; balance: Balance }[] {
    return this.loadBalancers().flatMap(({ id }) => {
      const balance = this.decided.get(idKey(id));
      return balance ? [{ name: id.slice(id.lastIndexOf("/") + 1), balance }] : [];
    });
  }

  healthOf(record: InstanceRecord) {
    return this.watches.healthOf(record);
  }

  /** Takes a zone down, with all its machines, or brings it back. */
  async setZone(zone: string, isDown: boolean): Promise<string[]> {
    const { machines, events } = this.workshop;
    if (isDown) {
      this.unavailableZones.add(zone);
    } else {
      this.unavailableZones.delete(zone);
    }
    events.add(`zone ${zone}`, isDown ? "is down" : "is back");
    const names = this.placed().flatMap(({ service }) =>
      service.instances.filter((record) => record.zone === zone).map(({ name }) => name),
    );
    await Promise.allSettled(names.map((name) => (isDown ? machines.kill(name) : machines.start(name))));
    this.lookedAt = 0;
    return names;
  }

  private async turn(): Promise<number> {
    try {
      await this.recallNetworks();
      await this.look();
      const placed = this.placed();
      await this.forgetDeleted(placed);
      for (const set of placed) {
        if (!(await this.hasNetwork(set))) {
          continue;
        }
        set.service.tick(set.model, this.machines, this.surroundingsOf(set, placed));
      }
      await this.watches.follow(placed, this.machines, this.loadBalancers());
      this.balanceAll(placed);
    } catch (error) {
      this.workshop.events.add("region", `a turn failed: ${(error as Error).message}`);
      return turnInMilliseconds * 4;
    }
    return this.isUnderWay ? turnInMilliseconds : quietTurnInMilliseconds;
  }

  private get isUnderWay(): boolean {
    return this.telling.size > 0 || [...this.services.values()].some(({ isBusy }) => isBusy);
  }

  /** Asks Podman while something is under way, and now and then otherwise. */
  private async look(): Promise<void> {
    if (this.isUnderWay || Date.now() - this.lookedAt > lookInMilliseconds) {
      this.machines = await this.workshop.machines.list();
      this.lookedAt = Date.now();
    }
  }

  private serviceOf(resource: Resource): ScaleSetService {
    const key = idKey(resource.id);
    const name = resource.id.slice(resource.id.lastIndexOf("/") + 1);
    let service = this.services.get(key);
    if (!service) {
      const file = path.join(this.workshop.folder, "scale-sets", `${name}-${digest(key)}.json`);
      service = new ScaleSetService(name, new ScaleSetFile(file, this.workshop.seal));
      this.services.set(key, service);
    }
    return service;
  }

  private async forgetDeleted(placed: readonly PlacedScaleSet[]): Promise<void> {
    const standing = new Set(placed.map(({ resource }) => idKey(resource.id)));
    for (const [key, service] of [...this.services].filter(([id]) => !standing.has(id))) {
      await this.watches.forget(service.instances);
      await service.destroy(this.workshop);
      this.services.delete(key);
    }
    const balancers = new Set(this.loadBalancers().map(({ id }) => idKey(id)));
    for (const key of [...this.told.keys()].filter((id) => !balancers.has(id))) {
      await this.workshop.edges.remove(key);
      this.told.delete(key);
      this.decided.delete(key);
    }
    const used = new Set(placed.map(({ network }) => network));
    for (const network of [...this.networks].filter((name) => !used.has(name))) {
      await this.workshop.subnets.remove(network);
      this.networks.delete(network);
    }
  }

  /** What an earlier daemon made is known again, so that it is removed when nothing needs it. */
  private async recallNetworks(): Promise<void> {
    if (!this.hasRecalled) {
      (await this.workshop.subnets.list()).forEach((name) => this.networks.add(name));
      this.hasRecalled = true;
    }
  }

  /** Sees to it that the network of a scale set is there; what is in its way is told to whoever waits for the set. */
  private async hasNetwork({ resource, network, subnetPrefix }: PlacedScaleSet): Promise<boolean> {
    const key = idKey(resource.id);
    if (this.networks.has(network)) {
      return true;
    }
    try {
      await this.workshop.subnets.ensure({ name: network, addressPrefix: subnetPrefix });
      this.networks.add(network);
      this.obstacles.delete(key);
      return true;
    } catch (error) {
      const obstacle = `the network ${subnetPrefix} cannot be made on this computer: ${(error as Error).message}`;
      if (this.obstacles.get(key) !== obstacle) {
        this.workshop.events.add(resource.id.slice(resource.id.lastIndexOf("/") + 1), obstacle);
      }
      this.obstacles.set(key, obstacle);
      return false;
    }
  }

  private surroundingsOf(set: PlacedScaleSet, placed: readonly PlacedScaleSet[]) {
    const { clock, events, machines } = this.workshop;
    const others = placed
      .filter(({ network }) => network === set.network)
      .flatMap(({ service }) => service.instances.map(({ address }) => address));
    const { first, last } = parseRange(set.subnetPrefix);
    return {
      clock,
      events,
      machines,
      findImage: podmanImage,
      network: set.network,
      freeAddress: (taken: ReadonlySet<string>) => freeAddress(set.subnetPrefix, new Set([...taken, ...others])),
      freeAddresses: last - first - 4 - others.length,
      unavailableZones: this.unavailableZones,
      probePorts: this.probePorts(set.model),
      healthOf: (record: InstanceRecord) => this.watches.healthOf(record),
      release: (record: InstanceRecord) => this.release(record),
    };
  }

  /** The ports that somebody asks in the machines: the health extension, and the probes of all load balancers. */
  private probePorts({ instance }: ScaleSetModel) {
    const probes = this.loadBalancers().flatMap(({ outputs }) => [...probesOf(viewOf(outputs)).values()]);
    const http = probes.filter(({ settings }) => settings.protocol !== "Tcp").map(({ port }) => port);
    const tcp = probes.filter(({ settings }) => settings.protocol === "Tcp").map(({ port }) => port);
    const { healthProbe } = instance;
    if (healthProbe) {
      (healthProbe.settings.protocol === "tcp" ? tcp : http).push(healthProbe.port);
    }
    return { http, tcp };
  }

  /** Lets the edges know that an instance goes, and waits until they do. */
  private async release(record: InstanceRecord): Promise<void> {
    await this.watches.forget([record]);
    this.balanceAll(this.placed(), record.name);
    while (this.telling.size > 0) {
      await pause(20);
    }
  }

  private loadBalancers(): Resource[] {
    return this.workshop.store.all().filter(({ type }) => type === loadBalancerToken);
  }

  private balanceAll(placed: readonly PlacedScaleSet[], leaving?: string): void {
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
    const name = id.slice(id.lastIndexOf("/") + 1);
    this.workshop.edges
      .ensure(specification)
      .then((notCarried) => {
        if (!this.told.has(key)) {
          notCarried.forEach(({ property, because }) => this.workshop.events.add(name, `${property} is not carried: ${because}`));
        }
        this.told.set(key, text);
      })
      .catch((error: Error) => this.workshop.events.add(name, `its edge is not as declared: ${error.message}`))
      .finally(() => this.telling.delete(key));
  }

  private backendsOf({ service, model }: PlacedScaleSet, leaving: string | undefined): Backend[] {
    const { backendPoolIds, natPoolIds } = model.network;
    const securityGroups = this.securityGroupsOf(model);
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

  private securityGroupsOf({ network }: ScaleSetModel): SecurityGroup[] {
    const ofSubnet = this.subnet(network.subnetId)?.text("networkSecurityGroup.id");
    return [ofSubnet, network.securityGroupId].flatMap((id) => {
      const group = id === undefined ? undefined : this.workshop.store.find(id);
      return group ? [{ name: viewOf(group.outputs).text("name") ?? "", securityRules: viewOf(group.outputs).list("securityRules") }] : [];
    });
  }

  /** The subnet as it is declared, as a resource of its own or in its network. */
  private subnet(id: string): View | undefined {
    const own = this.workshop.store.find(id);
    if (own) {
      return viewOf(own.outputs);
    }
    const [, networkId, name] = /^(.*)\/subnets\/([^/]+)$/i.exec(id) ?? [];
    const network = networkId === undefined ? undefined : this.workshop.store.find(networkId);
    return network?.type === networkToken
      ? viewOf(network.outputs)
          .list("subnets")
          .find((subnet) => subnet.text("name")?.toLowerCase() === name.toLowerCase())
      : undefined;
  }

  private subnetPrefix(id: string): string | undefined {
    const subnet = this.subnet(id);
    return subnet?.text("addressPrefix") ?? subnet?.texts("addressPrefixes")[0];
  }

  private networkName(subnetId: string): string {
    return `web-tier-${digest(`${this.workshop.folder} ${idKey(subnetId)}`)}`;
  }
}

/** The resource group of a scale set, from its id. */
export function resourceGroupOf({ id }: Resource): string {
  return readPath(scaleSetType.path, id)?.resourceGroupName ?? "";
}

function digest(text: string): string {
  return crypto.createHash("sha256").update(text).digest("hex").slice(0, 8);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
