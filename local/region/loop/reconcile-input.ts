import { readLoadBalancer } from "../services/load-balancer/load-balancer-model";
import { probePorts } from "../services/load-balancer/probe-watch";
import type { DeployedScaleSet } from "../services/scale-set/deployed-scale-set";
import type { ReconcileInput } from "../services/scale-set/scale-set-service";
import type { Resource } from "../store/resource";

/** What the region as a whole looks like when its scale sets are reconciled. */
export type ObservedRegion = Pick<ReconcileInput, "machines" | "observedAt" | "health" | "unavailableZones">;

/**
 * What a scale set is reconciled from.
 * @param deployed All scale sets of the region, as those in the same subnet share its addresses.
 */
export function reconcileInput(
  { model, network, subnetPrefix }: DeployedScaleSet,
  deployed: readonly DeployedScaleSet[],
  loadBalancers: readonly Resource[],
  observed: ObservedRegion,
): ReconcileInput {
  const neighbours = deployed.filter((other) => other.network === network).flatMap(({ service }) => service.instances);
  return {
    ...observed,
    model,
    network,
    subnetPrefix,
    addressesInUse: new Set(neighbours.map(({ address }) => address)),
    probePorts: probePorts(loadBalancers.flatMap(({ outputs }) => [...readLoadBalancer(outputs).probes.values()])),
  };
}
