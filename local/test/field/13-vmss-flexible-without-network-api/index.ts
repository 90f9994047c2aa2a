import * as compute from "@pulumi/azure-native/compute";
import * as network from "@pulumi/azure-native/network";
import * as resources from "@pulumi/azure-native/resources";

const group = new resources.ResourceGroup("field", { location: "westeurope" });

const vnet = new network.VirtualNetwork("vnet", {
  resourceGroupName: group.name,
  addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
});

const subnet = new network.Subnet("subnet", {
  resourceGroupName: group.name,
  virtualNetworkName: vnet.name,
  addressPrefix: "10.0.1.0/24",
});

const servers = new compute.VirtualMachineScaleSet("servers", {
  resourceGroupName: group.name,
  sku: { name: "Standard_D2s_v5", tier: "Standard", capacity: 2 },
  orchestrationMode: "Flexible",
  platformFaultDomainCount: 1,
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
          ipConfigurations: [{ name: "primary", primary: true, subnet: { id: subnet.id } }],
        },
      ],
    },
  },
});
