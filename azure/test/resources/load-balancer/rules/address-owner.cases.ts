import type { RuleCases } from "../../../rules/cases";
import { add, nothing, set } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import { publicIpAddress, publicIpAddressId } from "../../../rules/valid/public-ip-address";

const otherId = armId("Microsoft.Network/publicIPAddresses", "other-ip");
const other = regionResource("azure-native:network:PublicIPAddress", otherId, publicIpAddress());
const frontend = "frontendIPConfigurations[0].publicIPAddress.id";

function gatewayWith(id: string) {
  return regionResource("azure-native:network:NatGateway", armId("Microsoft.Network/natGateways", "web-nat"), {
    publicIpAddresses: [{ id }],
  });
}

/** Who has a public IP address. */
export const addressOwnerCases: RuleCases[] = [
  {
    rule: "R135",
    refused: [{ name: "the address of a NAT gateway", change: nothing, others: [gatewayWith(publicIpAddressId)], at: frontend }],
    accepted: [
      { name: "an address beside that of a NAT gateway", change: nothing, others: [gatewayWith(otherId)] },
      { name: "another address", change: set(frontend, otherId), others: [other, gatewayWith(publicIpAddressId)] },
    ],
  },
  {
    rule: "R135-frontends",
    refused: [
      {
        name: "one address for two frontends",
        change: add("frontendIPConfigurations", { name: "second", publicIPAddress: { id: publicIpAddressId.toUpperCase() } }),
        at: "frontendIPConfigurations[1].publicIPAddress.id",
      },
    ],
    accepted: [
      {
        name: "an address for each frontend",
        change: add("frontendIPConfigurations", { name: "second", publicIPAddress: { id: otherId } }),
        others: [other],
      },
    ],
  },
];
