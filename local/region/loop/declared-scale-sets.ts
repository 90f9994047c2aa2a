import { scaleSet } from "../../../azure/resources/scale-set/scale-set";
import { securityGroupsOf, subnetPrefix } from "../services/network/declared-subnets";
import type { DeclaredScaleSet } from "../services/scale-set/deployed-scale-set";
import { readScaleSet } from "../services/scale-set/scale-set-model";
import type { Store } from "../store/store";

/** The scale sets that a store declares, each with what it needs of its network; without those whose subnet is not declared any more. */
export class DeclaredScaleSets {
  private known: { readonly revision: number; readonly sets: readonly DeclaredScaleSet[] } | undefined;

  /** @param networkName Gives the name of a subnet's network in Podman. */
  constructor(
    private readonly store: Store,
    private readonly networkName: (subnetId: string) => string,
  ) {}

  all(): readonly DeclaredScaleSet[] {
    const { revision } = this.store;
    if (this.known?.revision !== revision) {
      this.known = { revision, sets: this.read() };
    }
    return this.known.sets;
  }

  private read(): DeclaredScaleSet[] {
    const resources = this.store.all().filter(({ type }) => type === scaleSet.token);
    return resources.flatMap((resource) => {
      const model = readScaleSet(resource.outputs);
      const { subnetId } = model.network;
      const prefix = subnetPrefix(this.store, subnetId);
      const securityGroups = securityGroupsOf(this.store, model.network);
      return prefix === undefined ? [] : [{ resource, model, subnetPrefix: prefix, securityGroups, network: this.networkName(subnetId) }];
    });
  }
}
