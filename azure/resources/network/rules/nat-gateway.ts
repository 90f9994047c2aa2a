import { normalLocation } from "../../../arm/id";
import { regionsWithoutStandardV2Nat } from "../../../facts/regions";
import { is, outside, sameText, textOr } from "../../../rules/lookups";
import { networkNamesFit } from "../../../rules/names";
import type { ChangeRule, Rule } from "../../../rules/rule";
import { skuStays } from "../../../rules/sku-stays";
import { zonesAreNumbered, zonesNeedARegionWithZones, zonesStay } from "../../../rules/zone-rules";
import { natGatewayAddressRules } from "./nat-gateway-addresses";

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
  ...natGatewayAddressRules,
  {
    id: "R256",
    title: "NAT gateways of the SKU StandardV2 are not in all regions",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/nat-gateway/troubleshoot-nat",
    severity: "error",
    allowed: "another region, or Standard",
    *check(gateway) {
      const location = gateway.text("location");
      if (is(gateway.at("sku.name"), "StandardV2") && regionsWithoutStandardV2Nat.includes(normalLocation(location ?? ""))) {
        yield { at: gateway.at("sku.name"), because: `${location} has none` };
      }
    },
  },
];

/** What Azure refuses to change of a NAT gateway. */
export const natGatewayChanges: ChangeRule[] = [
  zonesStay({ grade: "documented", source: resourcePage }),
  skuStays("NAT gateway", (gateway) => textOr(gateway.at("sku.name"), "Standard")),
];
