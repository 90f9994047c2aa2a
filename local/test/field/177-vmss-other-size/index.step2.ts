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

const servers = new compute.VirtualMachineScaleSet("servers", {
  resourceGroupName: group.name,
  vmScaleSetName: "field-servers",
  location,
  sku: { name: "Standard_D4s_v5", tier: "Standard", capacity: 3 },
  overprovision: false,
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
          ipConfigurations: [{ name: "primary", primary: true, subnet: { id: subnet1.id } }],
        },
      ],
    },
  },
});
