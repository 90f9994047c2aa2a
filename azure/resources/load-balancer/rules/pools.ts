import { parseCidr } from "../../../facts/cidr";
import type { View } from "../../../properties/view";
import type { RegionView } from "../../../rules/region-view";
import type { Rule } from "../../../rules/rule";

const page = "https://learn.microsoft.com/azure/load-balancer/backend-pool-management";

/** What Azure refuses of pools whose members are IP addresses. */
export const poolRules: Rule[] = [
  {
    id: "R171",
    title: "An IP address in a backend pool comes with its virtual network or subnet",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: page,
    severity: "error",
    allowed: "the virtual network of the address, here or for the whole pool",
    *check(loadBalancer) {
      for (const { pool, member } of members(loadBalancer)) {
        const network = member.at("virtualNetwork");
        if (member.has("ipAddress") && network.absent && !member.has("subnet") && !pool.has("virtualNetwork")) {
          yield network;
        }
      }
    },
  },
  {
    id: "R172",
    title: "An IP address in a backend pool lies in its virtual network",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: page,
    severity: "error",
    allowed: "an address of the virtual network",
    *check(loadBalancer, region) {
      for (const { pool, member } of members(loadBalancer)) {
        const address = parseCidr(`${member.text("ipAddress") ?? ""}/32`)?.first;
        const spaces = spacesOf(member.text("virtualNetwork.id") ?? pool.text("virtualNetwork.id"), region);
        if (address !== undefined && spaces.length > 0 && !spaces.some(({ first, last }) => address >= first && address <= last)) {
          yield member.at("ipAddress");
        }
      }
    },
  },
];

function members(loadBalancer: View): { pool: View; member: View }[] {
  return loadBalancer
    .list("backendAddressPools")
    .flatMap((pool) => pool.list("loadBalancerBackendAddresses").map((member) => ({ pool, member })));
}

/** The blocks of IPv4 addresses of a virtual network; none as long as one of them is not known. */
function spacesOf(network: string | undefined, region: RegionView): { first: number; last: number }[] {
  const prefixes = region.find(network ?? "")?.properties.list("addressSpace.addressPrefixes") ?? [];
  const known = prefixes.every((prefix) => prefix.text() !== undefined);
  return known ? prefixes.flatMap((prefix) => parseCidr(prefix.text() ?? "") ?? []) : [];
}
