import { addressesOf, usableAddresses } from "../../../azure/facts/cidr";
import { freeAddress } from "../podman/machines/machine-address";
import type { ProbePorts } from "../podman/machines/guest-units";
import type { Machines } from "../podman/machines/machine";
import type { Clock } from "../foundation/clock";
import type { EdgeKeeper } from "./edge-keeper";
import type { EventLog } from "../foundation/event-log";
import { podmanImage } from "../services/scale-set/images";
import type { InstanceWatches } from "../services/scale-set/instance-watches";
import { readLoadBalancer } from "../services/load-balancer/load-balancer-model";
import type { PlacedScaleSet } from "../services/scale-set/placed-scale-set";
import { probePorts } from "../services/load-balancer/probe-watch";
import type { ScaleSetModel } from "../services/scale-set/scale-set-model";
import type { Surroundings } from "../services/scale-set/scale-set-service";
import type { InstanceRecord } from "../services/scale-set/scale-set-state";

/** The region around a scale set. */
export interface RegionAround {
  readonly clock: Clock;
  readonly events: EventLog;
  readonly machines: Machines;
  readonly watches: InstanceWatches;
  readonly edges: EdgeKeeper;
  readonly unavailableZones: ReadonlySet<string>;
  readonly lookedAt: number;
  /** All scale sets, as they are when it is called. */
  readonly placed: () => readonly PlacedScaleSet[];
}

/** What the service of a scale set needs of the region. */
export function surroundingsOf(set: PlacedScaleSet, placed: readonly PlacedScaleSet[], region: RegionAround): Surroundings {
  const { clock, events, machines, watches, edges, unavailableZones, lookedAt } = region;
  const others = placed
    .filter(({ network }) => network === set.network)
    .flatMap(({ service }) => service.instances.map(({ address }) => address));
  return {
    clock,
    events,
    machines,
    lookedAt,
    findImage: podmanImage,
    network: set.network,
    freeAddress: (taken) => freeAddress(set.subnetPrefix, new Set([...taken, ...others])),
    freeAddresses: usableAddresses(addressesOf(set.subnetPrefix)) - others.length,
    unavailableZones,
    probePorts: portsAsked(set.model, edges),
    healthOf: (record) => watches.healthOf(record),
    release: (record) => release(record, region),
  };
}

/** The ports that somebody asks in the machines: the health extension, and the probes of all load balancers. */
function portsAsked({ instance: { healthProbe } }: ScaleSetModel, edges: EdgeKeeper): ProbePorts {
  const { http, tcp } = probePorts(edges.loadBalancers().flatMap(({ outputs }) => [...readLoadBalancer(outputs).probes.values()]));
  if (healthProbe === undefined) {
    return { http, tcp };
  }
  const { port, settings } = healthProbe;
  return settings.protocol === "tcp" ? { http, tcp: [...tcp, port] } : { http: [...http, port], tcp };
}

/** Takes an instance out of everything that asks it or sends to it. */
async function release(record: InstanceRecord, { watches, edges, placed }: RegionAround): Promise<void> {
  await watches.forget([record]);
  await edges.release(record.name, placed());
}
