import { isGalleryImage, isGalleryImageVersion, isManagedImage } from "../../../azure/facts/image-ids";
import { availabilityZones } from "../../../azure/facts/regions";
import { hasArmProcessor, seriesOf } from "../../../azure/facts/size-series";
import type { Values } from "../declarations";
import type { Problems } from "../problems";

/** A tested image is one and the same for all instances, so a gallery image needs its version. */
export function checkImage({ imageId }: Values, problems: Problems): void {
  if (imageId !== "" && !isManagedImage(imageId) && !isGalleryImageVersion(imageId)) {
    problems.add(
      "imageId",
      imageId,
      "the id of a managed image (…/providers/Microsoft.Compute/images/…) or of a version of a gallery image (…/galleries/…/images/…/versions/1.2.3)",
      isGalleryImage(imageId)
        ? "add /versions/ and the version that was tested"
        : "copy the id: az image show --query id, or az sig image-version show --query id",
    );
  }
}

/** The zones' order means nothing, so it is not a fault, and is not a change later. */
export function checkZones({ zones }: Values, problems: Problems): void {
  const known = zones.every((zone) => availabilityZones.includes(zone));
  if (!known || zones.length === 0 || new Set(zones).size < zones.length) {
    problems.add("zones", zones, '"1", "2" and "3", at least one and each once', "leave it out for all three");
  }
}

/** The size's name, and whether it has a future. Which sizes a region has, only Azure can say. */
export function checkSize({ vmSize, imageId }: Values, problems: Problems, warnings: string[]): void {
  if (!/^Standard_[A-Z][A-Za-z0-9_-]*$/.test(vmSize)) {
    const fix = "copy the name: az vm list-sizes --location <location> --query [].name";
    problems.add("vmSize", vmSize, "the name of a size, such as Standard_B2ats_v2", fix);
    return;
  }
  const series = seriesOf(vmSize);
  const replacement = series?.replacement === undefined ? "a size of another series" : `one of ${series.replacement}`;
  if (series?.isRetired) {
    problems.add("vmSize", vmSize, "a size that Azure still has; it has retired this one", `choose ${replacement}`);
    return;
  }
  if (imageId === "" && series?.boots === "generation 1") {
    problems.add(
      "vmSize",
      vmSize,
      "a size that boots images of the second generation, of which the marketplace image is one",
      "choose a newer size, or give an imageId of the first generation",
    );
  }
  if (imageId === "" && hasArmProcessor(vmSize)) {
    problems.add(
      "vmSize",
      vmSize,
      "a size with an x64 processor, which the marketplace image is for",
      "choose such a size, or give an imageId for Arm64",
    );
  }
  if (series?.retires !== undefined) {
    warnings.push(
      `vmSize ${vmSize}: Azure retires the series ${series.name} on ${series.retires}, and may already refuse it to new subscriptions. Choose ${replacement}.`,
    );
  }
}
