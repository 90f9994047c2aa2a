import { set } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { imageId } from "../../../rules/valid/scale-set";

const image = "virtualMachineProfile.storageProfile.imageReference";
const debian = set(image, { publisher: "Debian", offer: "debian-12", sku: "12-gen2", version: "latest" });

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
];
