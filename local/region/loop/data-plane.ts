import { idKey, idName, shortDigest } from "../../../azure/arm/id";
import type { RegionContext } from "../context";
import type { Machine } from "../podman/machines/machine";
import type { Waiter } from "../provider/azure-native/waiting";
import { idOf } from "../provider/azure-native/naming";
import type { Properties } from "../../../azure/properties/value";
import { scaleSet } from "../../../azure/resources/scale-set/scale-set";
import { DeclaredScaleSets } from "./declared-scale-sets";
import { ComputerRestart } from "./computer-restart";
import { EdgeReconciler } from "./edge-reconciler";
import { isOfSet } from "../services/scale-set/instance-machine";
import type { MetadataListener } from "../services/scale-set/metadata/server";
import { refusalOfModel } from "../services/scale-set/models-in-use";
import { InstanceWatches } from "../services/scale-set/instance-watches";
import type { DeclaredScaleSet, DeployedScaleSet } from "../services/scale-set/deployed-scale-set";
import { Steps } from "../foundation/steps";
import type { PeriodicTask } from "../foundation/periodic-task";
import { readScaleSet } from "../services/scale-set/scale-set-model";
import { ScaleSetService } from "../services/scale-set/scale-set-service";
import { type ObservedRegion, reconcileInput } from "./reconcile-input";
import { ScaleSetFile, ScaleSetFiles, scaleSetPlace } from "../services/scale-set/scale-set-file";
import type { InstanceRecord } from "../services/scale-set/scale-set-state";
import { ObservedMachines } from "./observed-machines";
import { Readiness } from "./readiness";
import { requireImage } from "./required-image";
import { SubnetNetworks } from "../services/network/subnet-networks";
import { ZoneOutages } from "../services/scale-set/zone-outages";
import { zoneOutagesFile } from "../services/scale-set/zone-outages-file";

/** How often the region is reconciled while nothing is under way, in real milliseconds. */
const quietPeriod = 1000;

/**
 * The machines and edges of the region. Reconciling compares what the store declares with what Podman has and what was decided before,
 * and begins what is missing; whatever happened in between, the next run goes on from there.
 */
export class DataPlane {
  private readonly services = new Map<string, ScaleSetService>();
  /** Why the files of scale sets cannot be read, by the sets' ids in lower case. */
  private readonly damaged = new Map<string, { readonly problem: Error; readonly file: ScaleSetFile }>();
  /** The scale sets of an earlier daemon whose instances were not asked yet. */
  private readonly inherited = new Set<ScaleSetService>();
  private readonly declared: DeclaredScaleSets;
  private readonly files: ScaleSetFiles;
  private readonly networks: SubnetNetworks;
  private readonly watches: InstanceWatches;
  private readonly edges: EdgeReconciler;
  private readonly zones: ZoneOutages;
  private readonly machines: ObservedMachines;
  private readonly computerRestart = new ComputerRestart();
  private readonly reconciling: PeriodicTask;
  /** Tells when what was declared is there. */
  readonly readiness: Readiness;

  /** @param listen Begins the metadata service of an instance. */
  constructor(
    private readonly region: RegionContext,
    listen: MetadataListener,
  ) {
    this.declared = new DeclaredScaleSets(region.store, (subnetId) => this.networkName(subnetId));
    this.files = new ScaleSetFiles(region);
    this.networks = new SubnetNetworks(region);
    this.zones = new ZoneOutages(region, zoneOutagesFile(region));
    this.machines = new ObservedMachines(region);
    this.watches = new InstanceWatches(region, () => this.refresh(), listen);
    this.edges = new EdgeReconciler(
      region,
      this.watches,
      () => this.damagedScaleSets(),
      () => this.trigger(),
    );
    this.reconciling = region.tasks.register({
      name: "reconcile",
      description: "compares what is declared with the machines, networks and edges in Podman, and begins what is missing",
      periodInMilliseconds: quietPeriod,
      run: () => this.reconcile(),
    });
    this.readiness = new Readiness(
      this.networks,
      this.edges,
      () => this.scaleSets(),
      (id) => this.damaged.get(idKey(id))?.problem.message,
      this.reconciling,
      region.computer,
    );
  }

