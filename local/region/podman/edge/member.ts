/** An instance behind a load balancer. It can be named before its machine is there. */
export interface EdgeMember {
  /** The instance's resource name, such as `web_3`. */
  readonly name: string;
  /** Its private IPv4 address. */
  readonly address: string;
  /** Its availability zone, such as `2`; undefined where it has none. */
  readonly zone?: string;
  /** The names of the load balancer's backend pools that it is in. */
  readonly backendAddressPools: readonly string[];
  /** Its frontend port of each NAT pool or NAT rule, by the name of that. */
  readonly natPorts: Readonly<Record<string, number>>;
  /** Why a network security group keeps visitors from a port of the instance, by that port; see `inboundAccess`. */
  readonly closedPorts: Readonly<Record<number, string>>;
}
