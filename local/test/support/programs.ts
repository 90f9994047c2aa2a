import type { Properties } from "../../../azure/properties/value";
import { bag } from "../../../azure/test/support/bags";
import type { Engine, Kept } from "./engine";

export const types = {
  resourceGroup: "azure-native:resources:ResourceGroup",
  virtualNetwork: "azure-native:network:VirtualNetwork",
  subnet: "azure-native:network:Subnet",
  applicationSecurityGroup: "azure-native:network:ApplicationSecurityGroup",
  networkSecurityGroup: "azure-native:network:NetworkSecurityGroup",
  securityRule: "azure-native:network:SecurityRule",
  publicIpPrefix: "azure-native:network:PublicIPPrefix",
  publicIpAddress: "azure-native:network:PublicIPAddress",
  natGateway: "azure-native:network:NatGateway",
  loadBalancer: "azure-native:network:LoadBalancer",
  scaleSet: "azure-native:compute:VirtualMachineScaleSet",
  autoscaleSetting: "azure-native:monitor:AutoscaleSetting",
  actionGroup: "azure-native:monitor:ActionGroup",
  metricAlert: "azure-native:monitor:MetricAlert",
  userAssignedIdentity: "azure-native:managedidentity:UserAssignedIdentity",
  roleDefinition: "azure-native:authorization:RoleDefinition",
  roleAssignment: "azure-native:authorization:RoleAssignment",
} as const;

/** A resource group called `web`, in which the other resources of a test are. */
export function createGroup(engine: Engine): Promise<Kept> {
  return engine.create(types.resourceGroup, "web", bag({ resourceGroupName: "web", location: "westeurope" }));
}

/** A standard address in the group. */
export function address(others: Properties = {}): Properties {
  return { resourceGroupName: "web", sku: { name: "Standard" }, publicIPAllocationMethod: "Static", ...others };
}

/** A load balancer in the group, with a probe that its rule refers to as a part of the same resource. */
export function balancer(addressId: string, others: Properties = {}): Properties {
  return {
    resourceGroupName: "web",
    sku: { name: "Standard" },
    frontendIPConfigurations: [{ name: "front", publicIPAddress: { id: addressId } }],
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
    ...others,
  };
}
