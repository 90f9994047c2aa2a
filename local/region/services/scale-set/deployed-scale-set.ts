import { idKey } from "../../../../azure/arm/id";
import type { SecurityGroup } from "../../podman/edge/network-rules";
import type { Resource } from "../../store/resource";
import type { InstanceModel } from "./instance-model";
import type { ScaleSetModel } from "./scale-set-model";
import type { ScaleSetService } from "./scale-set-service";
import type { InstanceRecord } from "./scale-set-state";

/** A scale set where it is declared. */
export interface DeclaredScaleSet {
  readonly resource: Resource;
  readonly model: ScaleSetModel;
  readonly subnetPrefix: string;
  /** What a connection to an instance has to pass: the group of its subnet, and that of its network interface. */
  readonly securityGroups: readonly SecurityGroup[];
  /** The subnet's network in Podman. */
  readonly network: string;
}

/** A scale set where it stands. */
export interface DeployedScaleSet extends DeclaredScaleSet {
  readonly service: ScaleSetService;
}

/** True where instances of the scale set are in a pool of the load balancer. */
export function isBehind({ model: { network } }: DeclaredScaleSet, loadBalancerId: string): boolean {
  return [...network.backendPoolIds, ...network.natPoolIds].some((part) => idKey(part).startsWith(`${idKey(loadBalancerId)}/`));
}

/**
 * The model that an instance runs, which is an earlier one until the latest has reached it, and again where it was rolled back. What an
 * earlier version of the region did not keep of a model is as it is declared now.
 */
export function modelOf({ service, model }: Pick<DeployedScaleSet, "service" | "model">, { model: name }: InstanceRecord) {
  const { instance: declared } = model;
  const kept: InstanceModel = service.view.models[name] ?? declared;
  return { ...kept, metadata: kept.metadata ?? declared.metadata };
}
