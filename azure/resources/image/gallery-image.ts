import { resourceStandsInARegion } from "../../rules/locations";
import { tagRules } from "../../rules/tags";
import type { ResourceType } from "../resource-type";
import { galleryImageChanges, galleryImageRules } from "./rules/gallery-image";

/** What Azure's documents call an image definition. */
export const galleryImage: ResourceType = {
  token: "azure-native:compute:GalleryImage",
  armType: "Microsoft.Compute/galleries/images",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Compute/galleries/{galleryName}/images/{galleryImageName}",
  nameProperty: "galleryImageName",
  autonaming: "copied",
  located: true,
  standsElsewhereToo: true,
  replacedBy: [],
  parts: [],
  references: [],
  keptBy: [],
  rules: [...galleryImageRules, resourceStandsInARegion, ...tagRules],
  changes: galleryImageChanges,
};
