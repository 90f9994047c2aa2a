import * as pulumi from "@pulumi/pulumi";
import * as network from "@pulumi/azure-native/network";
import * as resources from "@pulumi/azure-native/resources";

const config = new pulumi.Config();

const group = new resources.ResourceGroup("shop", { location: "West Europe" });

const address = new network.PublicIPAddress("shop-ip", {
  resourceGroupName: group.name,
  sku: { name: "Standard" },
  publicIPAllocationMethod: "Static",
  idleTimeoutInMinutes: config.getNumber("idleTimeoutInMinutes") ?? 4,
});

const balancer = new network.LoadBalancer("shop-lb", {
  resourceGroupName: group.name,
  loadBalancerName: config.get("loadBalancerName") ?? "shop-front",
  sku: { name: "Standard" },
  frontendIPConfigurations: [{ name: "front", publicIPAddress: { id: address.id } }],
  backendAddressPools: [{ name: "servers" }],
  probes: [{ name: "http", protocol: "Http", port: 80, requestPath: "/", intervalInSeconds: 5 }],
  loadBalancingRules: [
    {
      name: "http",
      protocol: "Tcp",
      frontendPort: 80,
      backendPort: 80,
      frontendIPConfiguration: { id: "$self/frontendIPConfigurations/front" },
      backendAddressPool: { id: "$self/backendAddressPools/servers" },
      probe: { id: "$self/probes/http" },
    },
  ],
});

const vaultName = pulumi.secret("hush-hush");

new network.VirtualNetwork("shop-net", {
  resourceGroupName: group.name,
  addressSpace: { addressPrefixes: ["10.7.0.0/16"] },
  tags: { vault: vaultName },
});

export const poolId = balancer.backendAddressPools.apply((pools) => pools?.[0].id);
export const probeOfRule = balancer.loadBalancingRules.apply((rules) => rules?.[0].probe?.id);
export const ipAddress = address.ipAddress;
export const found = network.getLoadBalancerOutput({ resourceGroupName: group.name, loadBalancerName: balancer.name }).id;
