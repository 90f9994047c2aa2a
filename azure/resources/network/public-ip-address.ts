import { isProperties, Properties, UNKNOWN, Value } from "../../properties/value";
import { resourceStandsInARegion } from "../../rules/locations";
import { referencesAreIds } from "../../rules/reference-ids";
import { referencesExist } from "../../rules/references";
import { tagRules } from "../../rules/tags";
import type { Keeper, OutputContext, ResourceType } from "../resource-type";
import { publicIpAddressRules } from "./rules/public-ip-address";
import { publicIpAddressChanges } from "./rules/public-ip-address-changes";

const allocatedTo = (type: string): Keeper => ({
  type,
  rule: "R92",
  grade: "observed",
  source: "https://learn.microsoft.com/azure/virtual-network/ip-services/virtual-network-public-ip-address",
  code: "PublicIPAddressCannotBeDeleted",
  message: (id, user) =>
    `Public IP address ${id} can not be deleted since it is still allocated to resource ${user}. Take it off there first.`,
});

/**
 * Every public address of the local region is the loopback address: nothing of the region is meant to be reached from elsewhere.
 * Names in the domain `localhost` resolve to it too (RFC 6761, section 6.3).
 */
function outputs({ inputs }: OutputContext): Properties {
  const settings = inputs.dnsSettings;
  const label: Value | undefined = isProperties(settings) ? settings.domainNameLabel : undefined;
  const location = inputs.location;
  const address: Properties = { ipAddress: "127.0.0.1" };
  if (!isProperties(settings) || label === undefined) {
    return address;
  }
  const fqdn = typeof label === "string" && typeof location === "string" ? `${label}.${location}.cloudapp.localhost` : UNKNOWN;
  return { ...address, dnsSettings: { ...settings, fqdn } };
}

const references = ["publicIPPrefix.id", "natGateway.id"];

export const publicIpAddress: ResourceType = {
  token: "azure-native:network:PublicIPAddress",
  armType: "Microsoft.Network/publicIPAddresses",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/publicIPAddresses/{publicIpAddressName}",
  nameProperty: "publicIpAddressName",
  autonaming: "random",
  located: true,
  replacedBy: ["location", "publicIPAddressVersion", "publicIPPrefix", "sku"],
  parts: [],
  references,
  keptBy: [allocatedTo("azure-native:network:LoadBalancer"), allocatedTo("azure-native:network:NatGateway")],
  outputs,
  rules: [
    ...publicIpAddressRules,
    ...referencesAreIds({ publicIPPrefix: "Microsoft.Network/publicIPPrefixes", natGateway: "Microsoft.Network/natGateways" }),
    referencesExist(references),
    resourceStandsInARegion,
    ...tagRules,
  ],
  changes: publicIpAddressChanges,
};
