import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import type { PortRange } from "./frontend-ports";
import type { Tags } from "./tags";

/**
 * How SSH connections reach the instances.
 * - `pools`: an inbound NAT pool, which the scale set refers to. Azure retires these on 2027-09-30.
 * - `rules`: an inbound NAT rule of version 2 over the whole backend pool.
 * - `detachedPools`: the pool is there, but no instance uses it. Azure refuses to remove a pool in use, so this is the step between.
 */
export type InboundNat = "pools" | "detachedPools" | "rules";

export interface LoadBalancerArgs {
  readonly resourceGroupName: pulumi.Input<string>;
  readonly publicIpAddressId: pulumi.Input<string>;
  /** Port of the site on the public IP address. */
  readonly frontendPort: number;
  /** Port of the site, and of the readiness path, on the instances. */
  readonly backendPort: number;
  readonly readiness: ReadinessProbe;
  readonly inboundNat: InboundNat;
  /** Ports of the public IP address that lead to the instances' SSH. */
  readonly sshPorts: PortRange;
  /** Outbound (SNAT) ports of each instance; undefined if the instances reach the internet in another way. */
  readonly allocatedOutboundPorts?: number;
  readonly tags?: Tags;
}

export interface ReadinessProbe {
  /** Path that answers 200 while an instance wants traffic. */
  readonly requestPath: string;
  readonly intervalInSeconds: number;
  /** Probes in a row that take an instance out of, or back into, rotation. */
  readonly threshold: number;
}

const sshPort = 22;
const idleTimeoutInMinutes = 4;

/** References among the parts of a load balancer, which have no ids before it exists; the provider resolves `$self`. */
const frontend = { id: "$self/frontendIPConfigurations/site" };
const instances = { id: "$self/backendAddressPools/instances" };
const readinessProbe = { id: "$self/probes/readiness" };

/**
 * A Standard load balancer with one public address: the site's port goes to all ready instances, each port from 50000 on to the
 * SSH of one instance, and an outbound rule is the instances' way to the internet.
 *
 * Idle connections end after four minutes, with a reset to both sides. It has no zones of its own: its frontend is in the zones of the
 * public IP address.
 */
export class LoadBalancer extends pulumi.ComponentResource {
  readonly loadBalancer: network.LoadBalancer;
  readonly id: pulumi.Output<string>;
  readonly loadBalancerName: pulumi.Output<string>;
  readonly backendAddressPoolId: pulumi.Output<string>;
  /** The pool that the scale set must refer to; undefined with any {@link InboundNat} but `pools`. */
  readonly inboundNatPoolId?: pulumi.Output<string>;

  constructor(name: string, args: LoadBalancerArgs, options?: pulumi.ComponentResourceOptions) {
    super("web-tier:index:LoadBalancer", name, {}, options);

    this.loadBalancer = new network.LoadBalancer(
      `${name}-lb`,
      {
        resourceGroupName: args.resourceGroupName,
        sku: { name: "Standard", tier: "Regional" },
        frontendIPConfigurations: [{ name: "site", publicIPAddress: { id: args.publicIpAddressId } }],
        backendAddressPools: [{ name: "instances" }],
        probes: [probe(args)],
        loadBalancingRules: [siteRule(args)],
        ...inboundNat(args),
        ...(args.allocatedOutboundPorts !== undefined && { outboundRules: [outboundRule(args.allocatedOutboundPorts)] }),
        tags: args.tags,
      },
      { parent: this, replaceOnChanges: ["sku"] },
    );

    const { loadBalancer } = this;
    this.id = loadBalancer.id;
    this.loadBalancerName = loadBalancer.name;
    this.backendAddressPoolId = pulumi.interpolate`${loadBalancer.id}/backendAddressPools/instances`;
    if (args.inboundNat === "pools") {
      this.inboundNatPoolId = pulumi.interpolate`${loadBalancer.id}/inboundNatPools/ssh`;
    }
    this.registerOutputs({ id: this.id, backendAddressPoolId: this.backendAddressPoolId, inboundNatPoolId: this.inboundNatPoolId });
  }
}

function probe({ backendPort, readiness }: LoadBalancerArgs) {
  return {
    name: "readiness",
    protocol: "Http",
    port: backendPort,
    requestPath: readiness.requestPath,
    intervalInSeconds: readiness.intervalInSeconds,
    // numberOfProbes counts probes without an answer, probeThreshold answers; the two mean the same to a person.
    numberOfProbes: readiness.threshold,
    probeThreshold: readiness.threshold,
  };
}

function siteRule({ frontendPort, backendPort }: LoadBalancerArgs) {
  return {
    name: "site",
    protocol: "Tcp",
    frontendPort,
    backendPort,
    frontendIPConfiguration: frontend,
    backendAddressPool: instances,
    probe: readinessProbe,
    loadDistribution: "Default",
    enableFloatingIP: false,
    idleTimeoutInMinutes,
    enableTcpReset: true,
    // An outbound rule on the same frontend demands it, and with a NAT gateway there must be no second way out.
    disableOutboundSnat: true,
  };
}

function inboundNat({ inboundNat: kind, sshPorts }: LoadBalancerArgs) {
  const ssh = {
    name: "ssh",
    protocol: "Tcp",
    frontendPortRangeStart: sshPorts.start,
    frontendPortRangeEnd: sshPorts.end,
    backendPort: sshPort,
    frontendIPConfiguration: frontend,
    idleTimeoutInMinutes,
    enableTcpReset: true,
    enableFloatingIP: false,
  };
  return kind === "rules" ? { inboundNatRules: [{ ...ssh, backendAddressPool: instances }] } : { inboundNatPools: [ssh] };
}

function outboundRule(allocatedOutboundPorts: number) {
  return {
    name: "internet",
    protocol: "All",
    frontendIPConfigurations: [frontend],
    backendAddressPool: instances,
    allocatedOutboundPorts,
    idleTimeoutInMinutes,
    enableTcpReset: true,
  };
}
