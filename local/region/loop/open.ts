import * as path from "node:path";
import { Edges } from "../podman/edge/edge";
import { edgeImage } from "../podman/edge/image";
import { describeLowLimits, describeRaisedLimits, lowLimits, raiseLimits } from "../podman/machines/kernel-limits";
import { Machines } from "../podman/machines/machine";
import { Subnets } from "../podman/machines/network";
import { Podman, regionOf } from "../podman/machines/podman";
import { MetricFiles } from "../services/metrics/files";
import { smtpServerFrom } from "../services/alerts/notifications/mail";
import { Notifier } from "../services/alerts/notifications/notifier";
import { Webhooks } from "../services/alerts/notifications/webhook";
import { Seal } from "../store/seal";
import type { Store } from "../store/store";
import { AlertWatch } from "../services/alerts/alert-watch";
import { AutoscaleWatch } from "../services/autoscale/autoscale-watch";
import { Clock } from "../foundation/clock";
import { listenForCommands } from "./control";
import { DataPlane } from "./data-plane";
import { EventLog } from "../foundation/event-log";
import { MetricSampling, samplingInterval } from "../services/metrics/metric-sampling";
import { instanceTargets, loadBalancerTarget, type MetricTargets } from "../services/metrics/metric-targets";
import { Repeated } from "../foundation/repeated";
import { untilNextTurn } from "../foundation/rhythm";

/** The kernel's limits are made sure of for so many machines; a scale set may have more, and then says what is too low. */
const usualMachines = 30;

export interface DataPlaneSettings {
  /** Where the region keeps its state. */
  readonly folder: string;
  /** The script that builds the image of the edges. */
  readonly edgeImageScript: string;
  readonly clock: Clock;
}

/**
 * Begins to carry out what the store declares, on this computer's Podman.
 *
 * @throws Error where Podman is missing or does not work; it says what to install.
 */
export async function openDataPlane(store: Store, { folder, edgeImageScript, clock }: DataPlaneSettings): Promise<DataPlane> {
  const events = new EventLog(folder);
  const podman = await Podman.open(regionOf(folder));
  const { raised, remaining } = raiseLimits(lowLimits(usualMachines));
  if (raised.length > 0) {
    events.add("region", describeRaisedLimits(usualMachines, raised));
  }
  if (remaining.length > 0) {
    events.add("region", describeLowLimits(usualMachines, remaining));
  }
  const machines = new Machines(podman, path.join(folder, "machines"));
  const edges = new Edges(podman, path.join(folder, "edges"), await edgeImage(edgeImageScript));
  const dataPlane = new DataPlane({
    store,
    seal: new Seal(folder),
    folder,
    clock,
    events,
    podman,
    machines,
    subnets: new Subnets(podman),
    edges,
  });
  const files = new MetricFiles(path.join(folder, "metrics"));
  const sampling = new MetricSampling({ clock, machines, edges: dataPlane, files, targets: () => metricTargets(dataPlane) });
  const notifier = new Notifier({ webhooks: new Webhooks(), mailServer: smtpServerFrom(process.env), log: events });
  const tools = { folder, store, metrics: files.store, clock, events, notifier };
  monitor({ sampling, autoscale: new AutoscaleWatch(tools), alerts: new AlertWatch(tools), clock, dataPlane });
  await listenForCommands(folder, { dataPlane, machines, clock, events, metrics: files.store });
  return dataPlane;
}

function metricTargets(dataPlane: DataPlane): MetricTargets {
  return {
    instances: instanceTargets(dataPlane.placed()),
    loadBalancers: dataPlane
      .balances()
      .map(({ id, balance }) => loadBalancerTarget(id, balance, (name, probe) => dataPlane.isUp(name, probe))),
  };
}

/** What looks at the region again and again. */
interface Monitors {
  readonly sampling: MetricSampling;
  readonly autoscale: AutoscaleWatch;
  readonly alerts: AlertWatch;
  readonly clock: Clock;
  readonly dataPlane: DataPlane;
}

/** Samples metrics, and then runs autoscale and evaluates alerts, which go by them. */
function monitor({ sampling, autoscale, alerts, clock, dataPlane }: Monitors): void {
  new Repeated(async () => {
    const startedAt = Date.now();
    await sampling.turn();
    if (autoscale.turn(clock.now())) {
      dataPlane.hurry();
    }
    alerts.turn(clock.now());
    return untilNextTurn(startedAt, samplingInterval(clock));
  });
}
