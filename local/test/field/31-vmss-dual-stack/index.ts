import * as compute from "@pulumi/azure-native/compute";
import * as network from "@pulumi/azure-native/network";
import * as resources from "@pulumi/azure-native/resources";

const group = new resources.ResourceGroup("field", { location: "westeurope" });

const vnet = new network.VirtualNetwork("vnet", {
  resourceGroupName: group.name,
  addressSpace: { addressPrefixes: ["10.0.0.0/16", "fd00:db8:deca::/48"] },
});

const subnet = new network.Subnet("subnet", {
  resourceGroupName: group.name,
  virtualNetworkName: vnet.name,
  addressPrefixes: ["10.0.1.0/24", "fd00:db8:deca:1::/64"],
});

const address4 = new network.PublicIPAddress("address4", {
  resourceGroupName: group.name,
  sku: { name: "Standard" },
  publicIPAllocationMethod: "Static",
});

const address6 = new network.PublicIPAddress("address6", {
  resourceGroupName: group.name,
  sku: { name: "Standard" },
  publicIPAddressVersion: "IPv6",
  publicIPAllocationMethod: "Static",
});

const balancer = new network.LoadBalancer("balancer", {
  resourceGroupName: group.name,
  sku: { name: "Standard" },
  frontendIPConfigurations: [
    { name: "front4", publicIPAddress: { id: address4.id } },
    { name: "front6", publicIPAddress: { id: address6.id } },
  ],
  backendAddressPools: [{ name: "servers4" }, { name: "servers6" }],
  probes: [{ name: "alive", protocol: "Tcp", port: 80 }],
  loadBalancingRules: ["4", "6"].map((version) => ({
    name: `http${version}`,
    protocol: "Tcp",
    frontendPort: 80,
    backendPort: 80,
    frontendIPConfiguration: { id: `$self/frontendIPConfigurations/front${version}` },
    backendAddressPool: { id: `$self/backendAddressPools/servers${version}` },
    probe: { id: "$self/probes/alive" },
  })),
});

const pool = (index: number) => balancer.backendAddressPools.apply((pools) => pools?.[index]?.id);

const servers = new compute.VirtualMachineScaleSet("servers", {
  resourceGroupName: group.name,
  sku: { name: "Standard_D2s_v5", tier: "Standard", capacity: 2 },
  overprovision: false,
  singlePlacementGroup: false,
  upgradePolicy: { mode: "Manual" },
  virtualMachineProfile: {
    storageProfile: {
      imageReference: { publisher: "Canonical", offer: "0001-com-ubuntu-server-jammy", sku: "22_04-lts-gen2", version: "latest" },
      osDisk: { createOption: "FromImage", caching: "ReadWrite", managedDisk: { storageAccountType: "StandardSSD_LRS" } },
    },
    osProfile: {
      computerNamePrefix: "field",
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
              name: "four",
              primary: true,
              privateIPAddressVersion: "IPv4",
              subnet: { id: subnet.id },
              loadBalancerBackendAddressPools: [{ id: pool(0) }],
            },
            { name: "six", privateIPAddressVersion: "IPv6", subnet: { id: subnet.id }, loadBalancerBackendAddressPools: [{ id: pool(1) }] },
          ],
        },
      ],
    },
  },
});
