import type { KnownRefusal } from "../known-refusal";

const github = "https://github.com";
const docs = `${github}/MicrosoftDocs/azure-docs/issues`;
const azurerm = `${github}/hashicorp/terraform-provider-azurerm`;
/** Microsoft's list of what Azure answers to machines, with each code. */
const list = `${github}/MicrosoftDocs/azure-docs/blob/5b7dda113b9429e0e027d4526007d28d011ffdeb/includes/virtual-machines-common-error-messages.md`;

/** What does not go together between instances and the image that they are made from. */
export const scaleSetImages: readonly KnownRefusal[] = [
  {
    code: "PlatformImageNotFound",
    sense: "the marketplace image is not available",
    source: `${github}/clong/DetectionLab/issues/729`,
    keptBy: "R300",
  },
  { code: "VMMarketplaceInvalidInput", sense: "the image needs plan information", source: list, keptBy: "R301" },
  { code: "VMMarketplaceInvalidInput", sense: "the image does not need plan information", source: list, keptBy: "R301-none" },
  { code: "VMMarketplaceInvalidInput", sense: "the purchase information does not match the image", source: list, keptBy: "R54" },
  {
    code: "BadRequest",
    sense: "sharedGalleryImageId is the id of a resource",
    source: `${github}/Azure/bicep-registry-modules/issues/6560`,
    keptBy: "R302",
  },
  {
    code: "BadRequest",
    sense: "the definition of the image allows machines with trusted launch alone",
    source: `${azurerm}/issues/23148`,
    keptBy: "R297",
  },
  { code: "BadRequest", sense: "trusted launch is not for the image", source: `${github}/Azure/azure-cli/issues/27975`, keptBy: "R48" },
  { code: "BadRequest", sense: "trusted launch is not for the size", source: `${github}/Azure/azure-cli/issues/28005`, keptBy: "R293" },
  {
    code: "InvalidParameter",
    sense: "a specialized image comes with an osProfile",
    source: `${docs}/67050`,
    keptBy: "R203",
  },
];
