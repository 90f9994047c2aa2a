import type { TypeCases } from "../../../rules/cases";
import { edits, nothing, remove, set, unknown } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import { natGateway } from "../../../rules/valid/nat-gateway";
import { publicIpAddress, publicIpAddressId } from "../../../rules/valid/public-ip-address";
import { natGateway as natGatewayType } from "../../../../resources/network/nat-gateway";

function addresses(count: number) {
  return Array.from({ length: count }, () => ({ id: publicIpAddressId }));
}

/** The rules and refused changes of a NAT gateway. */
export const natGatewayCases: TypeCases = {
  type: natGatewayType,
  valid: natGateway,
  rules: [
    {
      rule: "R99",
      refused: [{ name: "a name of 81 characters", change: set("natGatewayName", "a".repeat(81)), at: "natGatewayName" }],
      accepted: [{ name: "a name of 80 characters", change: set("natGatewayName", "a".repeat(80)) }],
    },
    {
      rule: "R5",
      refused: [{ name: "a zone in a region without any", change: edits(set("location", "westus"), set("zones", ["1"])), at: "zones" }],
      accepted: [{ name: "no zone in a region without any", change: set("location", "westus") }],
    },
    {
      rule: "R5-zone",
      refused: [{ name: "zone 0", change: set("zones", ["0"]), at: "zones[0]" }],
      accepted: [{ name: "zone 1", change: set("zones", ["1"]) }],
    },
    {
      rule: "R5-one-zone",
      refused: [{ name: "two zones", change: set("zones", ["1", "2"]), at: "zones" }],
      accepted: [
        { name: "one zone", change: set("zones", ["2"]) },
        { name: "no zone", change: set("zones", []) },
      ],
    },
    {
      rule: "R13",
      refused: [
        { name: "3 minutes", change: set("idleTimeoutInMinutes", 3), at: "idleTimeoutInMinutes" },
        { name: "121 minutes", change: set("idleTimeoutInMinutes", 121), at: "idleTimeoutInMinutes" },
      ],
      accepted: [
        { name: "4 minutes", change: set("idleTimeoutInMinutes", 4) },
        { name: "120 minutes", change: set("idleTimeoutInMinutes", 120) },
      ],
    },
    {
      rule: "N-addresses",
      refused: [{ name: "17 addresses", change: set("publicIpAddresses", addresses(17)), at: "publicIpAddresses" }],
      accepted: [{ name: "16 addresses", change: set("publicIpAddresses", addresses(16)) }],
    },
    {
      rule: "R9-missing",
      refused: [
        {
          name: "an address that does not exist",
          change: set("publicIpAddresses[0].id", armId("Microsoft.Network/publicIPAddresses", "gone")),
          at: "publicIpAddresses[0].id",
        },
      ],
      accepted: [{ name: "an address that is not known yet", change: unknown("publicIpAddresses[0].id") }],
    },
  ],
  changes: [
    {
      rule: "C-zones",
      refused: [
        { name: "another zone", before: set("zones", ["1"]), change: set("zones", ["2"]), at: "zones" },
        { name: "a zone where there was none", change: set("zones", ["1"]), at: "zones" },
      ],
      accepted: [
        { name: "the same zone", before: set("zones", ["1"]), change: set("zones", ["1"]) },
        { name: "none as before", before: remove("zones"), change: nothing },
      ],
    },
  ],
  surroundings: { others: () => [regionResource("azure-native:network:PublicIPAddress", publicIpAddressId, publicIpAddress())] },
};
