import type { TypeCases } from "../../../rules/cases";
import { set } from "../../../rules/edits";
import { gallery, galleryId } from "../../../rules/valid/image";
import { locationCases } from "../../../rules/locations.cases";
import { identityCases } from "../../../rules/identities.cases";
import { tagCases } from "../../../rules/tags.cases";
import { gallery as galleryType } from "../../../../resources/image/gallery";

/** The rules of a gallery. */
export const galleryCases: TypeCases = {
  type: galleryType,
  valid: gallery,
  rules: [
    {
      rule: "R99",
      refused: [
        { name: "a name with a hyphen", change: set("galleryName", "web-tier"), at: "galleryName" },
        { name: "a name that ends with an underscore", change: set("galleryName", "images_"), at: "galleryName" },
        { name: "a name of 81 characters", change: set("galleryName", "a".repeat(81)), at: "galleryName" },
      ],
      accepted: [
        { name: "a name of 80 characters", change: set("galleryName", "a".repeat(80)) },
        { name: "underscores and periods inside", change: set("galleryName", "web_tier.images") },
      ],
    },
    locationCases,
    ...identityCases("SystemAssigned, UserAssigned"),
    ...tagCases,
  ],
  changes: [],
  surroundings: { self: galleryId },
};
