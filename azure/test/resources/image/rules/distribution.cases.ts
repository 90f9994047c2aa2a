import type { Properties } from "../../../../properties/value";
import type { RuleCases } from "../../../rules/cases";
import { add, edits, nothing, remove, set } from "../../../rules/edits";
import { regionResource } from "../../../rules/fake-region";
import { galleryImage, galleryImageId } from "../../../rules/valid/image";

const target = "distribute[0]";
const definition = (properties: Properties) =>
  regionResource("azure-native:compute:GalleryImage", galleryImageId, { ...galleryImage(), ...properties });
const demanding = (value: string) => definition({ features: [{ name: "SecurityType", value }] });
const vhd = (runOutputName: string) => ({ type: "VHD", runOutputName });

/** The rules on where Image Builder puts an image. */
export const distributionCases: readonly RuleCases[] = [
  {
    rule: "B-run-output",
    refused: [
      { name: "a name of 65 characters", change: set(`${target}.runOutputName`, "a".repeat(65)), at: `${target}.runOutputName` },
      { name: "one name twice", change: add("distribute", vhd("Web-Tier")), at: "distribute[1].runOutputName" },
    ],
    accepted: [{ name: "two names", change: add("distribute", vhd("disk")) }],
  },
  {
    rule: "B-version",
    refused: [
      { name: "two numbers", change: set(`${target}.galleryImageId`, `${galleryImageId}/versions/1.0`), at: `${target}.galleryImageId` },
      { name: "latest", change: set(`${target}.galleryImageId`, `${galleryImageId}/versions/latest`), at: `${target}.galleryImageId` },
    ],
    accepted: [{ name: "no version, which Image Builder then chooses", change: set(`${target}.galleryImageId`, galleryImageId) }],
  },
  {
    rule: "B-regions",
    refused: [
      {
        name: "regions in both lists",
        change: set(`${target}.replicationRegions`, ["westeurope"]),
        at: `${target}.replicationRegions`,
      },
    ],
    accepted: [
      {
        name: "regions in the older list",
        change: edits(remove(`${target}.targetRegions`), set(`${target}.replicationRegions`, ["westeurope"])),
      },
    ],
  },
  {
    rule: "B-home-region",
    refused: [
      { name: "another region alone", change: set(`${target}.targetRegions[0].name`, "uksouth"), at: `${target}.targetRegions` },
      {
        name: "another region alone in the older list",
        change: edits(remove(`${target}.targetRegions`), set(`${target}.replicationRegions`, ["uksouth"])),
        at: `${target}.replicationRegions`,
      },
    ],
    accepted: [
      { name: "a further region", change: add(`${target}.targetRegions`, { name: "uksouth" }) },
      { name: "the region in its long form", change: set(`${target}.targetRegions[0].name`, "West Europe") },
      { name: "no region, which is that of the definition", change: remove(`${target}.targetRegions`) },
    ],
  },
  {
    rule: "B-security-type",
    refused: [
      {
        name: "a definition for trusted launch alone",
        change: nothing,
        others: [demanding("TrustedLaunch")],
        at: `${target}.galleryImageId`,
      },
      {
        name: "a definition for confidential machines",
        change: nothing,
        others: [demanding("ConfidentialVM")],
        at: `${target}.galleryImageId`,
      },
    ],
    accepted: [{ name: "a definition without a security type", change: nothing, others: [definition({ features: [] })] }],
  },
  {
    rule: "B-generation",
    refused: [
      {
        name: "a definition of the first generation",
        change: nothing,
        others: [definition({ hyperVGeneration: "V1", features: [] })],
        at: `${target}.galleryImageId`,
      },
    ],
    accepted: [
      {
        name: "a source of the first generation too",
        change: set("source.sku", "12"),
        others: [definition({ hyperVGeneration: "V1", features: [] })],
      },
    ],
  },
];
