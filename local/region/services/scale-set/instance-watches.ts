import { idKey } from "../../../../azure/arm/id";
import { approveDeletion, scheduledEvents } from "./terminate-notification";
import type { RegionContext } from "../../context";
import { Steps } from "../../foundation/steps";
import { inboundAccess } from "../../podman/edge/network-rules";
import type { Machine } from "../../podman/machines/machine";
import { type FrontLoadBalancer, loadBalancerFacts } from "./metadata/load-balancer-facts";
import type { MetadataHost, MetadataListener, MetadataService } from "./metadata/server";
import { viewOf } from "../../../../azure/properties/view";
import type { Balance } from "../load-balancer/load-balancer-service";
import type { Resource } from "../../store/resource";
import { type DeployedScaleSet, isBehind, modelOf } from "./deployed-scale-set";
import { type BelievedHealth, healthByProbe } from "./health/health-source";
import { HealthWatch } from "./health/health-watch";
import { instanceFacts } from "./instance-facts";
import { extensionPorts } from "./instance-machine";
import type { HealthProbe } from "./instance-model";
import { probeId, readLoadBalancer } from "../load-balancer/load-balancer-model";
import { type Probe, probePorts, ProbeWatch } from "../load-balancer/probe-watch";
import type { InstanceRecord } from "./scale-set-state";

/** Everything that asks an instance something, or is asked by it, while its machine is there. */
interface Watches {
  /** The scale set as it was declared last. */
  set: DeployedScaleSet;
  /** The machine's disk that they belong to: another one is another machine. */
  readonly disk: string;
  /** True where the machine had booted before anybody watched it, under an earlier daemon. */
  readonly isInherited: boolean;
  readonly metadata: MetadataService;
  health?: HealthWatch;
  /** The id, in lower case, of the load balancer's probe that tells the health where there is no extension. */
  healthProbe?: string;
  /** By the probes' ids, in lower case; undefined until the instance is asked. */
  probes?: Map<string, ProbeWatch>;
}

/** In region milliseconds. */
const shortestSpanBetweenNotes = 10 * 60_000;

/** The health extension, the load balancers' probes and the instance metadata service of every instance. */
export class InstanceWatches {
  private readonly byInstance = new Map<string, Watches>();
  private loadBalancers: readonly FrontLoadBalancer[] = [];

  /**
   * @param onChange Called when an instance's health changes, a backend goes up or down, or an instance approves its deletion.
   * @param listen Begins the metadata service of an instance.
   */
  constructor(
    private readonly region: RegionContext,
    private readonly onChange: () => void,
    private readonly listen: MetadataListener,
  ) {}

  /** What the source of an instance's health said last: its extension or, where its model names one, a load balancer's probe. */
  healthOf({ name }: InstanceRecord): BelievedHealth {
    const { health, healthProbe, probes } = this.byInstance.get(name) ?? {};
    if (health !== undefined) {
      return health.health;
    }
    return healthProbe === undefined ? { reason: "nothing tells its health" } : healthByProbe(probes?.get(healthProbe));
  }

  /** True once every instance that can be asked for its health was asked. */
  knowsHealth(set: DeployedScaleSet, machines: readonly Machine[]): boolean {
    return set.service.instances.every((record) => {
      const { healthProbe, loadBalancerProbeId } = modelOf(set, record);
      const isAsked = isBooted(record, machines) && (healthProbe ?? loadBalancerProbeId) !== undefined;
      const watches = this.byInstance.get(record.name);
      if (!isAsked || watches === undefined) {
        return !isAsked;
      }
      // A probe that is not declared any more asks nobody.
      return watches.health?.isKnown ?? watches.probes?.get(watches.healthProbe ?? "")?.isKnown ?? true;
    });
  }

  /** What a probe, by its id in lower case, says of an instance; undefined where it is not asked. */
  isUp({ name }: Pick<InstanceRecord, "name">, probe: string): boolean | undefined {
    return this.byInstance.get(name)?.probes?.get(probe)?.isUp;
  }

