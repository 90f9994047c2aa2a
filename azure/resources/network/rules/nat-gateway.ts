import { availabilityZones } from "../../../facts/regions";
import { holdsUnknown } from "../../../properties/value";
import type { View } from "../../../properties/view";
import { is, outside, sameText, textOr } from "../../../rules/lookups";
import { networkNamesFit } from "../../../rules/names";
import type { RegionView } from "../../../rules/region-view";
import type { ChangeRule, Rule } from "../../../rules/rule";
import { zonesAreNumbered, zonesNeedARegionWithZones, zonesStay } from "../../../rules/zone-rules";

import { addressesHaveOneOwner } from "./address-owner";

const resourcePage = "https://learn.microsoft.com/azure/nat-gateway/nat-gateway-resource";

/** What Azure refuses in a `azure-native:network:NatGateway`. */
export const natGatewayRules: Rule[] = [
  networkNamesFit(1, 80, "natGatewayName"),
  zonesNeedARegionWithZones,
  zonesAreNumbered,
  {
    id: "R5-one-zone",
    title: "A Standard NAT gateway is in one zone or in none",
    code: "ResourceCannotHaveMultipleZonesSpecified",
    grade: "documented",
    source: resourcePage,
    severity: "error",
    allowed: "at most one zone",
    *check(gateway) {
      if (gateway.list("zones").length > 1 && sameText(textOr(gateway.at("sku.name"), "Standard"), "Standard")) {
        yield gateway.at("zones");
      }
    },
  },
  {
    id: "R13",
    title: "A flow through a NAT gateway may be idle for 4 to 120 minutes",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: resourcePage,
    severity: "error",
    allowed: "4 to 120 minutes",
    *check(gateway) {
      if (outside(gateway.at("idleTimeoutInMinutes"), 4, 120)) {
        yield gateway.at("idleTimeoutInMinutes");
      }
    },
  },
  {
    id: "N-addresses",
    title: "A NAT gateway has at most 16 public IP addresses",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: resourcePage,
    severity: "error",
    allowed: "at most 16 public IP addresses",
    *check(gateway) {
      if (gateway.list("publicIpAddresses").length > 16) {
        yield gateway.at("publicIpAddresses");
      }
    },
  },
  addressesHaveOneOwner("azure-native:network:NatGateway"),
  {
    id: "R136",
    title: "A NAT gateway and its public IP addresses have one SKU",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/nat-gateway/nat-sku",
    severity: "error",
    allowed: "addresses of the gateway's SKU",
    *check(gateway, region) {
      const sku = textOr(gateway.at("sku.name"), "Standard");
      for (const { at, address } of addressesOf(gateway, region)) {
        const other = address.text("sku.name");
        if (sku !== undefined && other !== undefined && !sameText(sku, other)) {
          yield { at, allowed: `an address of the SKU ${sku}`, because: `this one's is ${other}` };
        }
      }
    },
  },
  {
    id: "R137",
    title: "The addresses of a NAT gateway in a zone are in that zone, or in all zones",
    code: "PublicIPOrPrefixAndStandardSkuNatGatewayZoneDoNotMatch",
    grade: "documented",
    source: "https://learn.microsoft.com/azure/nat-gateway/nat-availability-zones",
    severity: "error",
    allowed: "addresses of the same zone, or zone-redundant ones",
    *check(gateway, region) {
      const [zone, ...more] = gateway.texts("zones");
      for (const { at, address } of addressesOf(gateway, region)) {
        const isInOne = availabilityZones.includes(zone) && more.length === 0;
        if (isInOne && !holdsUnknown(address.at("zones").value) && !address.texts("zones").includes(zone)) {
          yield at;
        }
      }
    },
  },
  {
    id: "R138",
    title: "A Standard NAT gateway has IPv4 addresses",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/nat-gateway/nat-overview",
    severity: "error",
    allowed: "IPv4 addresses",
    *check(gateway, region) {
      const isStandard = sameText(textOr(gateway.at("sku.name"), "Standard"), "Standard");
      const places = addressesOf(gateway, region).filter(({ address }) => isStandard && is(address.at("publicIPAddressVersion"), "IPv6"));
      yield* places.map(({ at }) => at);
    },
  },
];

/** The gateway's addresses that are known, each with the place that names it. */
function addressesOf(gateway: View, region: RegionView): { at: View; address: View }[] {
  return gateway.list("publicIpAddresses").flatMap((reference) => {
    const at = reference.at("id");
    const address = region.find(at.text() ?? "");
    return address?.type === "azure-native:network:PublicIPAddress" ? [{ at, address: address.properties }] : [];
  });
}

/** What Azure refuses to change of a NAT gateway. */
export const natGatewayChanges: ChangeRule[] = [zonesStay({ grade: "documented", source: resourcePage })];
