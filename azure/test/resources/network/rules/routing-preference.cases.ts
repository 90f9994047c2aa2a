import type { RuleCases } from "../../../rules/cases";
import { edits, remove, set, unknown } from "../../../rules/edits";

const routedByInternet = set("ipTags", [{ ipTagType: "RoutingPreference", tag: "Internet" }]);

/** The rules of public IP addresses that are routed over the internet. */
export const routingPreferenceCases: RuleCases[] = [
  {
    rule: "R346",
    refused: [{ name: "an address of zone 1 routed over the internet", change: edits(routedByInternet, set("zones", ["1"])), at: "zones" }],
    accepted: [
      { name: "an address of three zones routed over the internet", change: routedByInternet },
      { name: "an address of no zone routed over the internet", change: edits(routedByInternet, remove("zones")) },
      {
        name: "an address of zone 1 with another tag",
        change: edits(set("ipTags", [{ ipTagType: "FirstPartyUsage" }]), set("zones", ["1"])),
      },
      { name: "zones that are not known yet", change: edits(routedByInternet, unknown("zones")) },
    ],
  },
  {
    rule: "R346-version",
    refused: [
      {
        name: "an IPv6 address routed over the internet",
        change: edits(routedByInternet, set("publicIPAddressVersion", "IPv6")),
        at: "publicIPAddressVersion",
      },
    ],
    accepted: [
      { name: "an address without a version, which is IPv4", change: edits(routedByInternet, remove("publicIPAddressVersion")) },
      { name: "an IPv6 address without tags", change: edits(set("publicIPAddressVersion", "IPv6"), set("ipTags", [])) },
    ],
  },
  {
    rule: "R346-tier",
    refused: [
      { name: "a global address routed over the internet", change: edits(routedByInternet, set("sku.tier", "Global")), at: "sku.tier" },
    ],
    accepted: [{ name: "a regional address routed over the internet", change: edits(routedByInternet, set("sku.tier", "Regional")) }],
  },
];