  /** Stops, and removes everything that the region has in Podman: without its folder nobody could find it again. */
  async abandon(): Promise<void> {
    // Whoever asks a machine waits for its answer; what removes the machines does not wait for that.
    void this.region.tasks.stop();
    this.watches.stop();
    await this.reconciling.stop();
    await this.region.podman.removeEverything();
  }

  /**
   * @throws ArmError NotFound (rule R53) where this computer cannot have the image of a scale set, and OperationNotAllowed where its
   * instances have too many models already.
   */
  async admit(type: string, properties: Properties, waiter: Waiter): Promise<void> {
    if (type === scaleSet.token) {
      const { instance } = readScaleSet(properties);
      const id = idOf(scaleSet, properties) ?? "";
      const standing = this.services.get(idKey(id));
      const refusal = standing && refusalOfModel(idName(id), standing.view, instance);
      if (refusal) {
        throw refusal;
      }
      await requireImage(this.region, instance.image, waiter);
    }
  }

  /** As {@link Readiness.gone}. */
  gone(id: string, waiter: Waiter): Promise<void> {
    const isThere = () => this.services.has(idKey(id)) || this.edges.has(id) || this.networks.has(this.networkName(id));
    return this.readiness.gone(isThere, waiter);
  }

  /** The scale sets with their services, but for those whose files are damaged. */
  scaleSets(): DeployedScaleSet[] {
    return this.declared.all().flatMap((set) => {
      const service = this.serviceOf(set);
      return service === undefined ? [] : [{ ...set, service }];
    });
  }

  /** The scale sets that are declared, and of which nobody knows how they stand: what they have in Podman is left alone. */
  private damagedScaleSets(): DeclaredScaleSet[] {
    return this.declared.all().filter(({ resource }) => this.damaged.has(idKey(resource.id)));
  }

  /** The ids of the instances that a scale set has now, but for those that are being deleted. */
  instanceIds(scaleSetId: string): string[] {
    const instances = this.services.get(idKey(scaleSetId))?.instances ?? [];
    return instances.filter(({ provisioningState }) => provisioningState !== "Deleting").map(({ id }) => id);
  }

  /** What every load balancer with machines behind it does. */
  balances() {
    return this.edges.balances();
  }

  /** What the frontends of a load balancer have counted; undefined where its edge does not answer, which is then brought back. */
  frontends(loadBalancerId: string) {
    return this.edges.frontends(loadBalancerId);
  }

  /** What a probe, by its id in lower case, says of an instance; undefined where it is not asked. */
  isUp(name: string, probe: string): boolean | undefined {
    return this.watches.isUp({ name }, probe);
  }

  /** Reconciles at once, as something was declared that the data plane does not know of. */
  trigger(): void {
    this.reconciling.trigger();
  }

  healthOf(record: InstanceRecord) {
    return this.watches.healthOf(record);
  }

  /** Takes a zone down, with all its machines, or brings it back. @returns The names of its instances. */
  async setZone(zone: string, isDown: boolean): Promise<string[]> {
    const names = await this.zones.set(zone, isDown, this.scaleSets());
    this.refresh();
    return names;
  }

  private async reconcile(): Promise<number | undefined> {
    await this.networks.rediscover();
    await this.machines.look(this.isUnderWay);
    const deployed = this.scaleSets();
    const steps = new Steps();
    await steps.take(() => this.prune(deployed, this.damagedScaleSets()));
    await steps.take(() => this.computerRestart.resume(this.region, deployed));
    for (const set of deployed) {
      await steps.take(() => this.reconcileSet(set, deployed));
    }
    await steps.take(() => this.watches.follow(deployed, this.machines.all, this.edges.loadBalancers(), this.edges.balances()));
    await steps.take(() => this.edges.reconcile(deployed));
    for (const { resource } of this.damagedScaleSets()) {
      await steps.take(() => Promise.reject(this.damaged.get(idKey(resource.id))?.problem));
    }
    steps.end();
    return this.isUnderWay ? this.machines.pause : undefined;
  }

  private async reconcileSet(set: DeployedScaleSet, deployed: readonly DeployedScaleSet[]): Promise<void> {
    if ((await this.networks.ensure(set.network, set.subnetPrefix)) && this.canDecide(set)) {
      set.service.reconcile(reconcileInput(set, deployed, this.edges.loadBalancers(), this.observed(set)));
    }
  }

