import type { TypeCases } from "../../../rules/cases";
import { edits, nothing, remove, set, unknown } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import { publicIpAddress, publicIpAddressId } from "../../../rules/valid/public-ip-address";
import { publicIpPrefixId, standingPrefix } from "../../../rules/valid/public-ip-prefix";
import { locationCases } from "../../../rules/locations.cases";
import { tagCases } from "../../../rules/tags.cases";
import { addressOfPrefixCases } from "./address-of-prefix.cases";
import { publicIpAddressKeptCases } from "./public-ip-address-kept.cases";
import { routingPreferenceCases } from "./routing-preference.cases";
import { publicIpAddress as publicIpAddressType } from "../../../../resources/network/public-ip-address";

/** Another address of the same region, with the same name unless told otherwise. */
function neighbour(properties: Record<string, string | { domainNameLabel: string; domainNameLabelScope?: string }>) {
  const id = armId("Microsoft.Network/publicIPAddresses", "other-ip");
  return [regionResource("azure-native:network:PublicIPAddress", id, { ...publicIpAddress(), ...properties })];
}

const label = "dnsSettings.domainNameLabel";
const reverse = "dnsSettings.reverseFqdn";
const global = set("sku.tier", "Global");
const ddos = "ddosSettings";
const plan = armId("Microsoft.Network/ddosProtectionPlans", "plan");
const zone = ".westeurope.cloudapp.azure.com";

