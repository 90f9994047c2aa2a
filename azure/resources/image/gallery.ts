import { namesFit } from "../../rules/names";
import type { ResourceType } from "../resource-type";
import { galleryNames } from "./rules/names";

export const gallery: ResourceType = {
  token: "azure-native:compute:Gallery",
  armType: "Microsoft.Compute/galleries",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Compute/galleries/{galleryName}",
  nameProperty: "galleryName",
  autonaming: "random",
  located: true,
  standsElsewhereToo: true,
  replacedBy: [],
  parts: [],
  references: [],
  keptBy: [],
  rules: [namesFit(galleryNames, "galleryName")],
  changes: [],
};
