import type { Properties } from "../../../properties/value";
import type { RegionResource } from "../../../rules/region-view";
import { armId, regionResource } from "../fake-region";

export const publicIpPrefixId = armId("Microsoft.Network/publicIPPrefixes", "web-prefix");

/** Four addresses of version 4, over three zones. */
export function publicIpPrefix(): Properties {
  return {
    resourceGroupName: "web",
    publicIpPrefixName: "web-prefix",
    location: "westeurope",
    sku: { name: "Standard", tier: "Regional" },
    publicIPAddressVersion: "IPv4",
    prefixLength: 30,
    zones: ["1", "2", "3"],
  };
}

/** The prefix as it stands in the region, with some of its properties changed. */
export function standingPrefix(changes: Properties = {}): RegionResource {
  return regionResource("azure-native:network:PublicIPPrefix", publicIpPrefixId, { ...publicIpPrefix(), ...changes });
}
