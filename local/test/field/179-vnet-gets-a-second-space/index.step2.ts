import * as network from "@pulumi/azure-native/network";
import * as resources from "@pulumi/azure-native/resources";

const location = "westeurope";
const group = new resources.ResourceGroup("group", { resourceGroupName: "field", location });

const network1 = new network.VirtualNetwork("network1", {
  resourceGroupName: group.name,
  virtualNetworkName: "field-network",
  location,
  addressSpace: { addressPrefixes: ["10.0.0.0/16", "10.10.0.0/16"] },
});

const subnet1 = new network.Subnet("subnet1", {
  resourceGroupName: group.name,
  virtualNetworkName: network1.name,
  subnetName: "servers",
  addressPrefix: "10.0.1.0/24",
});

const subnet2 = new network.Subnet("subnet2", {
  resourceGroupName: group.name,
  virtualNetworkName: network1.name,
  subnetName: "small",
  addressPrefix: "10.10.0.0/29",
});

const subnet3 = new network.Subnet(
  "subnet3",
  {
    resourceGroupName: group.name,
    virtualNetworkName: network1.name,
    subnetName: "next",
    addressPrefix: "10.10.0.8/29",
  },
  { dependsOn: subnet2 },
);
