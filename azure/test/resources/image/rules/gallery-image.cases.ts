import type { TypeCases } from "../../../rules/cases";
import { add, edits, nothing, remove, set } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import { galleryId, galleryImage, galleryImageId } from "../../../rules/valid/image";
import { locationCases } from "../../../rules/locations.cases";
import { tagCases } from "../../../rules/tags.cases";
import { galleryImage as galleryImageType } from "../../../../resources/image/gallery-image";

const other = (gallery: string, sku = "debian") =>
  regionResource("azure-native:compute:GalleryImage", `${gallery}/images/other`, {
    ...galleryImage(),
    galleryImageName: "other",
    identifier: { publisher: "web", offer: "web-tier", sku },
  });

/** The rules of an image definition. */
export const galleryImageCases: TypeCases = {
  type: galleryImageType,
  valid: galleryImage,
  rules: [
    {
      rule: "R99",
      refused: [
        { name: "a name of 81 characters", change: set("galleryImageName", "a".repeat(81)), at: "galleryImageName" },
        { name: "a name that begins with a hyphen", change: set("galleryImageName", "-web"), at: "galleryImageName" },
      ],
      accepted: [{ name: "hyphens inside", change: set("galleryImageName", "web-tier.2") }],
    },
    {
      rule: "G-identifier",
      refused: [
        { name: "a publisher of 129 characters", change: set("identifier.publisher", "a".repeat(129)), at: "identifier.publisher" },
        { name: "an offer of 65 characters", change: set("identifier.offer", "a".repeat(65)), at: "identifier.offer" },
        { name: "a SKU that ends with a period", change: set("identifier.sku", "debian."), at: "identifier.sku" },
        { name: "an empty SKU", change: set("identifier.sku", ""), at: "identifier.sku" },
        { name: "a space", change: set("identifier.offer", "web tier"), at: "identifier.offer" },
      ],
      accepted: [
        { name: "a publisher of 128 characters", change: set("identifier.publisher", "a".repeat(128)) },
        { name: "a SKU of 64 characters", change: set("identifier.sku", "a".repeat(64)) },
      ],
    },
    {
      rule: "G-identifier-unique",
      refused: [{ name: "the identifier of another definition", change: nothing, others: [other(galleryId)], at: "identifier" }],
      accepted: [
        { name: "another SKU", change: nothing, others: [other(galleryId, "ubuntu")] },
        { name: "another gallery", change: nothing, others: [other(armId("Microsoft.Compute/galleries", "others"))] },
      ],
    },
    {
      rule: "G-recommended",
      refused: [
        {
          name: "more vCPUs at least than at most",
          change: set("recommended", { vCPUs: { min: 3, max: 2 } }),
          at: "recommended.vCPUs.min",
        },
        {
          name: "more memory at least than at most",
          change: set("recommended", { memory: { min: 9, max: 8 } }),
          at: "recommended.memory.min",
        },
      ],
      accepted: [{ name: "as much at least as at most", change: set("recommended", { vCPUs: { min: 2, max: 2 }, memory: { min: 1 } }) }],
    },
    {
      rule: "G-security-generation",
      refused: [
        { name: "trusted launch with the first generation", change: set("hyperVGeneration", "V1"), at: "hyperVGeneration" },
        { name: "trusted launch with no generation", change: remove("hyperVGeneration"), at: "hyperVGeneration" },
      ],
      accepted: [
        { name: "the first generation without a security type", change: edits(set("hyperVGeneration", "V1"), remove("features")) },
        {
          name: "the first generation with the standard one",
          change: edits(set("hyperVGeneration", "V1"), set("features[0].value", "Standard")),
        },
      ],
    },
    {
      rule: "R337",
      refused: [
        {
          name: "the first generation",
          change: edits(remove("features"), set("architecture", "Arm64"), set("hyperVGeneration", "V1")),
          at: "hyperVGeneration",
        },
      ],
      accepted: [{ name: "the second generation", change: set("architecture", "Arm64") }],
    },
    {
      rule: "R338",
      refused: [
        {
          name: "a feature twice",
          change: add("features", { name: "securitytype", value: "TrustedLaunchSupported" }),
          at: "features[1].name",
        },
        { name: "a security type that there is not", change: set("features[0].value", "Trusted"), at: "features[0].value" },
      ],
      accepted: [{ name: "another feature", change: add("features", { name: "IsHibernateSupported", value: "True" }) }],
    },
    locationCases,
    ...tagCases,
  ],
  changes: [
    {
      rule: "G-fixed",
      refused: [
        { name: "another system", change: set("osType", "Windows"), at: "osType" },
        { name: "another state", change: set("osState", "Specialized"), at: "osState" },
        { name: "another generation", change: set("hyperVGeneration", "V1"), at: "hyperVGeneration" },
        { name: "another SKU", change: set("identifier.sku", "ubuntu"), at: "identifier.sku" },
      ],
      accepted: [
        { name: "another description", change: set("description", "The web tier's image.") },
        { name: "the same system, written otherwise", change: set("osType", "linux") },
      ],
    },
  ],
  surroundings: { self: galleryImageId },
};
