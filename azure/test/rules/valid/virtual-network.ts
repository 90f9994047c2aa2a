import type { Properties } from "../../../properties/value";
import { armId } from "../fake-region";

export const virtualNetworkId = armId("Microsoft.Network/virtualNetworks", "web-network");
export const subnetId = `${virtualNetworkId}/subnets/instances`;
export const networkSecurityGroupId = armId("Microsoft.Network/networkSecurityGroups", "web-nsg");

export function virtualNetwork(): Properties {
  return {
    resourceGroupName: "web",
    virtualNetworkName: "web-network",
    location: "westeurope",
    addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
  };
}

/** The subnet of the instances, as a resource of its own. */
export function subnet(): Properties {
  return {
    resourceGroupName: "web",
    virtualNetworkName: "web-network",
    subnetName: "instances",
    addressPrefix: "10.0.1.0/24",
    defaultOutboundAccess: false,
    networkSecurityGroup: { id: networkSecurityGroupId },
  };
}
