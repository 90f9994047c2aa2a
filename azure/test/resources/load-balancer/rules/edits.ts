import { add, edits, remove, set } from "../../../rules/edits";
import { armId } from "../../../rules/fake-region";
import { natPool } from "../../../rules/valid/load-balancer";

/** Changes of the valid load balancer that several of its cases begin with. */

export const frontendReference = { id: "$self/frontendIPConfigurations/public" };
export const poolReference = { id: "$self/backendAddressPools/instances" };

export const secondFrontend = add("frontendIPConfigurations", {
  name: "second",
  publicIPPrefix: { id: armId("Microsoft.Network/publicIPPrefixes", "p") },
});
export const secondPool = add("backendAddressPools", { name: "admin" });
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
