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

/** The generation of virtual machines that an image is for: from BIOS, or from UEFI. */
export type Generation = "generation 1" | "generation 2";

/**
 * How publishers tell generation 2 from generation 1, by publisher and offer in lower case: an SKU that fits is of the former, and any other
 * of the latter (https://documentation.ubuntu.com/azure/en/latest/azure-how-to/instances/find-ubuntu-images/,
 * https://wiki.debian.org/Cloud/MicrosoftAzure, https://learn.microsoft.com/azure/virtual-machines/generation-2).
 */
const secondGeneration: readonly [publisher: string, offer: RegExp, sku: RegExp][] = [
  ["canonical", /^(ubuntuserver|0001-com-ubuntu-(server|minimal)-(focal|jammy))$/, /gen2|arm64|cvm/],
  ["canonical", /^ubuntu-2\d_04-lts$/, /^(?!.*gen1)/],
  ["debian", /^debian-\d+$/, /gen2|arm64/],
  ["microsoftwindowsserver", /^windowsserver$/, /-g2$|gensecond|azure-edition|gen2|2025-datacenter-(?!.*gs?1)/],
];

/** The generation of a marketplace image; undefined where neither its offer nor the name of its SKU says. */
export function generationOfImage(publisher: string, offer: string, sku: string): Generation | undefined {
  const [, , second] = secondGeneration.find(([by, pattern]) => by === publisher.toLowerCase() && pattern.test(offer.toLowerCase())) ?? [];
  if (second !== undefined) {
    return second.test(sku.toLowerCase()) ? "generation 2" : "generation 1";
  }
  if (/gen-?2|gensecond|-g2\b/i.test(sku)) {
    return "generation 2";
  }
  return /gen-?1/i.test(sku) ? "generation 1" : undefined;
}

/** True for publishers of whom every image for Arm64 processors says so in its SKU, so that any other is for x64. */
export function namesArmImages(publisher: string): boolean {
  return ["canonical", "debian", "microsoftwindowsserver"].includes(publisher.toLowerCase());
}

/** True where the SKU of an image says that it is for Arm64 processors, as publishers name them. */
export function isArmImage(sku: string): boolean {
  return /arm64/i.test(sku);
}