  /** True once every probe has asked the instance, so that what they say is no guess. */
  isKnown({ name }: InstanceRecord): boolean {
    const probes = this.byInstance.get(name)?.probes;
    return probes !== undefined && [...probes.values()].every(({ isKnown }) => isKnown);
  }

  /**
   * Begins watching what is new, and stops watching what is not there any more.
   * @param balances What the load balancers do, for those that serve already.
   */
  async follow(
    deployed: readonly DeployedScaleSet[],
    machines: readonly Machine[],
    loadBalancers: readonly Resource[],
    balances: readonly { readonly id: string; readonly balance: Pick<Balance, "natPorts"> }[],
  ): Promise<void> {
    this.loadBalancers = loadBalancers.map(({ id, outputs }) => ({
      id,
      outputs,
      natPorts: balances.find((one) => one.id === id)?.balance.natPorts,
    }));
    await this.forgetOthers(deployed);
    const steps = new Steps();
    for (const set of deployed) {
      const probes = probesInFrontOf(set, loadBalancers);
      for (const record of set.service.instances) {
        // Whatever an instance does to its own programs, the others are watched.
        await steps.take(() => this.followInstance(set, record, isBooted(record, machines), probes));
      }
    }
    steps.end();
  }

  private async followInstance(set: DeployedScaleSet, record: InstanceRecord, isToBeAsked: boolean, probes: ReadonlyMap<string, Probe>) {
    const watches = await this.watchesOf(set, record);
    watches.set = set;
    const { healthProbe, loadBalancerProbeId } = modelOf(set, record);
    watches.healthProbe = loadBalancerProbeId === undefined ? undefined : idKey(loadBalancerProbeId);
    if (isToBeAsked) {
      await this.askHealth(record, watches, healthProbe);
      watches.probes ??= new Map();
      await this.probe(record, watches.probes, probesOf(set, record, probes));
    }
  }

  /** Asks an instance what the health extension of its model asks, as the extension does from its settings on. */
  private async askHealth(record: InstanceRecord, watches: Watches, probe: HealthProbe | undefined): Promise<void> {
    const { health } = watches;
    if (health !== undefined && (probe === undefined || !health.asks(probe))) {
      watches.health = undefined;
      health.stop();
    }
    if (probe !== undefined && watches.health === undefined) {
      await this.region.machines.addProbePorts(record.name, extensionPorts(probe));
      // What was changed on an instance that had booted has not reported yet.
      watches.health = new HealthWatch(this.region, record.name, probe, this.onChange, watches.isInherited && health === undefined);
    }
  }

  /** Asks an instance what the declared probes ask, and nothing else any more. */
  private async probe(record: InstanceRecord, watched: Map<string, ProbeWatch>, declared: ReadonlyMap<string, Probe>): Promise<void> {
    for (const [id, watch] of watched) {
      if (!declared.has(id)) {
        watch.stop();
        watched.delete(id);
      }
    }
    for (const [id, probe] of declared) {
      const former = watched.get(id);
      if (former?.asks(probe)) {
        continue;
      }
      former?.stop();
      await this.region.machines.addProbePorts(record.name, probePorts([probe]));
      // A backend that was up stays so until the changed probe has an answer of its own.
      watched.set(id, new ProbeWatch(this.region, record, probe, this.onChange, former?.isUp));
    }
  }

  /** Forgets the instances that are not there any more: one can go while others are followed. */
  private async forgetOthers(deployed: readonly DeployedScaleSet[]): Promise<void> {
    const present = new Set(deployed.flatMap(({ service }) => service.instances.map(({ name }) => name)));
    await this.forget([...this.byInstance.keys()].filter((name) => !present.has(name)).map((name) => ({ name })));
  }

  /** Ends all watches of instances, their metadata services too. One that is followed later gets others. */
  async forget(records: readonly Pick<InstanceRecord, "name">[]): Promise<void> {
    for (const { name } of records) {
      const watches = this.byInstance.get(name);
      this.byInstance.delete(name);
      watches?.health?.stop();
      watches?.probes?.forEach((probe) => probe.stop());
      await watches?.metadata.close();
    }
  }

