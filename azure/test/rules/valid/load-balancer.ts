import type { Properties } from "../../../properties/value";
import { regionResource, armId } from "../fake-region";
import type { Surroundings } from "../cases";
import { publicIpAddress, publicIpAddressId } from "./public-ip-address";
import { standingPrefix } from "./public-ip-prefix";

export const loadBalancerId = armId("Microsoft.Network/loadBalancers", "web-lb");

/** The tier's load balancer, with NAT rules of version 2 for SSH and an outbound rule. */
export function loadBalancer(): Properties {
  return {
    resourceGroupName: "web",
    loadBalancerName: "web-lb",
    location: "westeurope",
    sku: { name: "Standard", tier: "Regional" },
    frontendIPConfigurations: [{ name: "public", publicIPAddress: { id: publicIpAddressId } }],
    backendAddressPools: [{ name: "instances" }],
    probes: [{ name: "readiness", protocol: "Http", port: 80, requestPath: "/healthz", intervalInSeconds: 5, numberOfProbes: 2 }],
    loadBalancingRules: [
      {
        name: "http",
        protocol: "Tcp",
        frontendPort: 80,
        backendPort: 80,
        idleTimeoutInMinutes: 4,
        enableTcpReset: true,
        disableOutboundSnat: true,
        frontendIPConfiguration: { id: "$self/frontendIPConfigurations/public" },
        backendAddressPool: { id: "$self/backendAddressPools/instances" },
        probe: { id: "$self/probes/readiness" },
      },
    ],
    inboundNatRules: [
      {
        name: "ssh",
        protocol: "Tcp",
        frontendPortRangeStart: 50000,
        frontendPortRangeEnd: 50119,
        backendPort: 22,
        idleTimeoutInMinutes: 4,
        frontendIPConfiguration: { id: "$self/frontendIPConfigurations/public" },
        backendAddressPool: { id: "$self/backendAddressPools/instances" },
      },
    ],
    outboundRules: [
      {
        name: "outbound",
        protocol: "All",
        allocatedOutboundPorts: 10000,
        idleTimeoutInMinutes: 4,
        frontendIPConfigurations: [{ id: "$self/frontendIPConfigurations/public" }],
        backendAddressPool: { id: "$self/backendAddressPools/instances" },
      },
    ],
  };
}

/** An inbound NAT pool, the older way to reach the instances, in place of the NAT rule. */
export function natPool(): Properties {
  return {
    name: "ssh",
    protocol: "Tcp",
    frontendPortRangeStart: 50000,
    frontendPortRangeEnd: 50119,
    backendPort: 22,
    idleTimeoutInMinutes: 4,
    frontendIPConfiguration: { id: "$self/frontendIPConfigurations/public" },
  };
}

export const besideLoadBalancer: Surroundings = {
  self: loadBalancerId,
  others: () => [regionResource("azure-native:network:PublicIPAddress", publicIpAddressId, publicIpAddress()), standingPrefix()],
};
