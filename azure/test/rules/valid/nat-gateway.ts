import type { Properties } from "../../../properties/value";
import { publicIpAddressId } from "./public-ip-address";

/** The tier's NAT gateway, in no zone, so that a zone-redundant address fits. */
export function natGateway(): Properties {
  return {
    resourceGroupName: "web",
    natGatewayName: "web-nat",
    location: "westeurope",
    sku: { name: "Standard" },
    idleTimeoutInMinutes: 4,
    publicIpAddresses: [{ id: publicIpAddressId }],
  };
}
