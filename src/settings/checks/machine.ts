import type { Values } from "../declarations";
import type { Problems } from "../problems";

const managedImage = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Compute\/images\/[^/]+$/i;
const galleryImage = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Compute\/galleries\/[^/]+\/images\/[^/]+/i;
const galleryImageVersion = new RegExp(`${galleryImage.source}/versions/\\d+\\.\\d+\\.\\d+$`, "i");

export function isManagedImage(imageId: string): boolean {
  return managedImage.test(imageId);
}

/** A tested image is one and the same for all instances, so a gallery image needs its version. */
export function checkImage({ imageId }: Values, problems: Problems): void {
  if (imageId !== "" && !isManagedImage(imageId) && !galleryImageVersion.test(imageId)) {
    problems.add(
      "imageId",
      imageId,
      "the id of a managed image (…/providers/Microsoft.Compute/images/…) or of a version of a gallery image (…/galleries/…/images/…/versions/1.2.3)",
      galleryImage.test(imageId)
        ? "add /versions/ and the version that was tested"
        : "copy the id: az image show --query id, or az sig image-version show --query id",
    );
  }
}

/** The zones' order means nothing, so it is not a fault, and is not a change later. */
export function checkZones({ zones }: Values, problems: Problems): void {
  const known = zones.every((zone) => ["1", "2", "3"].includes(zone));
  if (!known || zones.length === 0 || new Set(zones).size < zones.length) {
    problems.add("zones", zones, '"1", "2" and "3", at least one and each once', "leave it out for all three");
  }
}

interface Retirement {
  /** Azure's name of the series. */
  readonly series: string;
  readonly sizes: RegExp;
  readonly date: string;
  readonly replacement: string;
}

/**
 * Sizes that Azure will stop (learn.microsoft.com/azure/virtual-machines/sizes/retirement/retired-sizes-list). New subscriptions may
 * already not get them.
 */
const retirements: readonly Retirement[] = [
  { series: "B (version 1)", sizes: /^B\d+l?m?s$/i, date: "2028-11-15", replacement: "Standard_B2ats_v2 or another of Bsv2 and Basv2" },
  { series: "Av2", sizes: /^A\d+m?_v2$/i, date: "2028-11-15", replacement: "one of Dasv5 or Bsv2" },
  { series: "D and Ds", sizes: /^DS?\d+(-\d+)?$/i, date: "2028-05-01", replacement: "one of Dsv5 or Dasv5" },
  { series: "Dv2 and Dsv2", sizes: /^DS?\d+(-\d+)?i?_v2(_Promo)?$/i, date: "2028-05-01", replacement: "one of Dsv5 or Dasv5" },
  { series: "F, Fs and Fsv2", sizes: /^F\d+(s|s_v2)?$/i, date: "2028-11-15", replacement: "one of Fasv6 or Dsv5" },
  { series: "G and Gs", sizes: /^GS?\d+(-\d+)?$/i, date: "2028-11-15", replacement: "one of Esv5" },
  { series: "Ls", sizes: /^L\d+s$/i, date: "2028-05-01", replacement: "one of Lsv3" },
  { series: "Lsv2", sizes: /^L\d+s_v2$/i, date: "2028-11-15", replacement: "one of Lsv3" },
  { series: "M192 of Msv2 and Mdsv2", sizes: /^M192id?m?s_v2$/i, date: "2027-03-31", replacement: "one of Msv3 or Mdsv3" },
];

/** Sizes of which Azure creates no instances any more: NCv3, NVv3 and NVv4; from the same list. */
const retired = /^(NC\d+r?s_v3|NV\d+(s_v3|as_v4))$/i;

/** Sizes that boot no image of the second generation (learn.microsoft.com/azure/virtual-machines/generation-2). */
const firstGeneration = /^A\d+m?_v2$/i;

/** The size's name, and whether it has a future. Which sizes a region has, only Azure can say. */
export function checkSize({ vmSize, imageId }: Values, problems: Problems, warnings: string[]): void {
  const name = /^Standard_([A-Z][A-Za-z0-9_-]*)$/.exec(vmSize)?.[1];
  if (name === undefined) {
    const mend = "copy the name: az vm list-sizes --location <location> --query [].name";
    problems.add("vmSize", vmSize, "the name of a size, such as Standard_B2ats_v2", mend);
    return;
  }
  if (retired.test(name)) {
    problems.add("vmSize", vmSize, "a size that Azure still has; it has retired this one", "choose a size of another series");
    return;
  }
  if (imageId === "" && firstGeneration.test(name)) {
    problems.add(
      "vmSize",
      vmSize,
      "a size that boots images of the second generation, of which the marketplace image is one",
      "choose a newer size, or give an imageId of the first generation",
    );
  }
  if (imageId === "" && hasArmProcessor(name)) {
    problems.add(
      "vmSize",
      vmSize,
      "a size with an x64 processor, which the marketplace image is for",
      "choose such a size, or give an imageId for Arm64",
    );
  }
  const retirement = retirements.find(({ sizes }) => sizes.test(name));
  if (retirement) {
    const { series, date, replacement } = retirement;
    warnings.push(
      `vmSize ${vmSize}: Azure retires the series ${series} on ${date}, and may already refuse it to new subscriptions. Choose ${replacement}.`,
    );
  }
}

/** The letter p among those after the number of processors says Arm64 (learn.microsoft.com/azure/virtual-machines/vm-naming-conventions). */
function hasArmProcessor(name: string): boolean {
  return /^[A-Z]+\d+(-\d+)?[a-z]*p[a-z]*(_|$)/.test(name);
}
