/** The SKUs of one offer. */
interface Skus {
  readonly fits: RegExp;
  readonly example: string;
}

/**
 * The releases that an offer has, by publisher and offer in lower case. What an offer has besides, such as minimal, pro or arm64 images, is
 * not listed: every SKU that begins with the release counts as one of the offer
 * (https://documentation.ubuntu.com/azure/en/latest/azure-how-to/instances/find-ubuntu-images/, https://wiki.debian.org/Cloud/MicrosoftAzure).
 */
const offers: readonly [publisher: string, offer: RegExp, skus: Skus][] = [
  ["canonical", /^ubuntuserver$/, { fits: /^1[2468][._]04/, example: "18.04-LTS" }],
  ["canonical", /^0001-com-ubuntu-(server|minimal)-focal$/, { fits: /20_04/, example: "20_04-lts-gen2" }],
  ["canonical", /^0001-com-ubuntu-(server|minimal)-jammy$/, { fits: /22_04/, example: "22_04-lts-gen2" }],
  ["canonical", /^ubuntu-2\d_04-lts$/, { fits: /^(server|minimal|ubuntu-pro|cvm)/, example: "server" }],
  [
    "microsoftwindowsserver",
    /^windowsserver$/,
    { fits: /^(20(08|12|16|19|22|25)|datacenter-|windows-?server)/, example: "2025-datacenter-g2" },
  ],
  ["debian", /^debian-10$/, { fits: /^10/, example: "10-gen2" }],
  ["debian", /^debian-11$/, { fits: /^11/, example: "11-gen2" }],
  ["debian", /^debian-12$/, { fits: /^12/, example: "12-gen2" }],
  ["debian", /^debian-13$/, { fits: /^13/, example: "13-gen2" }],
];

/** The SKUs of an offer, in any case; undefined for an offer of which nothing is known. */
export function skusOfOffer(publisher: string, offer: string): Skus | undefined {
  const [, , skus] = offers.find(([by, pattern]) => by === publisher.toLowerCase() && pattern.test(offer.toLowerCase())) ?? [];
  return skus && { ...skus, fits: new RegExp(skus.fits, "i") };
}

/** Publishers whose images all have terms of their own (https://learn.microsoft.com/azure/virtual-machines/linux/cli-ps-findimage). */
const selling: ReadonlySet<string> = new Set([
  ...["barracudanetworks", "bitnami", "checkpoint", "cisco", "cloudbees", "f5-networks", "fortinet", "gitlabinc1586447921813", "kinvolk"],
  ...["paloaltonetworks", "zscaler"],
]);

/** True for a publisher whose images come with a plan. */
export function needsPlan(publisher: string): boolean {
  return selling.has(publisher.toLowerCase());
}

/** True where neither the publisher nor the offer is one of those that come with a plan, such as Ubuntu Pro. */
export function hasNoPlan(publisher: string, offer: string): boolean {
  return (
    ["debian", "microsoftwindowsserver"].includes(publisher.toLowerCase()) ||
    (publisher.toLowerCase() === "canonical" && /^(ubuntuserver|0001-com-ubuntu-server-\w+|ubuntu-2\d_04-lts)$/i.test(offer))
  );
}
