import { addressesOf, formatAddress } from "../../../../azure/facts/cidr";

/** A subnet's addresses that no instance gets and that are not the gateway's: on Azure they are its DNS's, and here they are for edges. */
export function edgeAddresses(subnet: string): [string, string] {
  const { first } = addressesOf(subnet);
  return [formatAddress(first + 2), formatAddress(first + 3)];
}
