import type { View } from "../../../properties/view";
import { networkNamesFit } from "../../../rules/names";
import type { Rule } from "../../../rules/rule";
import { bastionRules } from "./bastion";
import { noNatBesideBasic } from "./basic-beside-nat";
import { allParts, holderDeclaresNone, holderOf, subnetPart } from "./own-parts";
import { outsideSpace, overlapping, subnetAddressRules } from "./subnet-addresses";
import { natGatewaysElsewhere, subnetServiceRules } from "./subnet-services";

const itself = (subnet: View) => [subnet];

/** In difference to the same rules on the subnets that a network declares. */
export const outside = {
  id: "R124",
  title: "A subnet is in the address space of its virtual network",
  code: "NetcfgSubnetRangeOutsideVnet",
  grade: "observed",
  source: "https://github.com/MicrosoftDocs/azure-docs/pull/123869",
  severity: "error",
  allowed: "a part of the virtual network's address space",
} as const;

export const overlaps = {
  id: "R125",
  title: "The subnets of a virtual network do not overlap",
  code: "NetcfgSubnetRangesOverlap",
  grade: "observed",
  source: "https://github.com/MicrosoftDocs/azure-docs/pull/123869",
  severity: "error",
  allowed: "a range that no other subnet has a part of",
} as const;

export const oneNetwork = {
  id: "R128",
  title: "A NAT gateway serves subnets of one virtual network",
  code: "NatGatewayCannotBeUsedBySubnetsBelongingToDifferentVirtualNetworks",
  grade: "observed",
  source: "https://github.com/microsoft/azure_arc/issues/3288",
  severity: "error",
  allowed: "a NAT gateway of its own for each virtual network",
} as const;

/** What Azure refuses in a `azure-native:network:Subnet`. */
export const subnetRules: Rule[] = [
  networkNamesFit(1, 80, "subnetName"),
  ...subnetAddressRules(itself),
  {
    ...outside,
    *check(subnet, region) {
      const network = holderOf(region.self);
      yield* outsideSpace([subnet], network === undefined ? undefined : region.find(network)?.properties);
    },
  },
  {
    ...overlaps,
    *check(subnet, region) {
      yield* overlapping(subnet, allParts(subnetPart, holderOf(region.self), region));
    },
  },
  ...subnetServiceRules(itself),
  ...bastionRules(itself),
  noNatBesideBasic,
  {
    ...oneNetwork,
    *check(subnet, region) {
      yield* natGatewaysElsewhere([subnet], holderOf(region.self), region);
    },
  },
  holderDeclaresNone(subnetPart),
];
