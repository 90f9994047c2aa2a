import * as fc from "fast-check";
import { add, edits, remove, set } from "../../../../azure/test/rules/edits";
import { subnetId } from "../../../../azure/test/rules/valid/virtual-network";
import { galleryImageId } from "../../../../azure/test/rules/valid/image";
import { textOf } from "../texts";
import { alternatives, varied, Widening } from "../variation";

const alphanumeric = "abzABZ019";
const target = "distribute[0]";

export const gallery: Widening = {
  aspects: [
    varied(
      "galleryName",
      textOf(alphanumeric, `${alphanumeric}_.`, alphanumeric, 1, 80).map((name) => set("galleryName", name)),
    ),
  ],
  ruled: ["identity"],
};

/** Wider than the example of an image definition: other names, machines and generations. */
export const galleryImage: Widening = {
  aspects: [
    varied(
      "galleryImageName",
      textOf(alphanumeric, `${alphanumeric}_.-`, alphanumeric, 1, 80).map((name) => set("galleryImageName", name)),
    ),
    varied(
      "publisher",
      textOf(`${alphanumeric}_.`, `${alphanumeric}_.-`, `${alphanumeric}_-`, 2, 128).map((name) => set("identifier.publisher", name)),
    ),
    varied(
      "recommended",
      fc
        .tuple(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 0, max: 64 }))
        .map(([least, more]) => set("recommended", { vCPUs: { min: least, max: least + more }, memory: { min: least } })),
    ),
    alternatives("generation", {
      "the first": edits(set("hyperVGeneration", "V1"), remove("features")),
      "the second without a security type": remove("features"),
      "for Arm64": edits(set("architecture", "Arm64"), remove("features")),
      "for 64-bit PCs, in words": set("architecture", "x64"),
    }),
  ],
  ruled: ["recommended", "features", "architecture"],
};

/** Wider than the example of an image template: other machines, steps and places. */
export const imageTemplate: Widening = {
  aspects: [
    varied(
      "imageTemplateName",
      textOf(`${alphanumeric}_.-`, `${alphanumeric}_.-`, `${alphanumeric}_.-`, 1, 64).map((name) => set("imageTemplateName", name)),
    ),
    varied(
      "buildTimeoutInMinutes",
      fc.integer({ min: 6, max: 960 }).map((minutes) => set("buildTimeoutInMinutes", minutes)),
    ),
    alternatives("machine", {
      "of another size": set("vmProfile.vmSize", "Standard_D2s_v5"),
      "in a network": set("vmProfile.vnetConfig", { subnetId, proxyVmSize: "Standard_A1_v2" }),
    }),
    alternatives("steps", {
      none: remove("customize"),
      "by address": set("customize", [{ type: "Shell", scriptUri: "https://example.com/provision" }]),
    }),
    alternatives("version", {
      "left to Image Builder": set(`${target}.galleryImageId`, galleryImageId),
      another: fc
        .tuple(fc.nat(), fc.nat(), fc.nat())
        .map((numbers) => set(`${target}.galleryImageId`, `${galleryImageId}/versions/${numbers.join(".")}`)),
    }),
    alternatives("regions", {
      more: add(`${target}.targetRegions`, { name: "uksouth", replicaCount: 2 }),
      "that of the definition": remove(`${target}.targetRegions`),
    }),
  ],
  ruled: ["vmProfile", "replicationRegions", "targetRegions"],
};
