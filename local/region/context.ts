import type { BackgroundTasks } from "./foundation/background-tasks";
import type { Clock } from "./foundation/clock";
import type { Computer } from "./foundation/computer";
import type { EventLog } from "./foundation/event-log";
import type { Edges } from "./podman/edge/edge";
import type { Machines } from "./podman/machines/machine";
import type { MarketplaceImages } from "./podman/machines/marketplace-images";
import type { Subnets } from "./podman/machines/network";
import type { PodmanClient } from "./podman/machines/podman";
import type { MetricStore } from "./store/metrics/metric-store";
import type { Seal } from "./store/seal";
import type { Store } from "./store/store";

/** The region that a daemon runs: what lives as long as the daemon does. Services and the loop are given it whole, as `region`. */
export interface RegionContext {
  /** Where the region keeps its state. */
  readonly folder: string;
  readonly computer: Computer;
  /** The region's time, which may run faster than the computer's. */
  readonly clock: Clock;
  /** What the region did and saw, for people. */
  readonly events: Pick<EventLog, keyof EventLog>;
  /** What the daemon does again and again. */
  readonly tasks: BackgroundTasks;
  /** The resources that are declared. */
  readonly store: Store;
  /** Encrypts what is secret in the files of services. */
  readonly seal: Seal;
  /** What was measured of machines and edges. */
  readonly metrics: MetricStore;
  readonly podman: PodmanClient;
  readonly machines: Machines;
  readonly marketplaceImages: MarketplaceImages;
  /** The networks that subnets have in Podman. */
  readonly subnets: Subnets;
  /** What takes connections for load balancers. */
  readonly edges: Pick<Edges, keyof Edges>;
}
