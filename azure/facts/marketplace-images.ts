/** What is known of the images of a publisher in the marketplace. */
export interface MarketplaceImage {
  readonly system: "Linux" | "Windows";
  /** The size of the image's disk, where all images of the kind have the same. */
  readonly diskGiB?: number;
}

const linux: MarketplaceImage = { system: "Linux" };
const linuxOf30: MarketplaceImage = { system: "Linux", diskGiB: 30 };
const windows: MarketplaceImage = { system: "Windows", diskGiB: 127 };

/**
 * By publisher, in lower case: the publishers of https://learn.microsoft.com/azure/virtual-machines/linux/endorsed-distros, and Microsoft's
 * own. The sizes of the disks are from https://learn.microsoft.com/azure/virtual-machines/ephemeral-os-disks.
 */
const publishers: Readonly<Record<string, MarketplaceImage>> = {
  canonical: linuxOf30,
  debian: linuxOf30,
  redhat: linux,
  suse: linux,
  oracle: linux,
  almalinux: linux,
  resf: linux,
  kinvolk: linux,
  openlogic: linux,
  microsoftcblmariner: linux,
  microsoftwindowsserver: windows,
  microsoftwindowsdesktop: windows,
};

/** What is known of a marketplace image; undefined for a publisher of whom nothing is. */
export function marketplaceImage(publisher: string, sku: string): MarketplaceImage | undefined {
  const name = publisher.toLowerCase();
  const image = Object.hasOwn(publishers, name) ? publishers[name] : undefined;
  return image?.system === "Windows" && /smalldisk/i.test(sku) ? { system: "Windows", diskGiB: 30 } : image;
}

/** True where the SKU of an image says that it is for Arm64 processors, as publishers name them. */
export function isArmImage(sku: string): boolean {
  return /arm64/i.test(sku);
}
