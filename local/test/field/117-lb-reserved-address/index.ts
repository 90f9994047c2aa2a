import * as network from "@pulumi/azure-native/network";
import * as resources from "@pulumi/azure-native/resources";

const location = "westeurope";
const group = new resources.ResourceGroup("group", { resourceGroupName: "field", location });

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
});

const balancer = new network.LoadBalancer("balancer", {
  resourceGroupName: group.name,
  loadBalancerName: "field-balancer",
  location,
  sku: { name: "Standard" },
  frontendIPConfigurations: [
    { name: "front", subnet: { id: subnet1.id }, privateIPAllocationMethod: "Static", privateIPAddress: "10.0.1.2" },
  ],
});
