/** A Linux distribution and its release, as its publisher offers it in Azure's marketplace. */
export interface MarketplaceSystem {
  readonly distribution: "debian" | "ubuntu";
  /** Such as `13` or `24.04`. */
  readonly release: string;
}

/** A marketplace image by what Azure calls its URN. */
export interface MarketplaceUrn {
  readonly publisher: string;
  readonly offer: string;
  readonly sku: string;
  /** A version of the publisher's, or `latest`. */
  readonly version: string;
}

interface Offer {
  readonly publisher: string;
  readonly offer: string;
  readonly skus: readonly string[];
  readonly system: MarketplaceSystem;
}

const debian = (release: string): Offer => ({
  publisher: "debian",
  offer: `debian-${release}`,
  skus: [release, `${release}-gen2`],
  system: { distribution: "debian", release },
});

const ubuntu = (release: string, offer: string, ...skus: string[]): Offer => ({
  publisher: "canonical",
  offer,
  skus,
  system: { distribution: "ubuntu", release },
});

/**
 * What is offered for 64-bit PCs. Images with other contents, such as `12-backports`, are not among them.
 * Sources: https://wiki.debian.org/Cloud/MicrosoftAzure, https://documentation.ubuntu.com/azure/en/latest/azure-how-to/instances/find-ubuntu-images/
 */
const offers: readonly Offer[] = [
  debian("12"),
  debian("13"),
  ubuntu("20.04", "0001-com-ubuntu-server-focal", "20_04-lts", "20_04-lts-gen2"),
  ubuntu("22.04", "0001-com-ubuntu-server-jammy", "22_04-lts", "22_04-lts-gen2"),
  ubuntu("22.04", "ubuntu-22_04-lts", "server", "server-gen1"),
  ubuntu("24.04", "ubuntu-24_04-lts", "server", "server-gen1"),
];

/**
 * What a marketplace image has in it. Azure does not tell capital letters from small ones in its names.
 * @returns undefined for an image that is none of those above.
 */
export function marketplaceSystem(image: MarketplaceUrn): MarketplaceSystem | undefined {
  const [publisher, offer, sku] = [image.publisher, image.offer, image.sku].map((part) => part.toLowerCase());
  return offers.find((one) => one.publisher === publisher && one.offer === offer && one.skus.includes(sku))?.system;
}