  stop(): void {
    void this.region.tasks.once("ending the watches of instances", () =>
      this.forget([...this.byInstance.keys()].map((name) => ({ name }))),
    );
  }

  private async watchesOf(set: DeployedScaleSet, record: InstanceRecord): Promise<Watches> {
    const disk = `${record.vmId}/${record.disk}`;
    const existing = this.byInstance.get(record.name);
    if (existing?.disk === disk) {
      return existing;
    }
    await this.forget([record]);
    const current = () => this.byInstance.get(record.name)?.set ?? set;
    const metadata = await this.listen(this.region.machines.metadataSocket(record.name), this.hostOf(current, record));
    const isInherited = record.provisioningState === "Succeeded";
    const watches: Watches = { set, disk, isInherited, metadata };
    this.byInstance.set(record.name, watches);
    return watches;
  }

  /** @param set The instance's scale set as it is declared when it is called. */
  private hostOf(set: () => DeployedScaleSet, record: InstanceRecord): MetadataHost {
    const { service } = set();
    const { clock, events, store, tasks } = this.region;
    const loadBalancers = () => this.loadBalancers;
    const publicAddress = (id: string) => viewOf(store.find(id)?.outputs ?? {}).text("ipAddress");
    return {
      // Drain services ask for scheduled events again and again, so the rest is only put together for those who ask for it.
      read: () => ({
        get instance() {
          // An upgrade may have changed its model meanwhile, and kept its disk.
          return instanceFacts(set(), service.instances.find(({ id }) => id === record.id) ?? record);
        },
        get loadBalancer() {
          return loadBalancerFacts(set().model.network, record, loadBalancers(), publicAddress);
        },
        get scheduledEvents() {
          return scheduledEvents(service.view.deletions, (time) => clock.toDate(time));
        },
      }),
      onEventsAsked: () => {
        // What counts is whether anybody asked within a day; a write to the disk for each question would be most of what an idle region does.
        if (clock.now() - (service.view.eventsAskedAt ?? 0) > shortestSpanBetweenNotes) {
          service.change((state) => ({ ...state, eventsAskedAt: clock.now() }));
        }
      },
      onEventsApproved: (eventIds: readonly string[]) => {
        for (const eventId of eventIds) {
          service.change((state) => ({ ...state, deletions: approveDeletion(state.deletions, eventId) ?? state.deletions }));
          events.add(record.name, `approves scheduled event ${eventId}`);
        }
        this.onChange();
      },
      once: (work) => tasks.once(`the metadata service of ${record.name}`, work),
    };
  }
}

/** The probes of the load balancers in front of a scale set, by their ids in lower case. */
function probesInFrontOf(set: DeployedScaleSet, loadBalancers: readonly Resource[]): Map<string, Probe> {
  const inFront = loadBalancers.filter(({ id }) => isBehind(set, id));
  return new Map(
    inFront.flatMap(({ id, outputs }) => [...readLoadBalancer(outputs).probes].map(([name, probe]) => [probeId(id, name), probe])),
  );
}

/** The declared probes, as they reach an instance. */
function probesOf({ securityGroups, model }: DeployedScaleSet, { address }: InstanceRecord, declared: ReadonlyMap<string, Probe>) {
  const { applicationSecurityGroups } = model.network;
  return new Map(
    [...declared].map(([id, probe]) => {
      const { isAllowed, reason } = inboundAccess(securityGroups, { from: "probe", address, port: probe.port, applicationSecurityGroups });
      return [id, isAllowed ? probe : { ...probe, blockedBy: reason }];
    }),
  );
}

function isBooted({ provisioningState, name }: InstanceRecord, machines: readonly Machine[]): boolean {
  return provisioningState === "Succeeded" && machines.some((machine) => machine.name === name);
}
