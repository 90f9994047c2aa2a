import { ArmError } from "../../../../azure/arm/error";

/** The name and the version in the id of a gallery image version; a managed image has no version of its own. */
const galleryVersion = /\/galleries\/[^/]+\/images\/([^/]+)\/versions\/([^/]+)$/i;
const managedImage = /\/providers\/Microsoft\.Compute\/images\/([^/]+)$/i;

/**
 * The image that Podman has for an image id: version 1.0.0 of the gallery image `web-tier` is `localhost/web-tier:1.0.0`, and the
 * managed image `web-tier` is its `latest`.
 *
 * @throws ArmError NotFound (rule R53) for a marketplace image, of which this computer has none.
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
  throw imageNotFound(image);
}

/** Rule R53 for the images of this computer. */
export function imageNotFound(image: string): ArmError {
  return new ArmError(
    "NotFound",
    `virtualMachineProfile.storageProfile.imageReference: The Image ${image} cannot be found: the local region has the images that ` +
      `"make image" builds. Set imageId to one, such as a gallery image version .../galleries/local/images/web-tier/versions/1.0.0; ` +
      `"podman images" lists what there is (https://learn.microsoft.com/azure/virtual-machines/error-messages).`,
  );
}