  /** A daemon that began anew decides nothing until it has seen how the instances are: what it does not know yet is not unhealthy. */
  private canDecide(set: DeployedScaleSet): boolean {
    if (this.inherited.has(set.service) && this.watches.knowsHealth(set, this.machines.all)) {
      this.inherited.delete(set.service);
    }
    return !this.inherited.has(set.service);
  }

  private get isUnderWay(): boolean {
    return this.inherited.size > 0 || this.edges.isApplying || [...this.services.values()].some(({ isBusy }) => isBusy);
  }

  /** What an instance answers has changed, so its machine may have: Podman is asked at once. */
  private refresh(): void {
    this.machines.outdate();
    this.reconciling.trigger();
  }

  /** @returns undefined where its file is damaged. It is read anew each time, as somebody may have restored it. */
  private serviceOf({ resource }: DeclaredScaleSet): ScaleSetService | undefined {
    const [key, name] = [idKey(resource.id), idName(resource.id)];
    const known = this.services.get(key);
    if (known !== undefined) {
      return known;
    }
    const file = new ScaleSetFile(scaleSetPlace(this.region.folder, resource.id), this.region.seal, this.region.computer);
    try {
      const service = this.openService(key, name, file);
      this.damaged.delete(key);
      return service;
    } catch (error) {
      this.damaged.set(key, { problem: error as Error, file });
      return undefined;
    }
  }

  private openService(key: string, name: string, file: ScaleSetFile): ScaleSetService {
    const service = new ScaleSetService(this.region, name, file, {
      deregister: (record) => this.deregister(record),
      forget: (record) => this.watches.forget([record]),
    });
    this.services.set(key, service);
    if (service.instances.length > 0) {
      this.inherited.add(service);
    }
    return service;
  }

  /** Removes what is there and not declared, also what an earlier region in the same folder left behind. */
  private async prune(deployed: readonly DeployedScaleSet[], damaged: readonly DeclaredScaleSet[]): Promise<void> {
    const declared = new Set(deployed.map(({ resource }) => idKey(resource.id)));
    for (const [key, service] of [...this.services].filter(([id]) => !declared.has(id))) {
      await this.watches.forget(service.instances);
      await service.destroy();
      this.services.delete(key);
      this.inherited.delete(service);
      this.machines.all = this.machines.all.filter((machine) => !isOfSet(machine, service.name));
    }
    const unknown = new Set(damaged.map(({ resource }) => idKey(resource.id)));
    for (const [key, { file }] of [...this.damaged].filter(([id]) => !unknown.has(id))) {
      file.remove();
      this.damaged.delete(key);
    }
    this.files.removeOthers([...deployed, ...damaged].map(({ resource }) => resource.id));
    const names = [...[...this.services.values()].map(({ name }) => name), ...damaged.map(({ resource }) => idName(resource.id))];
    const isDeclared = (machine: Machine) => names.some((name) => isOfSet(machine, name));
    for (const { name } of this.machines.all.filter((machine) => !isDeclared(machine))) {
      this.region.events.add(name, "is a machine of no scale set that is declared; it is removed");
      await this.region.machines.remove(name);
    }
    this.machines.all = this.machines.all.filter(isDeclared);
    await this.edges.prune([...deployed, ...damaged]);
    await this.networks.prune(new Set([...deployed, ...damaged].map(({ network }) => network)));
  }

  private observed({ service }: DeployedScaleSet): ObservedRegion {
    const { all: machines, observedAt } = this.machines;
    const health = new Map(service.instances.map((record) => [record.name, this.watches.healthOf(record)]));
    return { machines, observedAt, health, unavailableZones: this.zones.unavailable };
  }

  /** Takes an instance out of everything that asks it or sends to it. */
  private async deregister(record: InstanceRecord): Promise<void> {
    await this.watches.forget([record]);
    await this.edges.deregister(record.name, this.scaleSets());
  }

  private networkName(subnetId: string): string {
    return `web-tier-${shortDigest(`${this.region.folder} ${idKey(subnetId)}`)}`;
  }
}
