import { nameInId } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { prefixOfInstances, prefixWith, sizeOfPrefix, takenByInstances, takenByOthers } from "../../network/rules/prefix-addresses";
import { ipConfigurations } from "./model";

/** What the prefixes that the instances' public addresses are from must have for them. */
export const instancePrefixRules: Rule[] = [
  {
    id: "R489-instances",
    title: "A public IP prefix has an address for every instance that has one from it",
    code: "PublicIpPrefixOutOfIpAddressesForVMScaleSet",
    grade: "observed",
    source: "https://github.com/cilium/cilium/pull/43598",
    severity: "error",
    allowed: "fewer instances, or a larger prefix",
    *check(scaleSet, region) {
      for (const id of new Set(ipConfigurations(scaleSet).flatMap((ip) => prefixOfInstances(ip).text()?.toLowerCase() ?? []))) {
        const prefix = prefixWith(id, region);
        const size = prefix && sizeOfPrefix(prefix);
        const needed = takenByInstances(scaleSet, id);
        // As long as the scale set has no id, it cannot be told from the others.
        const taken = region.self === undefined ? 0 : takenByOthers(id, region);
        if (size !== undefined && needed > 0 && needed + taken > size) {
          const beside = taken === 0 ? "" : `, of which ${taken} are taken`;
          yield { at: scaleSet.at("sku.capacity"), because: `the prefix ${nameInId(id)} has ${size} addresses${beside}` };
          return;
        }
      }
    },
  },
];
