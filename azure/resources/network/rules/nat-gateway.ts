import { outside } from "../../../rules/lookups";
import { namesFit, networkNames } from "../../../rules/names";
import type { ChangeRule, Rule } from "../../../rules/rule";
import { zonesAreNumbered, zonesNeedARegionWithZones, zonesStay } from "../../../rules/zone-rules";

const resourcePage = "https://learn.microsoft.com/azure/nat-gateway/nat-gateway-resource";

/** What Azure refuses in a `azure-native:network:NatGateway`. */
export const natGatewayRules: Rule[] = [
  namesFit(networkNames(1, 80), "natGatewayName"),
  zonesNeedARegionWithZones,
  zonesAreNumbered,
  {
    id: "R5-one-zone",
    title: "A NAT gateway is in one zone or in none",
    code: "ResourceCannotHaveMultipleZonesSpecified",
    codeIsAssumed: true,
    grade: "documented",
    source: resourcePage,
    severity: "error",
    allowed: "at most one zone",
    *check(gateway) {
      if (gateway.list("zones").length > 1) {
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
];

/** What Azure refuses to change of a NAT gateway. */
export const natGatewayChanges: ChangeRule[] = [zonesStay({ grade: "documented", source: resourcePage })];
