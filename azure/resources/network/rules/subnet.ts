import type { View } from "../../../properties/view";
import { nameInId, sameText } from "../../../rules/lookups";
import { networkNamesFit } from "../../../rules/names";
import type { RegionResource, RegionView } from "../../../rules/region-view";
import type { Rule } from "../../../rules/rule";
import { bastionRules } from "./bastion";
import { noNatBesideBasic } from "./basic-beside-nat";
import { allSubnets, networkOf, outsideSpace, overlapping, subnetAddressRules } from "./subnet-addresses";
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
      const network = networkOf(region.self);
      yield* outsideSpace([subnet], network === undefined ? undefined : region.find(network)?.properties);
    },
  },
  {
    ...overlaps,
    *check(subnet, region) {
      const network = networkOf(region.self);
      yield* network === undefined ? [] : overlapping(subnet, allSubnets(network, region));
    },
  },
  ...subnetServiceRules(itself),
  ...bastionRules(itself),
  noNatBesideBasic,
  {
    ...oneNetwork,
    *check(subnet, region) {
      yield* natGatewaysElsewhere([subnet], networkOf(region.self), region);
    },
  },
  {
    id: "T20",
    title: "A subnet is declared in its virtual network or as a resource of its own, not both ways",
    code: "Warning",
    grade: "observed",
    source: "https://github.com/pulumi/pulumi-azure-native/issues/611",
    severity: "warning",
    allowed: "a virtual network that declares no subnets itself",
    *check(subnet, region) {
      const network = networkOf(region.self);
      const declared = (network === undefined ? undefined : region.find(network))?.properties.list("subnets") ?? [];
      const twice = declared.some((other) => sameText(other.text("name"), subnet.text("subnetName")));
      if (declared.length > 0) {
        yield {
          at: subnet.at("virtualNetworkName"),
          because: twice
            ? "the virtual network declares this subnet too, so that its creation meets one that exists"
            : "the virtual network declares subnets itself, and its next update deletes those that it does not list",
        };
      }
    },
  },
];

/** The names, in lower case, of the subnets of a virtual network that are resources of their own. */
export function subnetsOf(network: string | undefined, region: RegionView): string[] {
  return resourcesOf(network, region).map(({ id }) => nameInId(id));
}

/** The subnets of a virtual network that are resources of their own. */
export function ownSubnets(network: string | undefined, region: RegionView): View[] {
  return resourcesOf(network, region).map(({ properties }) => properties);
}

function resourcesOf(network: string | undefined, region: RegionView): RegionResource[] {
  return region.all("azure-native:network:Subnet").filter(({ id }) => sameText(networkOf(id), network));
}
