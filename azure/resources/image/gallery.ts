import { resourceStandsInARegion } from "../../rules/locations";
import { identitiesAreNamed } from "../../rules/identities";
import { namesAnswered } from "../../rules/names";
import { tagRules } from "../../rules/tags";
import type { ResourceType } from "../resource-type";
import { galleryNames } from "./rules/names";

/** Microsoft.Compute's answer to a gallery's ill-formed name. */
const answer = {
  code: "BadRequest",
  grade: "observed",
  source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/2081",
} as const;

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
  rules: [namesAnswered(answer, galleryNames, ["galleryName"]), identitiesAreNamed, resourceStandsInARegion, ...tagRules],
  changes: [],
};
