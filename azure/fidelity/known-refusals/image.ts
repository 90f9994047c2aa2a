import type { KnownRefusals } from "../known-refusal";

const galleryErrors = "https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images";
const builderErrors = "https://learn.microsoft.com/azure/virtual-machines/linux/image-builder-troubleshoot";

export const galleryImageRefusals: KnownRefusals = {
  type: "azure-native:compute:GalleryImage",
  refusals: [
    {
      code: "PropertyChangeNotAllowed",
      sense: "system, state, generation or identifier changes",
      source: galleryErrors,
      keptBy: "G-fixed",
    },
    { code: undefined, sense: "another definition has the identifier", source: galleryErrors, keptBy: "G-identifier-unique" },
    {
      code: undefined,
      sense: "a part of the identifier has other characters than letters, digits, hyphens, underscores and periods",
      source: galleryErrors,
      keptBy: "G-identifier",
    },
    {
      code: undefined,
      sense: "a gallery with definitions is deleted",
      source: galleryErrors,
      notKept: "the engine deletes a stack's definitions before their gallery",
    },
  ],
};

export const galleryRefusals: KnownRefusals = {
  type: "azure-native:compute:Gallery",
  refusals: [
    {
      code: "BadRequest",
      sense: "a gallery's name has a hyphen",
      source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/2081",
      keptBy: "R99",
    },
    {
      code: "MissingIdentityIds",
      sense: "user-assigned identities are asked for, and none is named",
      source: "https://github.com/Azure/bicep/issues/6541",
      keptBy: "R404",
    },
  ],
};

export const imageTemplateRefusals: KnownRefusals = {
  type: "azure-native:virtualmachineimages:VirtualMachineImageTemplate",
  refusals: [
    { code: "Conflict", sense: "a template changes", source: builderErrors, keptBy: "B-template-stays" },
    {
      code: undefined,
      sense: "source and definition are of two generations",
      source: "https://github.com/MicrosoftDocs/azure-compute-docs/pull/189",
      keptBy: "B-generation",
    },
    {
      code: "Unauthorized",
      sense: "the identity may not write into the gallery",
      source: builderErrors,
      notKept: "the region asks nobody's permissions",
    },
  ],
};
