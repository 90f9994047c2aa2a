import { carriedTraffic, type CarriedTraffic, type Distribution, type EdgeMember } from "../../../region/podman/edge/traffic";
import type { Properties } from "../../../../azure/properties/value";
import { viewOf } from "../../../../azure/properties/view";

export const loadBalancerId =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/web/providers/Microsoft.Network/loadBalancers/web-lb";

const frontendIPConfiguration = { id: `${loadBalancerId}/frontendIPConfigurations/site` };
const backendAddressPool = { id: `${loadBalancerId}/backendAddressPools/instances` };

/** The tier's load balancer with one rule and a NAT rule of version 2. */
export function loadBalancer(change: Properties = {}): Properties {
  return {
    frontendIPConfigurations: [{ name: "site", publicIPAddress: { id: "/…/publicIPAddresses/web-ip" } }],
    backendAddressPools: [{ name: "instances" }],
    loadBalancingRules: [rule()],
    inboundNatRules: [natRule()],
    ...change,
  };
}

export function rule(change: Properties = {}): Properties {
  return {
    name: "site",
    protocol: "Tcp",
    frontendPort: 8080,
    backendPort: 80,
    frontendIPConfiguration,
    backendAddressPool,
    probe: { id: `${loadBalancerId}/probes/readiness` },
    enableTcpReset: true,
    ...change,
  };
}

export function natRule(change: Properties = {}): Properties {
  return {
    name: "ssh",
    protocol: "Tcp",
    frontendPortRangeStart: 50000,
    frontendPortRangeEnd: 50003,
    backendPort: 22,
    frontendIPConfiguration,
    backendAddressPool,
    ...change,
  };
}

export function traffic(change: Properties = {}): CarriedTraffic {
  return carriedTraffic(viewOf(loadBalancer(change)));
}

export function member(name: string, address: string, change: Partial<EdgeMember> = {}): EdgeMember {
  return { name, address, backendAddressPools: ["instances"], natPorts: {}, closedPorts: {}, ...change };
}

/** New connections go to these, and standing ones go on. */
export function to(...newConnections: string[]): Distribution {
  return { newConnections, standingConnectionsGoOn: true, reason: "no probe is down" };
}
