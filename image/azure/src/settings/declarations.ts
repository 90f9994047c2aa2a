import { text, texts, type Declaration, type ValuesOf } from "../../../../src/settings/declaration";

/** Every setting of the image's project; `make settings` writes them into its `Pulumi.yaml`. */
const declarations = {
  replicationRegions: texts(
    [],
    "Regions besides azure-native:location that get a copy of the image, such as northeurope: those of further tiers.",
  ),
  buildVmSize: text(
    "",
    "Size of the machine that the image is made on. It boots images of the second generation. Empty: Standard_D2ds_v4, Image Builder's own choice.",
  ),
} satisfies Record<string, Declaration>;

export type ImageValues = ValuesOf<typeof declarations>;
export type ImageSettingKey = keyof typeof declarations;

/** The settings of the Pulumi project in `image/azure/`. */
export const imageSettings = { namespace: "web-tier-image", declarations };
