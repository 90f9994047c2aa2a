import type { View } from "../../../properties/view";
import { isEmpty, outside, sameText } from "../../../rules/lookups";
import { networkNamesFit } from "../../../rules/names";
import { partsHaveNames, partsHaveNamesOfTheirOwn } from "../../../rules/parts";
import type { Rule } from "../../../rules/rule";
import { bastionRules } from "./bastion";
import { listsAllOrNone, subnetPart } from "./own-parts";
import { oneNetwork, outside as outsideTheSpace, overlaps } from "./subnet";
import { outsideSpace, overlapping, subnetAddressRules } from "./subnet-addresses";
import { natGatewaysElsewhere, subnetServiceRules } from "./subnet-services";
import { virtualNetworkAddressRules } from "./virtual-network-addresses";

const subnetsIn = (network: View) => network.list("subnets");

/** What Azure refuses in a `azure-native:network:VirtualNetwork`. */
export const virtualNetworkRules: Rule[] = [
  networkNamesFit(1, 80, "virtualNetworkName"),
  {
    id: "R99-length",
    title: "The name of a virtual network has 2 to 64 characters",
    code: "NetcfgInvalidVirtualNetworkSite",
    grade: "observed",
    source: "https://github.com/Azure/Azure-Landing-Zones/issues/1154",
    severity: "error",
    allowed: "2 to 64 characters",
    *check(network) {
      const { length } = network.text("virtualNetworkName") ?? "ok";
      if (length === 1 || (length > 64 && length <= 80)) {
        yield network.at("virtualNetworkName");
      }
    },
  },
  {
    ...networkNamesFit(1, 80, "subnets[*].name", "virtualNetworkPeerings[*].name"),
    id: "R99-subnets",
    title: "The name of a subnet or peering has the length and the characters that Azure allows",
  },
  ...virtualNetworkAddressRules,
  ...subnetAddressRules(subnetsIn),
  {
    ...outsideTheSpace,
    *check(network) {
      yield* outsideSpace(subnetsIn(network), network);
    },
  },
  {
    ...overlaps,
    *check(network) {
      const subnets = subnetsIn(network);
      yield* subnets.flatMap((subnet, index) => overlapping(subnet, subnets.slice(0, index)));
    },
  },
  ...subnetServiceRules(subnetsIn),
  ...bastionRules(subnetsIn),
  {
    ...oneNetwork,
    *check(network, region) {
      yield* natGatewaysElsewhere(subnetsIn(network), region.self, region);
    },
  },
  partsHaveNames("subnets", "virtualNetworkPeerings"),
  partsHaveNamesOfTheirOwn("subnets"),
  listsAllOrNone(subnetPart),
  {
    id: "R100",
    title: "The flow timeout of a virtual network is 4 to 30 minutes",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/powershell/module/az.network/new-azvirtualnetwork",
    severity: "error",
    allowed: "4 to 30 minutes",
    *check(network) {
      if (outside(network.at("flowTimeoutInMinutes"), 4, 30)) {
        yield network.at("flowTimeoutInMinutes");
      }
    },
  },
  {
    id: "R347",
    title: "A virtual network is protected against denial of service by a plan",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/rest/api/virtualnetwork/virtual-networks/create-or-update",
    severity: "error",
    allowed: "false, or true together with a ddosProtectionPlan",
    *check(network) {
      if (network.flag("enableDdosProtection") && isEmpty(network.at("ddosProtectionPlan.id"))) {
        yield network.at("enableDdosProtection");
      }
    },
  },
  {
    id: "R431",
    title: "An encrypted virtual network takes machines that do not encrypt",
    code: "SubscriptionNotRegisteredForFeature",
    codeIsAssumed: true,
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/25913",
    severity: "error",
    allowed: "AllowUnencrypted, or no enforcement",
    because: "the other enforcement is for subscriptions that are registered for its preview",
    *check(network) {
      if (sameText(network.text("encryption.enforcement"), "DropUnencrypted")) {
        yield network.at("encryption.enforcement");
      }
    },
  },
];
