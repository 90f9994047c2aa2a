import { scaleSet } from "../../../azure/resources/scale-set/scale-set";
import { securityGroupsOf, subnetPrefix } from "../services/network/declared-subnets";
import type { DeclaredScaleSet } from "../services/scale-set/deployed-scale-set";
import { readScaleSet } from "../services/scale-set/scale-set-model";
import type { Store } from "../store/store";

/**
 * The scale sets that the store declares, each with what it needs of its network; without those whose subnet is not declared any more.
 * @param networkName Gives the name of a subnet's network in Podman.
 */
export function declaredScaleSets(store: Store, networkName: (subnetId: string) => string): DeclaredScaleSet[] {
  const resources = store.all().filter(({ type }) => type === scaleSet.token);
  return resources.flatMap((resource) => {
    const model = readScaleSet(resource.outputs);
    const { subnetId } = model.network;
    const prefix = subnetPrefix(store, subnetId);
    const securityGroups = securityGroupsOf(store, model.network);
    return prefix === undefined ? [] : [{ resource, model, subnetPrefix: prefix, securityGroups, network: networkName(subnetId) }];
  });
}
