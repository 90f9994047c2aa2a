import { hasNoPlan, needsPlan, skusOfOffer } from "../../../facts/marketplace-offers";
import type { View } from "../../../properties/view";
import { doesNotFit, is } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { imageId, isKnown } from "./model";
import { errorMessages } from "./sources";

const image = "virtualMachineProfile.storageProfile.imageReference";

/** What the publishers of the marketplace offer, and on which terms; and the addresses of images that others share. */
export const marketplaceRules: Rule[] = [
  {
    id: "R300",
    title: "A marketplace image is one that its publisher offers",
    code: "PlatformImageNotFound",
    grade: "observed",
    source: "https://github.com/clong/DetectionLab/issues/729",
    severity: "error",
    allowed: "an SKU of the offer",
    *check(scaleSet) {
      const [publisher, offer] = ["publisher", "offer"].map((name) => scaleSet.text(`${image}.${name}`));
      const sku = scaleSet.at(`${image}.sku`);
      const skus = publisher === undefined || offer === undefined ? undefined : skusOfOffer(publisher, offer);
      if (skus !== undefined && doesNotFit(sku, (text) => skus.fits.test(text))) {
        yield { at: sku, allowed: `an SKU of ${offer}, such as ${skus.example}`, because: `${publisher} offers no such image` };
      }
      const version = scaleSet.at(`${image}.version`);
      if (version.text() !== undefined && !is(version, "latest") && !/^\d+(\.\d+)+$/.test(version.text() ?? "")) {
        yield { at: version, allowed: "latest, or the number of a version such as 22.04.202601010" };
      }
    },
  },
  {
    id: "R301",
    title: "An image that is sold comes with its plan",
    code: "VMMarketplaceInvalidInput",
    grade: "documented",
    source: errorMessages,
    severity: "error",
    allowed: "{ name, product, publisher }, which are the sku, offer and publisher of the image",
    because: "images of this publisher have terms that a plan agrees to",
    *check(scaleSet) {
      const plan = scaleSet.at("plan");
      if (plan.absent && needsPlan(scaleSet.text(`${image}.publisher`) ?? "")) {
        yield plan;
      }
    },
  },
  {
    id: "R301-none",
    title: "An image that is not sold has no plan",
    code: "VMMarketplaceInvalidInput",
    grade: "documented",
    source: errorMessages,
    severity: "error",
    allowed: "nothing",
    because: "images of this publisher are without terms of its own",
    *check(scaleSet) {
      const [publisher, offer] = ["publisher", "offer"].map((name) => scaleSet.text(`${image}.${name}`) ?? "");
      if (isKnown(scaleSet.at("plan")) && imageId(scaleSet).absent && hasNoPlan(publisher, offer)) {
        yield scaleSet.at("plan");
      }
    },
  },
  {
    id: "R302",
    title: "An image that another tenant or a community shares is named by an address of its own kind",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/Azure/bicep-registry-modules/issues/6560",
    severity: "error",
    allowed: "/SharedGalleries/<unique name>/Images/<definition>, alone or with /Versions/<version>",
    because: "the id of a resource belongs into id",
    *check(scaleSet) {
      const kinds = { sharedGalleryImageId: "SharedGalleries", communityGalleryImageId: "CommunityGalleries" };
      for (const [name, collection] of Object.entries(kinds)) {
        const address: View = scaleSet.at(`${image}.${name}`);
        const pattern = new RegExp(`^/${collection}/[^/]+/Images/[^/]+(/Versions/[^/]+)?$`, "i");
        if (doesNotFit(address, (text) => pattern.test(text))) {
          yield { at: address, allowed: `/${collection}/<unique name>/Images/<definition>, alone or with /Versions/<version>` };
        }
      }
    },
  },
];
