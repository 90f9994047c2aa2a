import * as compute from "@pulumi/azure-native/compute";
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
  backendAddressPools: [{ name: "web" }, { name: "secure" }],
  probes: [{ name: "alive", protocol: "Tcp", port: 80 }],
  loadBalancingRules: [
    {
      name: "http",
      protocol: "Tcp",
      frontendPort: 80,
      backendPort: 80,
      frontendIPConfiguration: { id: "$self/frontendIPConfigurations/front" },
      backendAddressPool: { id: "$self/backendAddressPools/web" },
      probe: { id: "$self/probes/alive" },
    },
    {
      name: "https",
      protocol: "Tcp",
      frontendPort: 443,
      backendPort: 443,
      frontendIPConfiguration: { id: "$self/frontendIPConfigurations/front" },
      backendAddressPool: { id: "$self/backendAddressPools/secure" },
      probe: { id: "$self/probes/alive" },
    },
  ],
  inboundNatPools: [
    {
      name: "first",
      protocol: "Tcp",
      frontendPortRangeStart: 5000,
      frontendPortRangeEnd: 5099,
      backendPort: 22,
      frontendIPConfiguration: { id: "$self/frontendIPConfigurations/front" },
    },
    {
      name: "second",
      protocol: "Tcp",
      frontendPortRangeStart: 6000,
      frontendPortRangeEnd: 6099,
      backendPort: 22,
      frontendIPConfiguration: { id: "$self/frontendIPConfigurations/front" },
    },
  ],
});

const first = new compute.VirtualMachineScaleSet("first", {
  resourceGroupName: group.name,
  vmScaleSetName: "field-first",
  location,
  sku: { name: "Standard_D2s_v5", tier: "Standard", capacity: 2 },
  overprovision: false,
  upgradePolicy: { mode: "Manual" },
  virtualMachineProfile: {
    storageProfile: {
      imageReference: { publisher: "Canonical", offer: "0001-com-ubuntu-server-jammy", sku: "22_04-lts-gen2", version: "latest" },
      osDisk: { createOption: "FromImage", caching: "ReadWrite", managedDisk: { storageAccountType: "StandardSSD_LRS" } },
    },
    osProfile: {
      computerNamePrefix: "first",
      adminUsername: "azureuser",
      linuxConfiguration: {
        disablePasswordAuthentication: true,
        ssh: {
          publicKeys: [
            {
              path: "/home/azureuser/.ssh/authorized_keys",
              keyData: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBp5HsyKY+2F06cJkvId/cQsGbDC/PpvBQKhVYGRUXmb operator@example.com",
            },
          ],
        },
      },
    },
    networkProfile: {
      networkInterfaceConfigurations: [
        {
          name: "nic",
          primary: true,
          ipConfigurations: [
            {
              name: "primary",
              primary: true,
              subnet: { id: subnet1.id },
              loadBalancerBackendAddressPools: [{ id: balancer.backendAddressPools.apply((pools) => pools?.[0]?.id) }],
              loadBalancerInboundNatPools: [{ id: balancer.inboundNatPools.apply((pools) => pools?.[0]?.id) }],
            },
          ],
        },
      ],
    },
  },
});

const second = new compute.VirtualMachineScaleSet("second", {
  resourceGroupName: group.name,
  vmScaleSetName: "field-second",
  location,
  sku: { name: "Standard_D2s_v5", tier: "Standard", capacity: 2 },
  overprovision: false,
  upgradePolicy: { mode: "Manual" },
  virtualMachineProfile: {
    storageProfile: {
      imageReference: { publisher: "Canonical", offer: "0001-com-ubuntu-server-jammy", sku: "22_04-lts-gen2", version: "latest" },
      osDisk: { createOption: "FromImage", caching: "ReadWrite", managedDisk: { storageAccountType: "StandardSSD_LRS" } },
    },
    osProfile: {
      computerNamePrefix: "second",
      adminUsername: "azureuser",
      linuxConfiguration: {
        disablePasswordAuthentication: true,
        ssh: {
          publicKeys: [
            {
              path: "/home/azureuser/.ssh/authorized_keys",
              keyData: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBp5HsyKY+2F06cJkvId/cQsGbDC/PpvBQKhVYGRUXmb operator@example.com",
            },
          ],
        },
      },
    },
    networkProfile: {
      networkInterfaceConfigurations: [
        {
          name: "nic",
          primary: true,
          ipConfigurations: [
            {
              name: "primary",
              primary: true,
              subnet: { id: subnet1.id },
              loadBalancerBackendAddressPools: [{ id: balancer.backendAddressPools.apply((pools) => pools?.[1]?.id) }],
              loadBalancerInboundNatPools: [{ id: balancer.inboundNatPools.apply((pools) => pools?.[1]?.id) }],
            },
          ],
        },
      ],
    },
  },
});
