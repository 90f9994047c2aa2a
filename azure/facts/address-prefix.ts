/** The two versions of IP, which no rule of Azure's mixes. */
type IpVersion = 4 | 6;

/** An address as a number, which for IP version 6 is larger than ordinary numbers can be. */
export interface IpAddress {
  readonly version: IpVersion;
  readonly value: bigint;
}

/** The addresses of a CIDR block of either version; both ends are in it. */
export interface AddressPrefix {
  readonly version: IpVersion;
  readonly first: bigint;
  readonly last: bigint;
  /** The length of the prefix, 0 to 32 or to 128. */
  readonly length: number;
  /** True where the address has bits after the prefix, as 10.0.0.7/24 has. */
  readonly hasHostBits: boolean;
}

const bitsOf: Readonly<Record<IpVersion, number>> = { 4: 32, 6: 128 };

/** Reads an address of either version; undefined where the text is none. */
export function parseIpAddress(text: string): IpAddress | undefined {
  const value = text.includes(":") ? version6(text) : version4(text);
  return value === undefined ? undefined : { version: text.includes(":") ? 6 : 4, value };
}

/** Reads a CIDR block such as 10.0.0.0/16 or fd00::/48; undefined where the text is none. */
export function parseAddressPrefix(text: string): AddressPrefix | undefined {
  const [, start, digits] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const address = parseIpAddress(start ?? "");
  const length = Number(digits);
  if (address === undefined || length > bitsOf[address.version]) {
    return undefined;
  }
  const size = 1n << BigInt(bitsOf[address.version] - length);
  const first = address.value - (address.value % size);
  return { version: address.version, first, last: first + size - 1n, length, hasHostBits: first !== address.value };
}

/** The block of one address. */
export function prefixOfAddress({ version, value }: IpAddress): AddressPrefix {
  return { version, first: value, last: value, length: bitsOf[version], hasHostBits: false };
}

/** The block with no bits after its prefix: 10.0.0.0/24 for 10.0.0.7/24. */
export function withoutHostBits({ version, first, length }: AddressPrefix): string {
  return `${version === 4 ? written4(first) : written6(first)}/${length}`;
}

export function prefixesOverlap(one: AddressPrefix, other: AddressPrefix): boolean {
  return one.version === other.version && one.first <= other.last && other.first <= one.last;
}

export function prefixHolds(outer: AddressPrefix, inner: AddressPrefix): boolean {
  return outer.version === inner.version && outer.first <= inner.first && inner.last <= outer.last;
}

function version4(text: string): bigint | undefined {
  const octets = text.split(".");
  const fits = octets.length === 4 && octets.every((octet) => /^\d{1,3}$/.test(octet) && Number(octet) <= 255);
  return fits ? octets.reduce((sum, octet) => sum * 256n + BigInt(octet), 0n) : undefined;
}

function version6(text: string): bigint | undefined {
  const [head, tail, ...more] = text.split("::").map((half) => (half === "" ? [] : half.split(":")));
  const left = 8 - head.length - (tail?.length ?? 0);
  if (more.length > 0 || (tail === undefined ? left !== 0 : left < 1)) {
    return undefined;
  }
  const groups = [...head, ...Array.from({ length: left }, () => "0"), ...(tail ?? [])];
  const fits = groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group));
  return fits ? groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n) : undefined;
}

function written4(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join(".");
}

function written6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16));
  return groups.join(":").replace(/(^|:)0(:0)+$/, "::");
}
