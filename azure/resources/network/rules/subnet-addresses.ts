import { type AddressPrefix, parseAddressPrefix, prefixesOverlap, prefixHolds, withoutHostBits } from "../../../facts/address-prefix";
import { holdsUnknown } from "../../../properties/value";
import type { View } from "../../../properties/view";
import { isEmpty, sameText } from "../../../rules/lookups";
import type { Finding, Rule } from "../../../rules/rule";

/** A subnet as it is declared, in its virtual network or as a resource of its own. */
interface DeclaredSubnet {
  readonly name: string | undefined;
  readonly places: readonly View[];
}

/** Where prefixes are, and what else Azure holds them against. */
interface Addresses {
  /** The places of all prefixes in the resource. */
  readonly prefixes: (resource: View) => View[];
}

const recordings = "https://github.com/Azure/azure-xplat-cli/blob/dev/test/recordings";

/** What Azure refuses in any prefix of a network or of a subnet. */
export function prefixRules({ prefixes }: Addresses): Rule[] {
  return [
    {
      id: "R120",
      title: "The prefixes of networks and subnets are blocks in CIDR notation",
      code: "InvalidAddressPrefixFormat",
      grade: "observed",
      source: `${recordings}/arm-network-vnet-subnet-tests-generated/arm_network_subnet_create_should_fail_for_invalid_prefixes.nock.js`,
      severity: "error",
      allowed: "a block such as 10.0.0.0/24",
      *check(resource) {
        yield* prefixes(resource).filter((place) => place.text() !== undefined && parsed(place) === undefined);
      },
    },
    {
      id: "R121",
      title: "The prefixes of networks and subnets have no bits after the prefix",
      code: "InvalidCIDRNotation",
      grade: "observed",
      source: `${recordings}/arm-network-route-table-route-tests-generated/arm_network_routes_create_should_fail_for_invalid_prefixes.nock.js`,
      severity: "error",
      allowed: "the first address of the block",
      *check(resource) {
        for (const place of prefixes(resource)) {
          const prefix = parsed(place);
          if (prefix?.hasHostBits) {
            yield { at: place, allowed: withoutHostBits(prefix) };
          }
        }
      },
    },
  ];
}

/**
 * What Azure refuses in the addresses of subnets.
 *
 * @param subnetsIn The subnets that a resource declares.
 */
export function subnetAddressRules(subnetsIn: (resource: View) => View[]): Rule[] {
  const declared = (resource: View) => subnetsIn(resource).map(declaredSubnet);
  return [
    ...prefixRules({ prefixes: (resource) => declared(resource).flatMap(({ places }) => places) }),
    {
      id: "R257",
      title: "A subnet has a prefix",
      code: "AddressPrefixStringCannotBeNullOrEmpty",
      grade: "observed",
      source: "https://github.com/virtual-kubelet/azure-aci/pull/634",
      severity: "error",
      allowed: "a block such as 10.0.0.0/24, or a pool of IPAM to take it from",
      *check(resource) {
        const kinds = ["addressPrefix", "addressPrefixes", "ipamPoolPrefixAllocations"];
        yield* subnetsIn(resource)
          .filter((subnet) => kinds.every((kind) => isEmpty(subnet.at(kind))))
          .map((subnet) => subnet.at("addressPrefix"));
      },
    },
    {
      id: "T-subnet-prefixes",
      title: "Of a prefix and a list of prefixes a subnet takes the prefix alone",
      code: "Warning",
      grade: "observed",
      source: "https://github.com/virtual-kubelet/azure-aci/pull/634",
      severity: "warning",
      allowed: "nothing beside addressPrefix",
      because: "Azure takes addressPrefix and leaves the list out",
      *check(resource) {
        for (const subnet of subnetsIn(resource)) {
          const prefix = subnet.text("addressPrefix");
          const list = subnet.texts("addressPrefixes");
          if (prefix && list.some((other) => other !== prefix)) {
            yield subnet.at("addressPrefixes");
          }
        }
      },
    },
    {
      id: "R122",
      title: "A subnet has at least eight addresses, of which Azure keeps five",
      code: "NetcfgInvalidSubnet",
      codeIsAssumed: true,
      grade: "documented",
      source: "https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq",
      severity: "error",
      allowed: "a prefix of /29 or shorter",
      *check(resource) {
        const tooSmall = ({ version, length }: AddressPrefix) => version === 4 && length > 29;
        yield* placesWhere(declared(resource), tooSmall);
      },
    },
    {
      id: "R123",
      title: "A subnet of IPv6 is exactly a /64",
      code: "NetcfgInvalidSubnet",
      codeIsAssumed: true,
      grade: "documented",
      source: "https://learn.microsoft.com/azure/virtual-network/ip-services/ipv6-overview",
      severity: "error",
      allowed: "a prefix of /64",
      *check(resource) {
        yield* placesWhere(declared(resource), ({ version, length }) => version === 6 && length !== 64);
      },
    },
  ];
}

/** The places of subnets' prefixes that lie outside the network's address space, as far as that is known. */
export function outsideSpace(subnets: readonly View[], network: View | undefined): Finding[] {
  const space = network?.list("addressSpace.addressPrefixes") ?? [];
  const blocks = space.flatMap((place) => usable(place) ?? []);
  if (blocks.length === 0 || blocks.length < space.length || holdsUnknown(network?.at("addressSpace").value)) {
    return [];
  }
  const allowed = `a part of the virtual network's address space: ${space.map((place) => place.text()).join(", ")}`;
  const isOutside = (prefix: AddressPrefix) => !blocks.some((block) => prefixHolds(block, prefix));
  return placesWhere(subnets.map(declaredSubnet), isOutside).map((at) => ({ at, allowed }));
}

/** The places of a subnet's prefixes that overlap those of others. */
export function overlapping(subnet: View, others: readonly View[]): Finding[] {
  const { name, places } = declaredSubnet(subnet);
  const taken = others
    .map(declaredSubnet)
    .filter((other) => !sameText(other.name, name))
    .flatMap((other) => other.places.flatMap((place) => usable(place) ?? []).map((prefix) => ({ prefix, name: other.name })));
  return places.flatMap((at) => {
    const own = usable(at);
    const other = own && taken.find(({ prefix }) => prefixesOverlap(own, prefix));
    return other ? [{ at, because: `the subnet ${other.name ?? "of another name"} has ${withoutHostBits(other.prefix)}` }] : [];
  });
}

/** Where there is a prefix, Azure leaves the list of prefixes out. */
function declaredSubnet(subnet: View): DeclaredSubnet {
  const prefix = subnet.at("addressPrefix");
  const places = isEmpty(prefix) ? subnet.list("addressPrefixes").filter((place) => !isEmpty(place)) : [prefix];
  return { name: subnet.text("subnetName") ?? subnet.text("name"), places };
}

function placesWhere(subnets: readonly DeclaredSubnet[], test: (prefix: AddressPrefix) => boolean): View[] {
  return subnets.flatMap(({ places }) =>
    places.filter((place) => {
      const prefix = usable(place);
      return prefix !== undefined && test(prefix);
    }),
  );
}

/** The prefix at a place, unless another rule refuses it for itself. */
function usable(place: View): AddressPrefix | undefined {
  const prefix = parsed(place);
  return prefix?.hasHostBits ? undefined : prefix;
}

function parsed(place: View): AddressPrefix | undefined {
  return parseAddressPrefix(place.text() ?? "");
}
