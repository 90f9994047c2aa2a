/** A range of IPv4 addresses as numbers; both ends are in it. */
export interface AddressRange {
  readonly first: number;
  readonly last: number;
}

/** The addresses of a CIDR block. */
export interface CidrBlock extends AddressRange {
  /** The length of the prefix, 0 to 32. */
  readonly prefixLength: number;
}

/**
 * Azure keeps the first four addresses of a subnet and its last: the network's own, the gateway's, two for its DNS, and the broadcast address
 * (https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq).
 */
const reservedAtStart = 4;
const reservedAtEnd = 1;

/**
 * Reads a CIDR block such as 10.0.0.0/16; undefined where the text is none. The address may have bits after the prefix, which Azure
 * refuses; see {@link canonicalCidr}.
 */
export function parseCidr(text: string): CidrBlock | undefined {
  const [, start, length] = /^([\d.]+)\/(\d{1,2})$/.exec(text) ?? [];
  const address = parseAddress(start ?? "");
  const prefixLength = Number(length);
  if (address === undefined || prefixLength > 32) {
    return undefined;
  }
  const size = 2 ** (32 - prefixLength);
  const first = address - (address % size);
  return { first, last: first + size - 1, prefixLength };
}

/**
 * The addresses of a CIDR block.
 * @throws Error where the text is none.
 */
export function addressesOf(block: string): CidrBlock {
  const range = parseCidr(block);
  if (range === undefined) {
    throw new Error(`"${block}" is no range of IPv4 addresses; write it as 10.0.0.0/16.`);
  }
  return range;
}

/** The block with no bits after its prefix, as Azure wants it: 10.0.0.0/24 for 10.0.0.7/24. */
export function canonicalCidr({ first, prefixLength }: CidrBlock): string {
  return `${formatAddress(first)}/${prefixLength}`;
}

export function contains(outer: AddressRange, inner: AddressRange): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

export function overlap(one: AddressRange, other: AddressRange): boolean {
  return one.first <= other.last && other.first <= one.last;
}

/** The addresses of a subnet that instances can have; in a subnet without any, the last comes before the first. */
export function usableRange({ first, last }: AddressRange): AddressRange {
  return { first: first + reservedAtStart, last: last - reservedAtEnd };
}

/** How many addresses of a subnet instances can have. */
export function usableAddresses(subnet: AddressRange): number {
  const { first, last } = usableRange(subnet);
  return Math.max(0, last - first + 1);
}

export function formatAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}

function parseAddress(text: string): number | undefined {
  const octets = text.split(".");
  const isAddress = octets.length === 4 && octets.every((octet) => /^\d{1,3}$/.test(octet) && Number(octet) <= 255);
  // Arithmetic and not bit operations, which would make the upper half of the addresses negative.
  return isAddress ? octets.reduce((sum, octet) => sum * 256 + Number(octet), 0) : undefined;
}
