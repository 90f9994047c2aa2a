import { edits, set } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { imageId } from "../../../rules/valid/scale-set";

const image = "virtualMachineProfile.storageProfile.imageReference";
const debianImage = { publisher: "Debian", offer: "debian-12", sku: "12-gen2", version: "latest" };
const debian = set(image, debianImage);

/** An image of an SKU, with the plan that the scale set was created with. */
function sold(sku: string) {
  return edits(
    set(image, { publisher: "checkpoint", offer: "check-point-cg-r8110", sku, version: "latest" }),
    set("plan", { publisher: "checkpoint", product: "check-point-cg-r8110", name: "byol" }),
  );
}

export const imageChangeCases: RuleCases[] = [
  {
    rule: "R317",
    refused: [
      { name: "an image of one's own in place of a marketplace image", before: debian, change: set(image, { id: imageId }), at: image },
      { name: "a marketplace image in place of one's own", change: debian, at: image },
    ],
    accepted: [
      { name: "another version of one's own image", change: set(image, { id: imageId.replace("1.0.0", "1.0.1") }) },
      {
        name: "another SKU of the same offer",
        before: debian,
        change: set(image, { publisher: "Debian", offer: "debian-12", sku: "12", version: "latest" }),
      },
    ],
  },
  {
    rule: "R451",
    refused: [{ name: "another SKU beside the old plan", before: sold("byol"), change: sold("payg"), at: `${image}.sku` }],
    accepted: [
      { name: "the same SKU in other letters", before: sold("byol"), change: sold("BYOL") },
      { name: "another SKU of an image without a plan", before: debian, change: set(image, { ...debianImage, sku: "12" }) },
    ],
  },
];
