import { addressesOf, formatAddress, usableRange } from "../../../../azure/facts/cidr";

/**
 * The lowest address of a subnet that a machine can have and none has.
 * @returns undefined where the subnet is full.
 */
export function freeAddress(subnet: string, taken: ReadonlySet<string>): string | undefined {
  const { first, last } = usableRange(addressesOf(subnet));
  for (let candidate = first; candidate <= last; candidate++) {
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
