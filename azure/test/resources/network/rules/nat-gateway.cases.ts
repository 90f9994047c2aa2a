import { type Properties, UNKNOWN } from "../../../../properties/value";
import type { TypeCases } from "../../../rules/cases";
import { edits, nothing, remove, set, unknown } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import { natGateway } from "../../../rules/valid/nat-gateway";
import { publicIpAddress, publicIpAddressId } from "../../../rules/valid/public-ip-address";
import { publicIpPrefixId, standingPrefix } from "../../../rules/valid/public-ip-prefix";
import { locationCases } from "../../../rules/locations.cases";
import { tagCases } from "../../../rules/tags.cases";
import { natGateway as natGatewayType } from "../../../../resources/network/nat-gateway";

const addressId = "publicIpAddresses[0].id";
const prefixId = "publicIpPrefixes[0].id";
const withPrefix = set(prefixId, publicIpPrefixId);

function addressWith(properties: Properties) {
  return regionResource("azure-native:network:PublicIPAddress", publicIpAddressId, { ...publicIpAddress(), ...properties });
}

/** A load balancer that has an address. */
function ownerOf(id: string) {
  return regionResource("azure-native:network:LoadBalancer", armId("Microsoft.Network/loadBalancers", "front"), {
    frontendIPConfigurations: [{ name: "front", publicIPAddress: { id } }],
  });
}

function addresses(count: number) {
  return Array.from({ length: count }, () => ({ id: publicIpAddressId }));
}