/** The rules and refused changes of a public IP address. */
export const publicIpAddressCases: TypeCases = {
  type: publicIpAddressType,
  valid: publicIpAddress,
  rules: [
    {
      rule: "R99",
      refused: [
        { name: "a name of 81 characters", change: set("publicIpAddressName", "a".repeat(81)), at: "publicIpAddressName" },
        { name: "a name that ends with a hyphen", change: set("publicIpAddressName", "ip-"), at: "publicIpAddressName" },
        { name: "an empty name", change: set("publicIpAddressName", ""), at: "publicIpAddressName" },
      ],
      accepted: [
        { name: "a name of 80 characters", change: set("publicIpAddressName", "a".repeat(80)) },
        { name: "a name of 1 character", change: set("publicIpAddressName", "a") },
        { name: "a name with periods and underscores", change: set("publicIpAddressName", "web.ip_1_") },
      ],
    },
    {
      rule: "R2",
      refused: [
        { name: "the SKU Basic", change: set("sku.name", "Basic"), at: "sku.name" },
        { name: "no SKU, which means Basic", change: remove("sku"), at: "sku.name" },
      ],
      accepted: [{ name: "a SKU that is not known yet", change: unknown("sku.name") }],
    },
    {
      rule: "R3",
      refused: [
        {
          name: "a dynamic Standard address",
          change: set("publicIPAllocationMethod", "Dynamic"),
          at: "publicIPAllocationMethod",
        },
      ],
      accepted: [{ name: "a static one in other letters", change: set("publicIPAllocationMethod", "static") }],
    },
    {
      rule: "R3-default",
      refused: [
        {
          name: "a Standard address that does not say how it is allocated",
          change: remove("publicIPAllocationMethod"),
          at: "publicIPAllocationMethod",
        },
      ],
      accepted: [{ name: "a method that is not known yet", change: unknown("publicIPAllocationMethod") }],
    },
    {
      rule: "R252",
      refused: [
        { name: "a global address in a region that is no home", change: edits(global, set("location", "France Central")), at: "location" },
      ],
      accepted: [
        { name: "a global address in a home region", change: global },
        { name: "a regional address in any", change: set("location", "francecentral") },
      ],
    },
    {
      rule: "R253",
      refused: [
        {
          name: "a plan for protection like the network's",
          change: edits(set(`${ddos}.protectionMode`, "VirtualNetworkInherited"), set(`${ddos}.ddosProtectionPlan.id`, plan)),
          at: `${ddos}.ddosProtectionPlan`,
        },
        { name: "a plan alone", change: set(`${ddos}.ddosProtectionPlan.id`, plan), at: `${ddos}.ddosProtectionPlan` },
      ],
      accepted: [
        {
          name: "a plan for protection of its own",
          change: edits(set(`${ddos}.protectionMode`, "Enabled"), set(`${ddos}.ddosProtectionPlan.id`, plan)),
        },
        { name: "no plan", change: set(`${ddos}.protectionMode`, "Disabled") },
      ],
    },
    {
      rule: "R5",
      refused: [
        { name: "zones in a region without any", change: set("location", "westus"), at: "zones" },
        { name: "zones in a region without any, by its display name", change: set("location", "UK West"), at: "zones" },
      ],
      accepted: [
        { name: "a region without zones and none given", change: edits(set("location", "westus"), remove("zones")) },
        { name: "zones in a region that is not in Microsoft's list", change: set("location", "atlantiscentral") },
      ],
    },
    {
      rule: "R5-zone",
      refused: [{ name: "zone 4", change: set("zones", ["1", "4"]), at: "zones[1]" }],
      accepted: [
        { name: "zone 3 alone", change: set("zones", ["3"]) },
        { name: "no zones", change: set("zones", []) },
      ],
    },
    {
      rule: "R13",
      refused: [
        { name: "3 minutes", change: set("idleTimeoutInMinutes", 3), at: "idleTimeoutInMinutes" },
        { name: "31 minutes", change: set("idleTimeoutInMinutes", 31), at: "idleTimeoutInMinutes" },
      ],
      accepted: [
        { name: "4 minutes", change: set("idleTimeoutInMinutes", 4) },
        { name: "30 minutes", change: set("idleTimeoutInMinutes", 30) },
      ],
    },
    {
      rule: "R82",
      refused: [
        { name: "2 characters", change: set("dnsSettings.domainNameLabel", "ab"), at: "dnsSettings.domainNameLabel" },
        { name: "64 characters", change: set("dnsSettings.domainNameLabel", "a".repeat(64)), at: "dnsSettings.domainNameLabel" },
        { name: "an upper-case letter", change: set("dnsSettings.domainNameLabel", "Web"), at: "dnsSettings.domainNameLabel" },
        { name: "a digit at the beginning", change: set("dnsSettings.domainNameLabel", "1web"), at: "dnsSettings.domainNameLabel" },
        { name: "a hyphen at the end", change: set("dnsSettings.domainNameLabel", "web-"), at: "dnsSettings.domainNameLabel" },
      ],
      accepted: [
        { name: "3 characters", change: set("dnsSettings.domainNameLabel", "abc") },
        { name: "63 characters", change: set("dnsSettings.domainNameLabel", "a".repeat(63)) },
      ],
    },
    {
      rule: "R82-missing",
      refused: [
        { name: "settings with a reverse name alone", change: set("dnsSettings", { reverseFqdn: "www.contoso.com." }), at: label },
        { name: "settings with a scope alone", change: set("dnsSettings", { domainNameLabelScope: "TenantReuse" }), at: label },
        { name: "an empty label", change: set(label, ""), at: label },
      ],
      accepted: [
        { name: "no settings", change: remove("dnsSettings") },
        { name: "a label that is not known yet", change: unknown(label) },
      ],
    },
    {
      rule: "R82-in-use",
      refused: [
        {
          name: "the label of another address",
          change: nothing,
          others: neighbour({ location: "West Europe" }),
          at: "dnsSettings.domainNameLabel",
        },
      ],
      accepted: [
        { name: "another label", change: nothing, others: neighbour({ dnsSettings: { domainNameLabel: "other" } }) },
        { name: "the label of an address in another region", change: nothing, others: neighbour({ location: "northeurope" }) },
        {
          name: "the label of another address, made unique by a scope",
          change: set("dnsSettings.domainNameLabelScope", "TenantReuse"),
          others: neighbour({}),
        },
      ],
    },
    {
      rule: "R140",
      refused: [
        {
          name: "a reverse name for a name with a scope",
          change: edits(set("dnsSettings.domainNameLabelScope", "NoReuse"), set(reverse, `web-1a2b3c${zone}`)),
          at: reverse,
        },
      ],
      accepted: [
        {
          name: "a reverse name once the address is there",
          change: edits(set("dnsSettings.domainNameLabelScope", "NoReuse"), set(reverse, `web-1a2b3c${zone}`)),
          others: [regionResource("azure-native:network:PublicIPAddress", publicIpAddressId, publicIpAddress())],
        },
        { name: "a reverse name for a name without a scope", change: set(reverse, `web-1a2b3c${zone}.`) },
      ],
    },
    {
      rule: "R140-owner",
      refused: [{ name: "a name in Azure's zone that no address has", change: set(reverse, `somebody-else${zone}`), at: reverse }],
      accepted: [
        { name: "its own name", change: set(reverse, `Web-1a2b3c${zone}`) },
        {
          name: "the name of another address",
          change: set(reverse, `other${zone}`),
          others: neighbour({ dnsSettings: { domainNameLabel: "other" } }),
        },
        { name: "a name of a domain of its owner's", change: set(reverse, "www.contoso.com.") },
        { name: "a label that is not known yet", change: edits(unknown("dnsSettings.domainNameLabel"), set(reverse, `web${zone}`)) },
      ],
    },
    {
      rule: "R141",
      refused: [
        {
          name: "a reverse name of an IPv6 address",
          change: edits(set("publicIPAddressVersion", "IPv6"), set(reverse, "www.contoso.com.")),
          at: reverse,
        },
      ],
      accepted: [{ name: "an IPv6 address with a label", change: set("publicIPAddressVersion", "IPv6") }],
    },
    {
      rule: "R119",
      refused: [{ name: "a reference without an id", change: set("publicIPPrefix", {}), at: "publicIPPrefix.id" }],
      accepted: [{ name: "no prefix", change: remove("publicIPPrefix") }],
    },
    {
      rule: "R119-whole",
      refused: [{ name: "a name in place of an id", change: set("publicIPPrefix.id", "prefix"), at: "publicIPPrefix.id" }],
      accepted: [{ name: "an id that is not known yet", change: unknown("publicIPPrefix.id") }],
    },
    {
      rule: "R119-type",
      refused: [
        {
          name: "another address in place of a prefix",
          change: set("publicIPPrefix.id", armId("Microsoft.Network/publicIPAddresses", "other-ip")),
          others: neighbour({ dnsSettings: { domainNameLabel: "other" } }),
          at: "publicIPPrefix.id",
        },
      ],
      accepted: [{ name: "a prefix", change: set("publicIPPrefix.id", publicIpPrefixId) }],
    },
    {
      rule: "R9-missing",
      refused: [
        {
          name: "a NAT gateway that does not exist",
          change: set("natGateway.id", armId("Microsoft.Network/natGateways", "gone")),
          at: "natGateway.id",
        },
        {
          name: "a prefix that does not exist",
          change: set("publicIPPrefix.id", armId("Microsoft.Network/publicIPPrefixes", "gone")),
          at: "publicIPPrefix.id",
        },
        {
          name: "a prefix of another region",
          change: set("publicIPPrefix.id", publicIpPrefixId),
          others: [standingPrefix({ location: "northeurope" })],
          at: "publicIPPrefix.id",
        },
      ],
      accepted: [
        {
          name: "a prefix of the region, whose zones it takes",
          change: edits(set("publicIPPrefix.id", publicIpPrefixId), remove("zones")),
          others: [standingPrefix({ location: "West Europe", zones: ["1"] })],
        },
      ],
    },
    ...routingPreferenceCases,
    ...addressOfPrefixCases,
    locationCases,
    ...tagCases,
  ],
  changes: [
    {
      rule: "C-zones",
      refused: [
        { name: "a zone less", change: set("zones", ["1", "2"]), at: "zones" },
        { name: "no zones any more", change: remove("zones"), at: "zones" },
        { name: "zones where there were none", before: remove("zones"), change: nothing, at: "zones" },
      ],
      accepted: [
        { name: "the same zones in another order", change: set("zones", ["3", "1", "2"]) },
        { name: "zones that are not known yet", change: unknown("zones") },
        { name: "no zones as before", before: remove("zones"), change: set("zones", []) },
      ],
    },
    ...publicIpAddressKeptCases,
  ],
  // The generated tests place the address in other regions too.
  surroundings: { self: publicIpAddressId, others: () => [standingPrefix({ location: null })] },
};
