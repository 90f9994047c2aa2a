import type { Properties } from "../../../properties/value";
import { armId } from "../fake-region";

export const publicIpAddressId = armId("Microsoft.Network/publicIPAddresses", "web-ip");

/** The tier's address: Standard, static, over three zones, with a name. */
export function publicIpAddress(): Properties {
  return {
    resourceGroupName: "web",
    publicIpAddressName: "web-ip",
    location: "westeurope",
    sku: { name: "Standard", tier: "Regional" },
    publicIPAddressVersion: "IPv4",
    publicIPAllocationMethod: "Static",
    idleTimeoutInMinutes: 4,
    zones: ["1", "2", "3"],
    dnsSettings: { domainNameLabel: "web-1a2b3c" },
  };
}
