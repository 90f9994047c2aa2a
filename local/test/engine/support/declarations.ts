import type { Declaration, Template } from "../../programs/declared/declaration";

type Properties = Record<string, Template>;
type Options = Declaration["options"];

/** A resource group of a declared program; without a name azure-native makes one up. */
export function group(name: string, properties: Properties = {}): Declaration {
  return { name, type: "azure-native:resources:ResourceGroup", properties: { location: "westeurope", ...properties } };
}

/** A standard public address in the group that is declared as `group`. */
export function address(name: string, properties: Properties = {}, options?: Options): Declaration {
  const standard = { resourceGroupName: "${group.name}", sku: { name: "Standard" }, publicIPAllocationMethod: "Static" };
  return { name, type: "azure-native:network:PublicIPAddress", properties: { ...standard, ...properties }, options };
}

/** A resource group and so many addresses in it, which can only be made, and unmade, one after the other. */
export function chainOf(links: number): Declaration[] {
  const names = Array.from({ length: links }, (_, index) => `link-${index}`);
  return [
    group("group", { resourceGroupName: "chain" }),
    ...names.map((name, index) => address(name, {}, { after: index === 0 ? [] : [names[index - 1]] })),
  ];
}

/** A network in the group, with subnets of its own where the properties have them. */
export function network(name: string, properties: Properties = {}, options?: Options): Declaration {
  const usual = { resourceGroupName: "${group.name}", addressSpace: { addressPrefixes: ["10.7.0.0/16"] } };
  return { name, type: "azure-native:network:VirtualNetwork", properties: { ...usual, ...properties }, options };
}

export function subnet(name: string, networkName: string, properties: Properties = {}): Declaration {
  const usual = {
    resourceGroupName: "${group.name}",
    virtualNetworkName: networkName,
    addressPrefix: "10.7.1.0/24",
    defaultOutboundAccess: false,
  };
  return { name, type: "azure-native:network:Subnet", properties: { ...usual, ...properties } };
}

export function securityGroup(name: string, properties: Properties = {}): Declaration {
  return {
    name,
    type: "azure-native:network:NetworkSecurityGroup",
    properties: { resourceGroupName: "${group.name}", ...properties },
  };
}

/** A load balancer with one frontend and one pool, called `servers`. */
export function balancer(name: string, addressId: string, properties: Properties = {}): Declaration {
  const usual = {
    resourceGroupName: "${group.name}",
    sku: { name: "Standard" },
    frontendIPConfigurations: [{ name: "front", publicIPAddress: { id: addressId } }],
    backendAddressPools: [{ name: "servers" }],
  };
  return { name, type: "azure-native:network:LoadBalancer", properties: { ...usual, ...properties } };
}

/** Where the instances of a scale set are, by the ids of what is around them. */
export interface Surroundings {
  readonly resourceGroupName: string;
  readonly subnetId: string;
  readonly poolId: string;
  readonly securityGroupId: string;
}

export function scaleSet(name: string, { resourceGroupName, subnetId, poolId, securityGroupId }: Surroundings): Declaration {
  const configuration = { name: "main", primary: true, subnet: { id: subnetId }, loadBalancerBackendAddressPools: [{ id: poolId }] };
  const nic = { name: "main", primary: true, networkSecurityGroup: { id: securityGroupId }, ipConfigurations: [configuration] };
  const ssh = { publicKeys: [{ path: "/home/operator/.ssh/authorized_keys", keyData: publicKey }] };
  return {
    name,
    type: "azure-native:compute:VirtualMachineScaleSet",
    properties: {
      resourceGroupName,
      orchestrationMode: "Uniform",
      overprovision: false,
      sku: { name: "Standard_B2s", tier: "Standard", capacity: 1 },
      upgradePolicy: { mode: "Manual" },
      virtualMachineProfile: {
        storageProfile: {
          imageReference: { publisher: "Debian", offer: "debian-12", sku: "12-gen2", version: "latest" },
          osDisk: { createOption: "FromImage", caching: "ReadWrite", managedDisk: { storageAccountType: "StandardSSD_LRS" } },
        },
        osProfile: {
          computerNamePrefix: "set",
          adminUsername: "operator",
          linuxConfiguration: { disablePasswordAuthentication: true, ssh },
        },
        networkProfile: { networkInterfaceConfigurations: [nic] },
      },
    },
  };
}

/** A key whose private half nobody has. */
export const publicKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ0Hyf5Y6Wl8kPzXq0oJ6yqVQn4cGQz2yTg9b1mC3uXk test";
