import { parseAddressPrefix, parseIpAddress, prefixesOverlap, prefixHolds } from "../../../facts/address-prefix";
import type { View } from "../../../properties/view";
import { isEmpty } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { ownParts, subnetPart } from "./own-parts";
import { outsideSpace, prefixRules } from "./subnet-addresses";

const recordings = "https://github.com/Azure/azure-xplat-cli/blob/dev/test/recordings";
const questions = "https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq";

/** Multicast, broadcast, loopback, link-local and Azure's own service at each machine. */
const keptRanges = ["224.0.0.0/4", "255.255.255.255/32", "127.0.0.0/8", "169.254.0.0/16", "168.63.129.16/32"];

/** What Azure refuses in the address space of a virtual network, and in its name servers. */
export const virtualNetworkAddressRules: Rule[] = [
  ...prefixRules({ prefixes: spaceOf }).map((rule) => ({ ...rule, id: `${rule.id}-space` })),
  {
    id: "R129",
    title: "A virtual network has an address space",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: questions,
    severity: "error",
    allowed: "one prefix or more, or a pool of IPAM to take them from",
    *check(network) {
      if (["addressPrefixes", "ipamPoolPrefixAllocations"].every((list) => isEmpty(network.at(`addressSpace.${list}`)))) {
        yield network.at("addressSpace.addressPrefixes");
      }
    },
  },
  {
    id: "R130",
    title: "The prefixes of a virtual network do not overlap",
    code: "NetcfgInvalidVirtualNetworkSite",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/virtual-network/manage-virtual-network",
    severity: "error",
    allowed: "prefixes of which none holds another",
    *check(network) {
      const blocks = spaceOf(network).flatMap((at) => ({ at, prefix: parseAddressPrefix(at.text() ?? "") }));
      for (const [index, { at, prefix }] of blocks.entries()) {
        const before = blocks.slice(0, index).flatMap((block) => block.prefix ?? []);
        if (prefix && !prefix.hasHostBits && before.some((other) => !other.hasHostBits && prefixesOverlap(other, prefix))) {
          yield at;
        }
      }
    },
  },
  {
    id: "R131",
    title: "A virtual network keeps out of ranges that are not for networks",
    code: "NetcfgInvalidIPAddressPrefix",
    codeIsAssumed: true,
    grade: "documented",
    source: questions,
    severity: "error",
    allowed: `a range without ${keptRanges.join(", ")}`,
    *check(network) {
      const kept = keptRanges.flatMap((range) => parseAddressPrefix(range) ?? []);
      yield* spaceOf(network).filter((place) => {
        const prefix = parseAddressPrefix(place.text() ?? "");
        return prefix !== undefined && !prefix.hasHostBits && kept.some((range) => prefixHolds(range, prefix));
      });
    },
  },
  {
    id: "R132",
    title: "A name server is an IP address",
    code: "NetcfgInvalidDnsServer",
    grade: "observed",
    source: `${recordings}/arm-network-vnet-tests-generated/arm_network_virtual_networks_create_should_fail_for_invalid_dns_servers.nock.js`,
    severity: "error",
    allowed: "an address such as 10.0.0.4",
    *check(network) {
      yield* network.list("dhcpOptions.dnsServers").filter((place) => parseIpAddress(place.text() ?? "::") === undefined);
    },
  },
  {
    id: "R124-space",
    title: "The address space of a virtual network holds the subnets that it has",
    code: "NetcfgSubnetRangeOutsideVnet",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/pull/123869",
    severity: "error",
    allowed: "prefixes that hold all subnets",
    *check(network, region) {
      const own = ownParts(subnetPart, region.self, region).map(({ properties }) => properties);
      const lost = outsideSpace(own, network);
      if (lost.length > 0) {
        yield {
          at: network.at("addressSpace.addressPrefixes"),
          because: `subnets are outside: ${lost.map(({ at }) => at.text()).join(", ")}`,
        };
      }
    },
  },
];

function spaceOf(network: View): View[] {
  return network.list("addressSpace.addressPrefixes");
}
