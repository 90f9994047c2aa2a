import { idKey, idName } from "../../../../azure/arm/id";
import { type Measured, minute } from "../../store/metrics/metric-grain";
import type { FrontendCounters } from "../../podman/edge/haproxy-answers";
import type { MachineUsage } from "../../podman/machines/machine-access";
import { instanceMetrics, type UsageReading } from "./instance-metrics";
import { dipAvailability, frontendMetrics, occupancyOf, vipAvailability } from "./load-balancer-metrics";
import type { Clock } from "../../foundation/clock";
import type { RegionContext } from "../../context";
import type { InstanceTarget, LoadBalancerTarget, MetricTargets } from "./metric-targets";

/** The part of its connections below which an edge that was full counts as one with room. */
const roomAgain = 0.9;

/** In real milliseconds. */
const maximumInterval = 5000;

/** Measures the region's metrics. */
export class MetricSampling {
  private readings = new Map<string, UsageReading>();
  private frontends = new Map<string, readonly FrontendCounters[]>();
  /** The load balancers whose edges have no room for another connection. */
  private readonly full = new Set<string>();

  /**
   * @param targets What there is to measure at the moment at which it is called.
   * @param frontendsOf What the frontends of a load balancer have counted; undefined where its edge does not answer.
   */
  constructor(
    private readonly region: RegionContext,
    private readonly targets: () => MetricTargets,
    private readonly frontendsOf: (loadBalancerId: string) => Promise<FrontendCounters[] | undefined>,
  ) {}

  /** Measures everything once. */
  async sample(): Promise<void> {
    const { instances, loadBalancers } = this.targets();
    const readings = new Map<string, UsageReading>();
    const frontends = new Map<string, readonly FrontendCounters[]>();
    for (const target of instances) {
      await this.sampleInstance(target, readings);
    }
    for (const target of loadBalancers) {
      await this.sampleLoadBalancer(target, frontends);
    }
    this.readings = readings;
    this.frontends = frontends;
  }

  /** Of a machine that cannot be asked, as while it is being made or removed, nothing is known, not even that it does not run. */
  private async sampleInstance(
    { resourceId, name, capacity, shouldRun }: InstanceTarget,
    readings: Map<string, UsageReading>,
  ): Promise<void> {
    const before = this.readings.get(name);
    let usage: MachineUsage | undefined;
    try {
      usage = await this.region.machines.usage(name);
    } catch {
      return;
    }
    const now = usage && { at: this.region.computer.now(), usage };
    if (now) {
      readings.set(name, now);
    }
    this.record(resourceId, [
      ...(now && before ? instanceMetrics(name, before, now, capacity) : []),
      ...(now || shouldRun ? [{ metric: "VmAvailabilityMetric", part: name, value: now ? 1 : 0 }] : []),
    ]);
  }

  private async sampleLoadBalancer(
    { resourceId, probes, rules }: LoadBalancerTarget,
    frontends: Map<string, readonly FrontendCounters[]>,
  ): Promise<void> {
    const key = idKey(resourceId);
    const before = this.frontends.get(key);
    const now = await this.frontendsOf(resourceId).catch(() => undefined);
    if (now) {
      frontends.set(key, now);
      this.tellOfRoom(resourceId, now);
    }
    this.record(resourceId, [
      ...dipAvailability(probes),
      ...vipAvailability(rules, now !== undefined),
      ...(now && before ? frontendMetrics(before, now) : []),
    ]);
  }

  /** An edge that was full has room again once a tenth of it is free, so that it is not told with every connection that ends. */
  private tellOfRoom(resourceId: string, frontends: readonly FrontendCounters[]): void {
    const key = idKey(resourceId);
    const { connections, maximum } = occupancyOf(frontends) ?? { connections: 0, maximum: Infinity };
    if (connections >= maximum && !this.full.has(key)) {
      this.full.add(key);
      this.region.events.add(
        idName(resourceId),
        `its edge is full: it carries ${maximum} connections, and new ones wait until one ends; fix: raise the limit of open files (ulimit -Hn) and run make down and make up`,
      );
    } else if (connections < maximum * roomAgain && this.full.delete(key)) {
      this.region.events.add(idName(resourceId), `its edge has room again: ${connections} of ${maximum} connections stand`);
    }
  }

  private record(resourceId: string, measured: readonly Measured[]): void {
    const { clock, metrics } = this.region;
    const time = clock.now();
    measured.forEach(({ metric, part, value }) => metrics.record(resourceId, metric, part, value, time));
  }
}

/**
 * How often metrics are sampled, in real milliseconds: every five seconds, and more often where the region's clock runs so fast that a minute
 * of it would have fewer than four samples, at a speed factor of 60 four times a second.
 */
export function samplingInterval(clock: Pick<Clock, "realLength">): number {
  return Math.min(maximumInterval, clock.realLength(minute) / 4);
}
