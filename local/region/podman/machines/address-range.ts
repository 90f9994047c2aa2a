/** A range of IPv4 addresses as numbers; both ends are in it. */
export interface AddressRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The first four addresses of a subnet and its last are not for machines: the network's own, the gateway's, two for Azure's DNS, and
 * the broadcast address. Source: https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq
 */
const reservedAtStart = 4;
const reservedAtEnd = 1;

/**
 * Reads a CIDR block such as 10.0.0.0/16.
 * @throws RangeError where the text is none.
 */
export function parseRange(block: string): AddressRange {
  const [, address, prefix] = /^([\d.]+)\/(\d{1,2})$/.exec(block) ?? [];
  const start = address === undefined ? undefined : parseAddress(address);
  if (start === undefined || Number(prefix) > 32) {
    throw new RangeError(`"${block}" is no range of IPv4 addresses; write it as 10.0.0.0/16.`);
  }
  const size = 2 ** (32 - Number(prefix));
  const first = start - (start % size);
  return { first, last: first + size - 1 };
}

export function isAddress(text: string): boolean {
  return parseAddress(text) !== undefined;
}

export function overlap(one: AddressRange, other: AddressRange): boolean {
  return one.first <= other.last && other.first <= one.last;
}

/**
 * The lowest address of a subnet that a machine can have and none has.
 * @returns undefined where the subnet is full.
 */
export function freeAddress(subnet: string, taken: ReadonlySet<string>): string | undefined {
  const { first, last } = parseRange(subnet);
  for (let candidate = first + reservedAtStart; candidate <= last - reservedAtEnd; candidate++) {
    const address = formatAddress(candidate);
    if (!taken.has(address)) {
      return address;
    }
  }
  return undefined;
}

/** The hardware address of a machine's network interface: Microsoft's prefix and the last three bytes of its address. */
export function hardwareAddress(address: string): string {
  const octets = address.split(".").slice(1).map(Number);
  return ["00", "0d", "3a", ...octets.map((octet) => octet.toString(16).padStart(2, "0"))].join(":");
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
