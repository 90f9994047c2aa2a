import { own } from "../foundation/own";
import { isStandIn, staying } from "../services/scale-set/instance";
import { minute } from "../store/metrics/metric-grain";
import { serviceStateOf } from "../services/scale-set/repair/repairs";
import { natPortMappings } from "../podman/edge/nat-ports";
import type { RegionContext } from "../context";
import type { MetricStore } from "../store/metrics/metric-store";
import type { DataPlane } from "./data-plane";
import type { RegionEvent } from "../foundation/event-log";
import type { TaskStatus } from "../foundation/periodic-task";
import type { DeployedScaleSet } from "../services/scale-set/deployed-scale-set";
import { type InstanceRecord, toInstance } from "../services/scale-set/scale-set-state";

/** What `make status` shows: the region at one moment. */
export interface RegionStatus {
  readonly speedFactor: number;
  readonly scaleSets: readonly ScaleSetStatus[];
  readonly loadBalancers: readonly LoadBalancerStatus[];
  readonly events: readonly RegionEvent[];
  readonly tasks: readonly TaskStatus[];
}

export interface ScaleSetStatus {
  readonly name: string;
  readonly capacity: number;
  readonly instanceCount: number;
  readonly upgrade: string;
  readonly automaticRepairs: string;
  readonly instances: readonly InstanceStatus[];
}

export interface InstanceStatus {
  readonly name: string;
  readonly zone: string;
  readonly provisioningState: string;
  readonly health: string;
  /** What it is protected from. */
  readonly protection: string;
  readonly model: "latest" | "old";
  readonly image: string;
  readonly address: string;
  /** The port of this computer that leads to its SSH; undefined where there is none, or something else had it first. */
  readonly sshPort: number | undefined;
  /** True while its machine runs. */
  readonly isOn: boolean;
  /** Azure's metric Percentage CPU, of the last whole minute of region time; the minute that is under way where there is none yet. */
  readonly cpuPercent: number | undefined;
  readonly memoryBytes: number | undefined;
}

export interface LoadBalancerStatus {
  readonly name: string;
  readonly rules: readonly { readonly name: string; readonly newConnectionsTo: readonly string[]; readonly reason: string }[];
}

/** How many of the last events are shown. */
const shownEvents = 12;

const sshPort = 22;

export async function regionStatus(region: RegionContext, dataPlane: DataPlane): Promise<RegionStatus> {
  const { clock, edges, events, tasks } = region;
  const ports = new Map(
    dataPlane
      .balances()
      .flatMap(({ id, balance }) =>
        natPortMappings(balance.traffic.nats, balance.members).filter(({ frontendPort }) => !edges.missingPorts(id).includes(frontendPort)),
      )
      .filter(({ backendPort }) => backendPort === sshPort)
      .map(({ instance, frontendPort }) => [instance, frontendPort]),
  );
  return {
    speedFactor: clock.speedFactor,
    scaleSets: await Promise.all(dataPlane.scaleSets().map((set) => scaleSetStatus(set, region, dataPlane, ports))),
    loadBalancers: dataPlane.balances().map(({ name, balance }) => ({
      name,
      rules: balance.traffic.rules.map((rule) => ({
        name: `${rule.name} ${rule.frontendPort}→${rule.backendPort}`,
        newConnectionsTo: own(balance.distributions, rule.name)?.newConnections ?? [],
        reason: own(balance.distributions, rule.name)?.reason ?? "",
      })),
    })),
    events: events.last(shownEvents),
    tasks: tasks.status(),
  };
}

async function scaleSetStatus(
  { resource, service, model }: DeployedScaleSet,
  { machines, metrics, clock }: RegionContext,
  dataPlane: DataPlane,
  ports: ReadonlyMap<string, number>,
): Promise<ScaleSetStatus> {
  const state = service.view;
  const cpu = cpuPercentages(resource.id, metrics, clock.now());
  const instances = state.instances.map((record) => toInstance(record, state, dataPlane.healthOf(record)));
  return {
    name: service.name,
    capacity: model.capacity,
    instanceCount: staying(instances).filter((instance) => !isStandIn(instance, instances)).length,
    upgrade: `${model.upgradePolicy.mode}${state.upgrade ? `, ${state.upgrade.code}` : ""}`,
    automaticRepairs: serviceStateOf(model.repairs, state.repairs),
    instances: await Promise.all(state.instances.map((record) => instanceStatus(record))),
  };

  async function instanceStatus(record: InstanceRecord): Promise<InstanceStatus> {
    const usage = await machines.usage(record.name).catch(() => undefined);
    return {
      name: record.name,
      zone: record.zone ?? "-",
      provisioningState: record.provisioningState,
      health: dataPlane.healthOf(record).health ?? "-",
      protection: record.protection ?? "-",
      model: record.model === state.latestModel ? "latest" : "old",
      image: state.models[record.model]?.image.split("/").slice(-3).join("/") ?? "-",
      address: record.address,
      sshPort: ports.get(record.name),
      isOn: usage !== undefined,
      cpuPercent: cpu.get(record.name),
      memoryBytes: usage?.memoryBytes,
    };
  }
}

function cpuPercentages(scaleSetId: string, metrics: MetricStore, now: number): ReadonlyMap<string, number> {
  const thisMinute = Math.floor(now / minute) * minute;
  const [before, current] = [thisMinute - minute, thisMinute].map((from) =>
    metrics.grains(scaleSetId, "Percentage CPU", from, from + minute).map(({ part, average }) => [part, average] as const),
  );
  return new Map([...current, ...before]);
}
