import type { View } from "../properties/view";
import { sameText } from "./lookups";
import type { ChangeRule } from "./rule";

/**
 * The rule that a resource of Microsoft.Network keeps its SKU.
 *
 * @param what What the resource is called, such as `load balancer`.
 * @param skuOf The name of its SKU, or the one that ARM takes where none is given; undefined as long as it is not known.
 */
export function skuStays(what: string, skuOf: (resource: View) => string | undefined): ChangeRule {
  return {
    id: "C-sku",
    title: `The SKU of a ${what} stays`,
    code: "SkuCannotBeChangedOnUpdate",
    grade: "observed",
    source: "https://github.com/Azure/azure-cli/issues/27806",
    severity: "error",
    allowed: `the SKU that the ${what} was created with`,
    fix: `let the change replace the ${what} with replaceOnChanges: ["sku"]`,
    *check(before, after) {
      const [old, wanted] = [skuOf(before), skuOf(after)];
      if (old !== undefined && wanted !== undefined && !sameText(old, wanted)) {
        yield after.at("sku.name");
      }
    },
  };
}
