import * as path from "node:path";
import { Edges } from "../podman/edge/edge";
import { edgeImage } from "../podman/edge/image";
import { describeLowLimits, describeRaisedLimits, lowLimits, raiseLimits } from "../podman/machines/kernel-limits";
import { ComputerAccess } from "../podman/machines/machine-access";
import { Machines } from "../podman/machines/machine";
import { BuiltMarketplaceImages } from "../podman/machines/marketplace-images";
import { Subnets } from "../podman/machines/network";
import { Podman, regionOf } from "../podman/machines/podman";
import { type MetadataListener, MetadataServer } from "../services/scale-set/metadata/server";
import { MetricFiles } from "../store/metrics/metric-files";
import { smtpServerFrom } from "../services/alerts/notifications/mail";
import { Notifier } from "../services/alerts/notifications/notifier";
import { Webhooks } from "../services/alerts/notifications/webhook";
import { Seal } from "../store/seal";
import { probeId } from "../services/load-balancer/load-balancer-model";
import { AlertWatch } from "../services/alerts/alert-watch";
import { AutoscaleWatch } from "../services/autoscale/autoscale-watch";
import type { RegionContext } from "../context";
import { listenForCommands } from "./control";
import { DataPlane } from "./data-plane";
import { MetricSampling, samplingInterval } from "../services/metrics/metric-sampling";
import { instanceTargets, loadBalancerTarget, type MetricTargets } from "../services/metrics/metric-targets";

/** The kernel's limits are made sure of for so many machines; a scale set may have more, and then says what is too low. */
const expectedMachines = 30;

/** How long what was measured may stay unwritten, in real milliseconds: a daemon that dies loses so much of it. */
const metricWritePeriod = 10_000;

/** How often the region's time is written, in real milliseconds: where the computer's clock was set back meanwhile, so much of it comes again. */
const clockKeepPeriod = 60_000;

/** How often what has to be there for people is tried until it is, in real milliseconds. */
const retryPeriod = 5000;

/** The scripts that build images. */
export interface ImageScripts {
  /** Of load balancers' edges. */
  readonly edge: string;
  /** In place of those of Azure's marketplace. */
  readonly marketplace: string;
}

/**
 * Begins to carry out what the store declares, on this computer's Podman.
 *
 * @param begun The part of the region that needs no Podman.
 * @throws Error where Podman is missing or does not work; it says what to install.
 */
export async function openDataPlane(
  begun: Pick<RegionContext, "folder" | "computer" | "clock" | "events" | "tasks" | "store">,
  scripts: ImageScripts,
): Promise<DataPlane> {
  const { folder, events } = begun;
  const podman = await Podman.open(regionOf(folder));
  const { raised, remaining } = raiseLimits(lowLimits(expectedMachines));
  if (raised.length > 0) {
    events.add("region", describeRaisedLimits(expectedMachines, raised));
  }
  if (remaining.length > 0) {
    events.add("region", describeLowLimits(expectedMachines, remaining));
  }
  const machines = new Machines(podman, path.join(folder, "machines"), new ComputerAccess());
  const edges = new Edges(podman, path.join(folder, "edges"), await edgeImage(scripts.edge));
  const files = new MetricFiles(path.join(folder, "metrics"), begun.computer, events);
  const region: RegionContext = {
    ...begun,
    seal: new Seal(folder),
    metrics: files.store,
    podman,
    machines,
    marketplaceImages: new BuiltMarketplaceImages(scripts.marketplace),
    subnets: new Subnets(podman),
    edges,
  };
  const dataPlane = startServices(region, files, (socket, host) => MetadataServer.listen(socket, host));
  await listenForCommands(region, dataPlane).catch(() => {
    begun.tasks.untilDone({
      name: "listen for commands",
      description: "begins to take the commands of this computer's user, such as make status",
      periodInMilliseconds: retryPeriod,
      run: async () => void (await listenForCommands(region, dataPlane)),
    });
  });
  return dataPlane;
}

/**
 * Begins everything that decides and acts in a region.
 * @param listen Begins the metadata service of an instance.
 */
export function startServices(region: RegionContext, files: MetricFiles, listen: MetadataListener): DataPlane {
  const dataPlane = new DataPlane(region, listen);
  monitor(region, dataPlane, files);
  return dataPlane;
}

function metricTargets(dataPlane: DataPlane): MetricTargets {
  return {
    instances: instanceTargets(dataPlane.scaleSets()),
    loadBalancers: dataPlane
      .balances()
      .map(({ id, balance }) => loadBalancerTarget(id, balance, (name, probe) => dataPlane.isUp(name, probeId(id, probe)))),
  };
}

/**
 * Measures the region, and runs autoscale and alerts. These go by whole minutes that are over, to which no later sample adds anything, so
 * it does not matter which of them comes first.
 */
function monitor(region: RegionContext, dataPlane: DataPlane, files: MetricFiles): void {
  const { clock, tasks } = region;
  const sampling = new MetricSampling(
    region,
    () => metricTargets(dataPlane),
    (loadBalancerId) => dataPlane.frontends(loadBalancerId),
  );
  const notifier = new Notifier(region, new Webhooks(tasks.stopping), smtpServerFrom(process.env));
  const autoscale = new AutoscaleWatch(region, notifier);
  const alerts = new AlertWatch(region, notifier);
  tasks.register({
    name: "sample metrics",
    description: "measures every machine and edge",
    periodInMilliseconds: samplingInterval(clock),
    run: () => sampling.sample(),
  });
  tasks.register({
    name: "keep clock",
    description: "writes the region's time, so that the next daemon does not begin before it",
    periodInMilliseconds: clockKeepPeriod,
    run: () => clock.keep(),
  });
  tasks.register({
    name: "write metrics",
    description: "writes what was measured to the region's folder",
    periodInMilliseconds: metricWritePeriod,
    run: () => files.write(),
  });
  tasks.register({
    name: "autoscale",
    description: "runs the autoscale settings that are due",
    periodInMilliseconds: samplingInterval(clock),
    run: () => {
      if (autoscale.evaluate(clock.now())) {
        dataPlane.trigger();
      }
    },
  });
  tasks.register({
    name: "alerts",
    description: "evaluates the metric alerts that are due, and has their action groups notified",
    periodInMilliseconds: samplingInterval(clock),
    run: () => alerts.evaluate(clock.now()),
  });
}
