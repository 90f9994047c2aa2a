import { ArmError } from "../../../../azure/arm/error";
import { type MarketplaceUrn, marketplaceSystem } from "../../../../azure/facts/marketplace-systems";

/** The name and the version in the id of a gallery image version; a managed image has no version of its own. */
const galleryVersion = /\/galleries\/[^/]+\/images\/([^/]+)\/versions\/([^/]+)$/i;
const managedImage = /\/providers\/Microsoft\.Compute\/images\/([^/]+)$/i;

/** Reads `publisher:offer:sku:version`; undefined for the id of an image. */
export function readMarketplaceUrn(image: string): MarketplaceUrn | undefined {
  const [, publisher, offer, sku, version] = /^([^/:]+):([^/:]+):([^/:]+):([^/:]+)$/.exec(image) ?? [];
  return publisher === undefined ? undefined : { publisher, offer, sku, version };
}

/**
 * The image that Podman has for an image id: version 1.0.0 of the gallery image `web-tier` is `localhost/web-tier:1.0.0`, and the
 * managed image `web-tier` is its `latest`. For a marketplace image it is `localhost/marketplace/PUBLISHER/OFFER/SKU:VERSION`.
 *
 * @throws ArmError NotFound (rule R53) for an image in another form, of which this computer has none.
 */
export function podmanImage(image: string): string {
  const [, name, version] = galleryVersion.exec(image) ?? [];
  if (name !== undefined) {
    return `localhost/${name.toLowerCase()}:${version}`;
  }
  const [, managed] = managedImage.exec(image) ?? [];
  if (managed !== undefined) {
    return `localhost/${managed.toLowerCase()}:latest`;
  }
  const marketplace = readMarketplaceUrn(image);
  if (marketplace !== undefined) {
    const { publisher, offer, sku, version: published } = marketplace;
    return `localhost/marketplace/${publisher}/${offer}/${sku}:${published}`.toLowerCase();
  }
  throw imageNotFound(image);
}

/**
 * Rule R53 for the images of this computer.
 * @param because Why a marketplace image could not be made.
 */
export function imageNotFound(image: string, because?: string): ArmError {
  return new ArmError(
    "NotFound",
    `virtualMachineProfile.storageProfile.imageReference: The Image ${image} cannot be found: ${reason(image, because)} ` +
      "(https://learn.microsoft.com/azure/virtual-machines/error-messages).",
  );
}

function reason(image: string, because: string | undefined): string {
  const marketplace = readMarketplaceUrn(image);
  if (marketplace === undefined) {
    return (
      'the local region has the images that "make image" builds. Set imageId to one, such as a gallery image version ' +
      '.../galleries/local/images/web-tier/versions/VERSION; "podman images" lists what there is'
    );
  }
  const what =
    marketplaceSystem(marketplace) === undefined
      ? "of the marketplace the local region has Debian 12 and 13 and Ubuntu 20.04, 22.04 and 24.04, and no other system takes the place of one that it lacks"
      : (because ?? "it could not be made");
  return (
    `${what}. fix: choose one that there is, or bring an image of your own, with systemd, cloud-init, nftables and an SSH server: ` +
    `podman tag YOUR-IMAGE ${podmanImage(image)}`
  );
}
