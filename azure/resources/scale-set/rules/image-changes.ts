import { showValue } from "../../../properties/shown-value";
import type { View } from "../../../properties/view";
import type { ChangeRule } from "../../../rules/rule";
import { sameText } from "../../../rules/lookups";
import { isKnown } from "./model";

const image = "virtualMachineProfile.storageProfile.imageReference";

/** Changes of what the instances are made from, beyond those of single properties. */
export const imageChanges: ChangeRule[] = [
  {
    id: "R317",
    title: "A scale set of a marketplace image does not become one of an image of one's own, nor the other way round",
    code: "OperationNotAllowed",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/89791",
    severity: "error",
    allowed: "an image of the kind that the scale set was created with",
    because: "Azure refuses to change it in place",
    fix: `the resource option replaceOnChanges: ["${image}"] makes a new scale set instead`,
    *check(before, after) {
      const [old, wanted] = [before, after].map(kindOf);
      if (old !== undefined && wanted !== undefined && old !== wanted) {
        yield after.at(image);
      }
    },
  },
  {
    id: "R451",
    title: "An image that is sold by a plan keeps its SKU",
    code: "PropertyChangeNotAllowed",
    grade: "observed",
    source: "https://github.com/Azure/azure-powershell/issues/11911",
    severity: "error",
    allowed: "the SKU that the scale set was created with",
    because: "only images without a plan get another SKU",
    fix: `the resource option replaceOnChanges: ["${image}"] makes a new scale set instead`,
    *check(before, after) {
      const [old, wanted] = [before, after].map((scaleSet) => scaleSet.at(`${image}.sku`));
      if (isKnown(before.at("plan")) && old.text() !== undefined && wanted.text() !== undefined && !sameText(old.text(), wanted.text())) {
        yield { at: wanted, allowed: showValue(old.value, "open") };
      }
    },
  },
];

/** Where an image comes from; undefined as long as that is not known. */
function kindOf(scaleSet: View): "the marketplace" | "elsewhere" | undefined {
  const reference = scaleSet.at(image);
  if (isKnown(reference.at("publisher"))) {
    return "the marketplace";
  }
  return ["id", "sharedGalleryImageId", "communityGalleryImageId"].some((name) => isKnown(reference.at(name))) ? "elsewhere" : undefined;
}
