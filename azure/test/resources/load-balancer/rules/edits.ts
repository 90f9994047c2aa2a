import { UNKNOWN } from "../../../../properties/value";
import { add, edits, remove, set, unknown } from "../../../rules/edits";
import { publicIpPrefixId } from "../../../rules/valid/public-ip-prefix";
import { natPool } from "../../../rules/valid/load-balancer";

/** Changes of the valid load balancer that several of its cases begin with. */

export const frontendReference = { id: "$self/frontendIPConfigurations/public" };
export const poolReference = { id: "$self/backendAddressPools/instances" };

/** A second frontend, at an address that is not known yet. */
export const secondFrontend = add("frontendIPConfigurations", { name: "second", publicIPAddress: { id: UNKNOWN } });
/** The outbound rule at a second frontend, which has a prefix. */
export const outboundFromPrefix = edits(
  add("frontendIPConfigurations", { name: "prefix", publicIPPrefix: { id: publicIpPrefixId } }),
  set("outboundRules[0].frontendIPConfigurations[0].id", "$self/frontendIPConfigurations/prefix"),
);
export const secondPool = add("backendAddressPools", { name: "admin" });
/** The load balancer as an internal one, in a subnet that is not known yet. */
export const internal = edits(
  remove("frontendIPConfigurations[0].publicIPAddress"),
  unknown("frontendIPConfigurations[0].subnet.id"),
  remove("outboundRules"),
);
/** The load balancer as one for appliances that all traffic goes through. */
export const gateway = edits(
  internal,
  set("sku.name", "Gateway"),
  remove("inboundNatRules"),
  set("backendAddressPools[0].tunnelInterfaces", [
    { type: "Internal", protocol: "VXLAN", identifier: 800, port: 2000 },
    { type: "External", protocol: "VXLAN", identifier: 801, port: 2001 },
  ]),
  set("loadBalancingRules[0].protocol", "All"),
  set("loadBalancingRules[0].frontendPort", 0),
  set("loadBalancingRules[0].backendPort", 0),
);
export const withoutOutbound = remove("outboundRules");
export const withNatPool = edits(remove("inboundNatRules"), set("inboundNatPools", [natPool()]));
/** Another load balancing rule, at the same frontend and for the same pool unless told otherwise. */
export function another(properties: Record<string, string | number | boolean | { id: string }>) {
  return add("loadBalancingRules", {
    name: "another",
    protocol: "Tcp",
    frontendPort: 8080,
    backendPort: 8080,
    disableOutboundSnat: true,
    frontendIPConfiguration: frontendReference,
    backendAddressPool: poolReference,
    ...properties,
  });
}

export function anotherNatRule(properties: Record<string, string | number | { id: string }>) {
  return add("inboundNatRules", {
    name: "another",
    protocol: "Tcp",
    frontendPortRangeStart: 51000,
    frontendPortRangeEnd: 51119,
    backendPort: 2222,
    frontendIPConfiguration: frontendReference,
    backendAddressPool: poolReference,
    ...properties,
  });
}
