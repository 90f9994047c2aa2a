import * as crypto from "node:crypto";
import { parseAddressPrefix, withoutHostBits } from "../../facts/address-prefix";
import { Properties, UNKNOWN } from "../../properties/value";
import { viewOf } from "../../properties/view";
import { sameText } from "../../rules/lookups";
import { resourceStandsInARegion } from "../../rules/locations";
import { referencesAreIds } from "../../rules/reference-ids";
import { referencesExist } from "../../rules/references";
import { tagRules } from "../../rules/tags";
import type { Keeper, OutputContext, ResourceType } from "../resource-type";
import { versionOfPrefix } from "./rules/prefix-addresses";
import { publicIpPrefixChanges, publicIpPrefixRules } from "./rules/public-ip-prefix";

const keeper = {
  code: "InUsePublicIpPrefixCannotBeDeleted",
  message: (id: string, user: string) =>
    `Public IP prefix ${id} cannot be deleted because it is in use by ${user}. Take its addresses off there first.`,
};

const usedFor = (type: string): Keeper => ({
  ...keeper,
  type,
  rule: "R484-others",
  grade: "assumed",
  source: "https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-address-prefix",
});

/**
 * The block is one of the computer itself (RFC 1122, section 3.2.1.3) or, for version 6, one of documentation's (RFC 3849): nothing of the
 * region is meant to be reached from elsewhere. Each prefix has another one, as the blocks in a list of a security rule must not overlap.
 */
function outputs({ id, inputs }: OutputContext): Properties {
  const prefix = viewOf(inputs);
  const length = prefix.number("prefixLength");
  const version = versionOfPrefix(prefix);
  if (id === "" || length === undefined || version === undefined) {
    return { ipPrefix: UNKNOWN };
  }
  const [first, second, third, fourth] = crypto.createHash("sha256").update(id.toLowerCase()).digest();
  const start = sameText(version, "IPv6")
    ? `2001:db8:${(256 * first + second).toString(16)}:${(256 * third + fourth).toString(16)}::`
    : // Visitors of the region are at 127.0.0.1.
      `127.${1 + (first % 254)}.${second}.${16 * (third % 16)}`;
  const block = parseAddressPrefix(`${start}/${length}`);
  return { ipPrefix: block === undefined ? UNKNOWN : withoutHostBits(block) };
}

const references = ["natGateway.id"];

export const publicIpPrefix: ResourceType = {
  token: "azure-native:network:PublicIPPrefix",
  armType: "Microsoft.Network/publicIPPrefixes",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/publicIPPrefixes/{publicIpPrefixName}",
  nameProperty: "publicIpPrefixName",
  autonaming: "random",
  located: true,
  replacedBy: [],
  parts: [],
  references,
  keptBy: [
    {
      ...keeper,
      type: "azure-native:network:PublicIPAddress",
      rule: "R484",
      grade: "observed",
      source: "https://github.com/Azure/kube-egress-gateway/pull/1223",
    },
    usedFor("azure-native:network:NatGateway"),
    usedFor("azure-native:network:LoadBalancer"),
    usedFor("azure-native:compute:VirtualMachineScaleSet"),
  ],
  outputs,
  rules: [
    ...publicIpPrefixRules,
    ...referencesAreIds({ natGateway: "Microsoft.Network/natGateways", customIPPrefix: "Microsoft.Network/customIPPrefixes" }),
    referencesExist(references),
    resourceStandsInARegion,
    ...tagRules,
  ],
  changes: publicIpPrefixChanges,
};
