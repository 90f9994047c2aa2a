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

const balancer = new network.LoadBalancer("balancer", {
  resourceGroupName: group.name,
  loadBalancerName: "field-balancer",
  location,
  sku: { name: "Standard" },
  frontendIPConfigurations: [{ name: "front", publicIPAddress: { id: address.id } }],
  backendAddressPools: [{ name: "servers" }],
  probes: [
    { name: "web", protocol: "Http", port: 80, requestPath: "/", intervalInSeconds: 13, numberOfProbes: 4 },
    { name: "mail", protocol: "Tcp", port: 25, intervalInSeconds: 15, numberOfProbes: 5 },
  ],
  loadBalancingRules: [
    {
      name: "rule",
      protocol: "Tcp",
      frontendPort: 81,
      backendPort: 82,
      idleTimeoutInMinutes: 10,
      loadDistribution: "SourceIP",
      frontendIPConfiguration: { id: "$self/frontendIPConfigurations/front" },
      backendAddressPool: { id: "$self/backendAddressPools/servers" },
      probe: { id: "$self/probes/mail" },
    },
  ],
  inboundNatPools: [
    {
      name: "ssh",
      protocol: "Tcp",
      frontendPortRangeStart: 2000,
      frontendPortRangeEnd: 2001,
      backendPort: 8080,
      frontendIPConfiguration: { id: "$self/frontendIPConfigurations/front" },
    },
  ],
});
