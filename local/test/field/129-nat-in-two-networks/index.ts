import * as network from "@pulumi/azure-native/network";
import * as resources from "@pulumi/azure-native/resources";

const location = "westeurope";
const group = new resources.ResourceGroup("group", { resourceGroupName: "field", location });

const address = new network.PublicIPAddress("address", {
  resourceGroupName: group.name,
  publicIpAddressName: "field-address",
  location,
  sku: { name: "Standard" },
  publicIPAllocationMethod: "Static",
});

const gateway = new network.NatGateway("gateway", {
  resourceGroupName: group.name,
  natGatewayName: "field-gateway",
  location,
  sku: { name: "Standard" },
  publicIpAddresses: [{ id: address.id }],
});

const network1 = new network.VirtualNetwork("network1", {
  resourceGroupName: group.name,
  virtualNetworkName: "field-network",
  location,
  addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
});

const subnet1 = new network.Subnet("subnet1", {
  resourceGroupName: group.name,
  virtualNetworkName: network1.name,
  subnetName: "servers",
  addressPrefix: "10.0.1.0/24",
  natGateway: { id: gateway.id },
});

const network2 = new network.VirtualNetwork("network2", {
  resourceGroupName: group.name,
  virtualNetworkName: "field-recovery",
  location,
  addressSpace: { addressPrefixes: ["10.1.0.0/16"] },
});

const subnet2 = new network.Subnet(
  "subnet2",
  {
    resourceGroupName: group.name,
    virtualNetworkName: network2.name,
    subnetName: "recovery",
    addressPrefix: "10.1.1.0/24",
    natGateway: { id: gateway.id },
  },
  { dependsOn: subnet1 },
);
