import { own } from "../../foundation/own";
import { osDiskOperationsPerSecond } from "../../../../azure/facts/disk-limits";
import { sizeLimits } from "../../../../azure/facts/size-limits";
import type { InstanceCapacity } from "./instance-metrics";
import type { ProbedBackend, ServedRule } from "./load-balancer-metrics";
import { modelOf, type DeployedScaleSet } from "../scale-set/deployed-scale-set";
import type { Balance } from "../load-balancer/load-balancer-service";

/** An instance whose metrics are measured. */
export interface InstanceTarget {
  /** Of its scale set, whose metrics they are. */
  readonly resourceId: string;
  readonly name: string;
  readonly capacity: InstanceCapacity;
  /** True once it is provisioned, and while no operation that switches it off is under way: it is then unavailable where it does not run. */
  readonly shouldRun: boolean;
}

/** A load balancer whose metrics are measured. */
export interface LoadBalancerTarget {
  readonly resourceId: string;
  readonly probes: readonly ProbedBackend[];
  readonly rules: readonly ServedRule[];
}

/** Everything that is measured, as it is at one moment. */
export interface MetricTargets {
  readonly instances: readonly InstanceTarget[];
  readonly loadBalancers: readonly LoadBalancerTarget[];
}

/** The instances of scale sets, for their metrics. */
export function instanceTargets(deployed: readonly DeployedScaleSet[]): InstanceTarget[] {
  return deployed.flatMap((set) =>
    set.service.instances.map((record) => {
      const {
        size,
        metadata: { osDisk },
      } = modelOf(set, record);
      return {
        resourceId: set.resource.id,
        name: record.name,
        capacity: {
          vCpus: sizeLimits(size).vCpus,
          osDiskOperationsPerSecond: osDiskOperationsPerSecond(osDisk.storageAccountType, osDisk.diskSizeGB),
        },
        shouldRun: record.provisioningState === "Succeeded",
      };
    }),
  );
}

/**
 * A load balancer, for its metrics.
 * @param isUp What a probe, by its name in lower case, says of an instance; undefined where it is not asked.
 */
export function loadBalancerTarget(
  resourceId: string,
  { traffic, members, distributions }: Balance,
  isUp: (instance: string, probe: string) => boolean | undefined,
): LoadBalancerTarget {
  const probed = new Map<string, readonly string[]>();
  traffic.rules.forEach(({ probe, backendAddressPools }) => {
    if (probe !== undefined) {
      probed.set(probe, [...(probed.get(probe) ?? []), ...backendAddressPools]);
    }
  });
  const probes = [...probed].flatMap(([probe, pools]) =>
    members
      .filter(({ backendAddressPools }) => backendAddressPools.some((pool) => pools.includes(pool.toLowerCase())))
      .flatMap(({ name }) => {
        const up = isUp(name, probe);
        return up === undefined ? [] : [{ instance: name, isUp: up }];
      }),
  );
  const rules = traffic.rules.map(({ name }) => ({ name, hasBackends: (own(distributions, name)?.newConnections.length ?? 0) > 0 }));
  return { resourceId, probes, rules };
}
