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

const balancer = new network.LoadBalancer("balancer", {
  resourceGroupName: group.name,
  sku: { name: "Standard" },
  frontendIPConfigurations: [
    { name: "front", subnet: { id: subnet.id }, privateIPAllocationMethod: "Static", privateIPAddress: "10.0.1.100" },
  ],
  backendAddressPools: [{ name: "servers" }],
  probes: [{ name: "ready", protocol: "Http", port: 80, requestPath: "/", intervalInSeconds: 5, numberOfProbes: 2 }],
  loadBalancingRules: [
    {
      name: "web",
      protocol: "Tcp",
      frontendPort: 80,
      backendPort: 80,
      frontendIPConfiguration: { id: "$self/frontendIPConfigurations/front" },
      backendAddressPool: { id: "$self/backendAddressPools/servers" },
      probe: { id: "$self/probes/ready" },
    },
  ],
});

const pool = balancer.backendAddressPools.apply((pools) => pools?.[0]?.id);
const script = "#cloud-config\nruncmd: [[systemd-run, python3, -m, http.server, '80']]\n";

const servers = new compute.VirtualMachineScaleSet("servers", {
  resourceGroupName: group.name,
  sku: { name: "Standard_D2s_v5", tier: "Standard", capacity: 1 },
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
      customData: Buffer.from(script).toString("base64"),
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
            { name: "primary", primary: true, subnet: { id: subnet.id }, loadBalancerBackendAddressPools: [{ id: pool }] },
          ],
        },
      ],
    },
  },
});
