import * as compute from "@pulumi/azure-native/compute";
import * as monitor from "@pulumi/azure-native/monitor";
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
  sku: { name: "Standard_D2s_v5", tier: "Standard", capacity: 0 },
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
          ipConfigurations: [{ name: "primary", primary: true, subnet: { id: subnet1.id } }],
        },
      ],
    },
  },
});

const scaling = new monitor.AutoscaleSetting("scaling", {
  resourceGroupName: group.name,
  autoscaleSettingName: "field-scaling",
  location,
  enabled: true,
  targetResourceUri: servers.id,
  profiles: [
    {
      name: "normal",
      capacity: { minimum: "0", maximum: "300", default: "0" },
      rules: [
        {
          metricTrigger: {
            metricName: "Percentage CPU",
            metricResourceUri: servers.id,
            timeGrain: "PT1M",
            statistic: "Average",
            timeWindow: "PT5M",
            timeAggregation: "Average",
            operator: "GreaterThan",
            threshold: 70,
          },
          scaleAction: { direction: "Increase", type: "ChangeCount", value: "1", cooldown: "PT5M" },
        },
        {
          metricTrigger: {
            metricName: "Percentage CPU",
            metricResourceUri: servers.id,
            timeGrain: "PT1M",
            statistic: "Average",
            timeWindow: "PT5M",
            timeAggregation: "Average",
            operator: "LessThan",
            threshold: 30,
          },
          scaleAction: { direction: "Decrease", type: "ChangeCount", value: "1", cooldown: "PT5M" },
        },
      ],
    },
  ],
});
