import { is, partNamed } from "../../../rules/lookups";
import type { ChangeRule } from "../../../rules/rule";
import { networkInterfaces } from "./model";

const sku = "publicIPAddressConfiguration.sku.name";

/** Changes of the public addresses that the instances have each. */
export const publicAddressChanges: ChangeRule[] = [
  {
    id: "R342",
    title: "The public addresses of the instances keep their SKU",
    code: "SkuCannotBeUpdatedOnVMSSPublicIpAddresses",
    grade: "observed",
    source: "https://github.com/Azure/AzLoadBalancerMigration/issues/11",
    severity: "error",
    allowed: "the SKU that the addresses were created with",
    fix: "update twice: first without publicIPAddressConfiguration, then with the new one, whose addresses are others",
    *check(before, after) {
      for (const networkInterface of networkInterfaces(after)) {
        const old = partNamed(networkInterfaces(before), networkInterface.text("name"));
        for (const configuration of networkInterface.list("ipConfigurations")) {
          const kept = partNamed(old?.list("ipConfigurations") ?? [], configuration.text("name"))?.text(sku);
          const wanted = configuration.at(sku);
          if (kept !== undefined && wanted.text() !== undefined && !is(wanted, kept)) {
            yield { at: wanted, allowed: kept };
          }
        }
      }
    },
  },
];
