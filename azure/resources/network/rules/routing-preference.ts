import type { View } from "../../../properties/view";
import { is } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";

/** Whether an address has the routing preference Internet, so that its traffic leaves Microsoft's network in its own region. */
export function isRoutedByInternet(address: View): boolean {
  return address.list("ipTags").some((tag) => is(tag.at("ipTagType"), "RoutingPreference") && is(tag.at("tag"), "Internet"));
}

/** What Azure refuses of a public IP address that is routed over the internet. */
export const routingPreferenceRules: Rule[] = [
  {
    id: "R346",
    title: "A public IP address that is routed over the internet is not one of a single zone",
    code: "PublicIPAddressWithOneZoneDoesNotSupportRoutingPreference",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/pull/65595",
    severity: "error",
    allowed: "all zones of the region",
    because: "its routing preference is Internet",
    *check(address) {
      if (isRoutedByInternet(address) && address.list("zones").length === 1) {
        yield address.at("zones");
      }
    },
  },
  {
    id: "R346-version",
    title: "A public IP address that is routed over the internet is one of IPv4",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/virtual-network/ip-services/routing-preference-overview",
    severity: "error",
    allowed: "IPv4, or no routing preference",
    *check(address) {
      if (isRoutedByInternet(address) && is(address.at("publicIPAddressVersion"), "IPv6")) {
        yield address.at("publicIPAddressVersion");
      }
    },
  },
  {
    id: "R346-tier",
    title: "A public IP address of the tier Global is not routed over the internet",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses",
    severity: "error",
    allowed: "the tier Regional, or no routing preference",
    *check(address) {
      if (isRoutedByInternet(address) && is(address.at("sku.tier"), "Global")) {
        yield address.at("sku.tier");
      }
    },
  },
];
