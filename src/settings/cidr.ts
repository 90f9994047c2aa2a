/** A range of IPv4 addresses; both ends are in it. */
export interface AddressRange {
  readonly first: number;
  readonly last: number;
  /** The length of the prefix, 0 to 32. */
  readonly prefixLength: number;
}

/**
 * Reads a CIDR block such as 10.0.0.0/16. Undefined if the text is none. The address may have bits after the prefix, which Azure
 * refuses; see {@link canonicalCidr}.
 */
export function parseCidr(text: string): AddressRange | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (!match) {
    return undefined;
  }
  const numbers = match.slice(1).map(Number);
  const octets = numbers.slice(0, 4);
  const prefixLength = numbers[4];
  if (prefixLength > 32 || octets.some((octet) => octet > 255)) {
    return undefined;
  }
  // Arithmetic and not bit operations, which would make the upper half of the addresses negative.
  const address = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const size = 2 ** (32 - prefixLength);
  const first = Math.floor(address / size) * size;
  return { first, last: first + size - 1, prefixLength };
}

/** The block with no bits after its prefix, as Azure wants it: 10.0.0.0/24 for 10.0.0.7/24. */
export function canonicalCidr({ first, prefixLength }: AddressRange): string {
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
  return `${octets.join(".")}/${prefixLength}`;
}

export function contains(outer: AddressRange, inner: AddressRange): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/**
 * The addresses of a subnet that machines can have: Azure keeps five of each subnet for itself.
 * Source: learn.microsoft.com/azure/virtual-network/virtual-networks-faq.
 */
export function usableAddresses({ first, last }: AddressRange): number {
  return Math.max(0, last - first + 1 - 5);
}
