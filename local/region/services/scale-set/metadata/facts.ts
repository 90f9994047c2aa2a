import type { ModelMetadata } from "../instance-model";

/** What the instance metadata service knows of an instance, in the terms of its scale set's model. */
export interface InstanceFacts extends ModelMetadata {
  readonly name: string;
  readonly vmId: string;
  readonly resourceId: string;
  readonly subscriptionId: string;
  readonly resourceGroupName: string;
  readonly location: string;
  /** The availability zone; absent for an instance without one. */
  readonly zone?: string;
  readonly vmSize: string;
  readonly scaleSet: { readonly name: string; readonly id: string; readonly orchestrationMode: "Uniform" | "Flexible" };
  readonly faultDomain: number;
  readonly computerName: string;
  readonly adminUsername: string;
  readonly publicKeys: readonly { readonly keyData: string; readonly path: string }[];
  /** base64, as declared. */
  readonly userData?: string;
  readonly networkInterfaces: readonly NetworkInterfaceFacts[];
}

/** A network interface with one IPv4 address. */
export interface NetworkInterfaceFacts {
  readonly privateIpAddress: string;
  /** The instance's own public address; that of a Standard load balancer is told by the load balancer's metadata alone. */
  readonly publicIpAddress?: string;
  /** A CIDR block. */
  readonly subnet: string;
  /** Six bytes in hexadecimal digits, with colons between them. */
  readonly macAddress: string;
}

/** What the load balancers in front of an instance do for it. */
export interface LoadBalancerFacts {
  /** Public addresses of the instance itself. */
  readonly publicIpAddresses: readonly AddressPair[];
  /** Load balancing rules and inbound NAT rules that lead to the instance. */
  readonly inboundRules: readonly (AddressPair & {
    readonly protocol: "tcp" | "udp" | "all";
    readonly frontendPort: number;
    readonly backendPort: number;
  })[];
  readonly outboundRules: readonly AddressPair[];
}

/** A public address, and the private one of the instance that it stands for. */
export interface AddressPair {
  readonly frontendIpAddress: string;
  readonly privateIpAddress: string;
}

/** The scheduled events of a scale set, as the newest version of the document has them. Each of the set's instances is told of all. */
export interface ScheduledEvents {
  /** Higher after every change of the events. */
  readonly DocumentIncarnation: number;
  readonly Events: readonly ScheduledEvent[];
}

export interface ScheduledEvent {
  readonly EventId: string;
  /** `Scheduled` or `Started`. */
  readonly EventStatus: string;
  /** `Freeze`, `Reboot`, `Redeploy`, `Preempt` or `Terminate`. */
  readonly EventType: string;
  readonly ResourceType: string;
  /** Names of the instances that the event is about. */
  readonly Resources: readonly string[];
  /** When the event starts unless it is approved before, such as `Mon, 19 Sep 2016 18:29:47 GMT`; blank once it has started. */
  readonly NotBefore: string;
  readonly Description: string;
  /** `Platform` or `User`. */
  readonly EventSource: string;
  /** How long the instance will be interrupted; -1 where that is not known or makes no sense. */
  readonly DurationInSeconds: number;
}
