const compute = "^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\\.Compute";
const managedImage = new RegExp(`${compute}/images/[^/]+$`, "i");
const galleryImage = new RegExp(`${compute}/galleries/[^/]+/images/[^/]+`, "i");
const galleryImageVersion = new RegExp(`${galleryImage.source}/versions/\\d+\\.\\d+\\.\\d+$`, "i");

/** True for the id of a managed image, the kind that came before those of a compute gallery. */
export function isManagedImage(id: string): boolean {
  return managedImage.test(id);
}

/** True for the id of an image in a compute gallery, which stands for its newest version, and for those of its versions. */
export function isGalleryImage(id: string): boolean {
  return galleryImage.test(id);
}

/** True for the id of one version of an image in a compute gallery. */
export function isGalleryImageVersion(id: string): boolean {
  return galleryImageVersion.test(id);
}
