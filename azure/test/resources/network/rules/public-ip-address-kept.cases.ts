import type { RuleCases } from "../../../rules/cases";
import { edits, nothing, remove, set, unknown } from "../../../rules/edits";

const label = "dnsSettings.domainNameLabel";
const scope = "dnsSettings.domainNameLabelScope";
const scoped = (value: string) => edits(set(label, "web"), set(scope, value));
const tagged = (ipTagType: string, tag: string) => set("ipTags", [{ ipTagType, tag }]);

/** What a public IP address keeps from its creation on, beside its zones. */
export const publicIpAddressKeptCases: RuleCases[] = [
  {
    rule: "R424",
    refused: [
      { name: "another scope", before: scoped("TenantReuse"), change: scoped("NoReuse"), at: scope },
      { name: "no scope any more", before: scoped("TenantReuse"), change: set("dnsSettings.domainNameLabel", "web"), at: scope },
    ],
    accepted: [
      { name: "a first scope", before: set("dnsSettings.domainNameLabel", "web"), change: scoped("NoReuse") },
      { name: "the scope in other letters", before: scoped("TenantReuse"), change: scoped("tenantreuse") },
      { name: "a scope that is not known yet", before: scoped("TenantReuse"), change: edits(scoped("NoReuse"), unknown(scope)) },
      { name: "no name any more", before: scoped("TenantReuse"), change: remove("dnsSettings") },
    ],
  },
  {
    rule: "R426",
    refused: [
      { name: "a routing preference where there was none", change: tagged("RoutingPreference", "Internet"), at: "ipTags" },
      { name: "no routing preference any more", before: tagged("RoutingPreference", "Internet"), change: nothing, at: "ipTags" },
    ],
    accepted: [
      { name: "the tags as they were", before: tagged("RoutingPreference", "Internet"), change: tagged("routingPreference", "internet") },
      { name: "a usage of Microsoft's own", change: tagged("FirstPartyUsage", "/Unprivileged") },
      { name: "tags that are not known yet", change: unknown("ipTags") },
      { name: "an empty list", change: set("ipTags", []) },
    ],
  },
];