/** The rules and refused changes of a NAT gateway. */
export const natGatewayCases: TypeCases = {
  type: natGatewayType,
  valid: natGateway,
  rules: [
    {
      rule: "R99",
      refused: [{ name: "a name of 81 characters", change: set("natGatewayName", "a".repeat(81)), at: "natGatewayName" }],
      accepted: [{ name: "a name of 80 characters", change: set("natGatewayName", "a".repeat(80)) }],
    },
    {
      rule: "R5",
      refused: [
        {
          name: "a zone in a region without any",
          change: edits(set("location", "westus"), set("zones", ["1"])),
          others: [addressWith({ location: "westus" })],
          at: "zones",
        },
      ],
      accepted: [
        { name: "no zone in a region without any", change: set("location", "westus"), others: [addressWith({ location: "westus" })] },
      ],
    },
    {
      rule: "R5-zone",
      refused: [{ name: "zone 0", change: set("zones", ["0"]), at: "zones[0]" }],
      accepted: [{ name: "zone 1", change: set("zones", ["1"]) }],
    },
    {
      rule: "R5-one-zone",
      refused: [{ name: "two zones", change: set("zones", ["1", "2"]), at: "zones" }],
      accepted: [
        { name: "one zone", change: set("zones", ["2"]) },
        { name: "no zone", change: set("zones", []) },
        {
          name: "all zones, of the SKU that has them",
          change: edits(set("sku.name", "StandardV2"), set("zones", ["1", "2", "3"])),
          others: [addressWith({ sku: { name: "StandardV2" } })],
        },
      ],
    },
    {
      rule: "R13",
      refused: [
        { name: "3 minutes", change: set("idleTimeoutInMinutes", 3), at: "idleTimeoutInMinutes" },
        { name: "121 minutes", change: set("idleTimeoutInMinutes", 121), at: "idleTimeoutInMinutes" },
      ],
      accepted: [
        { name: "4 minutes", change: set("idleTimeoutInMinutes", 4) },
        { name: "120 minutes", change: set("idleTimeoutInMinutes", 120) },
      ],
    },
    {
      rule: "N-addresses",
      refused: [
        { name: "17 addresses", change: set("publicIpAddresses", addresses(17)), at: "publicIpAddresses" },
        {
          name: "an address beside a prefix of 16",
          change: withPrefix,
          others: [standingPrefix({ prefixLength: 28 })],
          at: "publicIpPrefixes",
        },
      ],
      accepted: [
        { name: "16 addresses", change: set("publicIpAddresses", addresses(16)) },
        { name: "12 addresses beside a prefix of 4", change: edits(set("publicIpAddresses", addresses(12)), withPrefix) },
        {
          name: "a prefix of 16 alone",
          change: edits(set("publicIpAddresses", []), withPrefix),
          others: [standingPrefix({ prefixLength: 28 })],
        },
        {
          name: "a prefix whose length is not known yet",
          change: edits(set("publicIpAddresses", addresses(16)), withPrefix),
          others: [standingPrefix({ prefixLength: UNKNOWN })],
        },
      ],
    },
    {
      rule: "R135",
      refused: [
        { name: "the address of a load balancer", change: nothing, others: [ownerOf(publicIpAddressId.toUpperCase())], at: addressId },
      ],
      accepted: [
        {
          name: "an address that nothing has",
          change: nothing,
          others: [ownerOf(armId("Microsoft.Network/publicIPAddresses", "another"))],
        },
      ],
    },
    {
      rule: "R136",
      refused: [
        {
          name: "a Standard gateway with an address of version 2",
          change: nothing,
          others: [addressWith({ sku: { name: "StandardV2" } })],
          at: addressId,
        },
        {
          name: "a Standard gateway with a prefix of version 2",
          change: withPrefix,
          others: [standingPrefix({ sku: { name: "StandardV2" } })],
          at: prefixId,
        },
      ],
      accepted: [
        { name: "a prefix of the gateway's SKU", change: withPrefix },
        { name: "both of version 2", change: set("sku.name", "StandardV2"), others: [addressWith({ sku: { name: "standardv2" } })] },
        { name: "a gateway without a SKU", change: remove("sku") },
      ],
    },
    {
      rule: "R137",
      refused: [
        { name: "an address of another zone", change: set("zones", ["1"]), others: [addressWith({ zones: ["2"] })], at: addressId },
        { name: "an address of no zone", change: set("zones", ["1"]), others: [addressWith({ zones: [] })], at: addressId },
        {
          name: "a prefix of another zone",
          change: edits(set("zones", ["1"]), withPrefix),
          others: [standingPrefix({ zones: ["2"] })],
          at: prefixId,
        },
      ],
      accepted: [
        { name: "an address of the zone", change: set("zones", ["1"]), others: [addressWith({ zones: ["1"] })] },
        { name: "a gateway of no zone with an address of one", change: nothing, others: [addressWith({ zones: ["1"] })] },
      ],
    },
    {
      rule: "R138",
      refused: [
        { name: "an IPv6 address", change: nothing, others: [addressWith({ publicIPAddressVersion: "IPv6" })], at: addressId },
        {
          name: "a prefix of IPv6",
          change: withPrefix,
          others: [standingPrefix({ publicIPAddressVersion: "IPv6", prefixLength: 126 })],
          at: prefixId,
        },
      ],
      accepted: [
        { name: "an address that does not say its version", change: nothing, others: [addressWith({ publicIPAddressVersion: null })] },
      ],
    },
    {
      rule: "R254",
      refused: [
        {
          name: "an address that is routed over the internet",
          change: nothing,
          others: [addressWith({ ipTags: [{ ipTagType: "RoutingPreference", tag: "Internet" }] })],
          at: addressId,
        },
      ],
      accepted: [
        {
          name: "an address with another tag",
          change: nothing,
          others: [addressWith({ ipTags: [{ ipTagType: "FirstPartyUsage", tag: "SQL" }] })],
        },
      ],
    },
    {
      rule: "R255",
      refused: [
        {
          name: "an address with protection of its own",
          change: nothing,
          others: [addressWith({ ddosSettings: { protectionMode: "Enabled" } })],
          at: addressId,
        },
      ],
      accepted: [
        {
          name: "an address with its network's protection",
          change: nothing,
          others: [addressWith({ ddosSettings: { protectionMode: "VirtualNetworkInherited" } })],
        },
      ],
    },
    {
      rule: "R256",
      refused: [
        {
          name: "version 2 where there is none",
          change: edits(set("sku.name", "StandardV2"), set("location", "Canada East")),
          others: [addressWith({ location: "canadaeast", sku: { name: "StandardV2" } })],
          at: "sku.name",
        },
      ],
      accepted: [
        {
          name: "the first version there",
          change: set("location", "canadaeast"),
          others: [addressWith({ location: "canadaeast" })],
        },
      ],
    },
    {
      rule: "R119",
      refused: [{ name: "a reference without an id", change: set("publicIpAddresses", [{}]), at: addressId }],
      accepted: [{ name: "no addresses", change: set("publicIpAddresses", []) }],
    },
    {
      rule: "R119-whole",
      refused: [{ name: "a name in place of an id", change: set(addressId, "web-ip"), at: addressId }],
      accepted: [{ name: "an id in other letters", change: set(addressId, publicIpAddressId.toUpperCase()) }],
    },
    {
      rule: "R119-type",
      refused: [
        {
          name: "a load balancer in place of an address",
          change: set(addressId, armId("Microsoft.Network/loadBalancers", "front")),
          others: [ownerOf("")],
          at: addressId,
        },
      ],
      accepted: [{ name: "an id that is not known yet", change: unknown(addressId) }],
    },
    {
      rule: "R9-missing",
      refused: [
        {
          name: "an address that does not exist",
          change: set("publicIpAddresses[0].id", armId("Microsoft.Network/publicIPAddresses", "gone")),
          at: "publicIpAddresses[0].id",
        },
        { name: "an address of another region", change: nothing, others: [addressWith({ location: "northeurope" })], at: addressId },
        {
          name: "a prefix that does not exist",
          change: set(prefixId, armId("Microsoft.Network/publicIPPrefixes", "gone")),
          at: prefixId,
        },
      ],
      accepted: [
        { name: "an address that is not known yet", change: unknown("publicIpAddresses[0].id") },
        { name: "an address of the region in other letters", change: nothing, others: [addressWith({ location: "West Europe" })] },
      ],
    },
    locationCases,
    ...tagCases,
  ],
  changes: [
    {
      rule: "C-zones",
      refused: [
        { name: "another zone", before: set("zones", ["1"]), change: set("zones", ["2"]), at: "zones" },
        { name: "a zone where there was none", change: set("zones", ["1"]), at: "zones" },
      ],
      accepted: [
        { name: "the same zone", before: set("zones", ["1"]), change: set("zones", ["1"]) },
        { name: "none as before", before: remove("zones"), change: nothing },
      ],
    },
    {
      rule: "C-sku",
      refused: [{ name: "from the first version to the second", change: set("sku.name", "StandardV2"), at: "sku.name" }],
      accepted: [{ name: "the default in so many words", before: remove("sku"), change: nothing }],
    },
  ],
  surroundings: {
    self: armId("Microsoft.Network/natGateways", "web-nat"),
    others: () => [regionResource("azure-native:network:PublicIPAddress", publicIpAddressId, publicIpAddress()), standingPrefix()],
  },
};
