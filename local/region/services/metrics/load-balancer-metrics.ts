import type { FrontendCounters } from "../../podman/edge/haproxy-answers";
import { increase, type Measured } from "../../store/metrics/metric-grain";

/** A probe of one backend at a moment. */
export interface ProbedBackend {
  readonly instance: string;
  readonly isUp: boolean;
}

/** A load balancing rule at a moment. */
export interface ServedRule {
  readonly name: string;
  /** Whether some instance gets its new connections. */
  readonly hasBackends: boolean;
}

/**
 * Azure's health probe status of each backend: the share of its probes that are up, in percent
 * (https://learn.microsoft.com/azure/load-balancer/load-balancer-standard-diagnostics).
 */
export function dipAvailability(probes: readonly ProbedBackend[]): Measured[] {
  return probes.map(({ instance, isUp }) => ({ metric: "DipAvailability", part: instance, value: isUp ? 100 : 0 }));
}

/**
 * Azure's data path availability of each rule, in percent: the way leads to an instance, and the edge is there. A rule without a healthy
 * backend has none, as on Azure.
 */
export function vipAvailability(rules: readonly ServedRule[], edgeAnswers: boolean): Measured[] {
  return rules.map(({ name, hasBackends }) => ({ metric: "VipAvailability", part: name, value: hasBackends && edgeAnswers ? 100 : 0 }));
}

/**
 * What went through each frontend between two readings: bytes in both directions, and connections asked for. A worker of HAProxy that
 * was not there before has counted from nothing; what one counted between the last reading and its end is lost.
 */
export function frontendMetrics(before: readonly FrontendCounters[], now: readonly FrontendCounters[]): Measured[] {
  const idle = { connections: 0, bytesIn: 0, bytesOut: 0 };
  return now.flatMap((counters) => {
    const earlier = before.find(({ worker, section }) => worker === counters.worker && section === counters.section) ?? idle;
    const bytes = increase(earlier.bytesIn, counters.bytesIn) + increase(earlier.bytesOut, counters.bytesOut);
    const part = counters.name;
    return [
      { metric: "ByteCount", part, value: bytes },
      { metric: "SYNCount", part, value: increase(earlier.connections, counters.connections) },
    ];
  });
}

/** How full the fullest worker of an edge is: the connections that stand, and how many can. */
export interface Occupancy {
  readonly connections: number;
  readonly maximum: number;
}

/** @returns undefined where the edge has no frontend. */
export function occupancyOf(frontends: readonly FrontendCounters[]): Occupancy | undefined {
  const workers = new Map<string, Occupancy>();
  for (const { worker, currentConnections, maximumConnections: maximum } of frontends) {
    workers.set(worker, { connections: (workers.get(worker)?.connections ?? 0) + currentConnections, maximum });
  }
  return [...workers.values()].sort((one, other) => other.connections / other.maximum - one.connections / one.maximum)[0];
}
