import { addressesOf, contains, parseCidr } from "../../../../azure/facts/cidr";
import { readOnce } from "../../../../azure/properties/read-once";
import type { Properties } from "../../../../azure/properties/value";
import { type View, viewOf } from "../../../../azure/properties/view";
import { is } from "../../../../azure/rules/lookups";

/** A network security group that stands before an instance: its subnet's, or its network interface's. */
export interface SecurityGroup {
  readonly name: string;
  /** What it has for inbound TCP, in order of priority, Azure's default rules included. */
  readonly inboundRules: readonly InboundRule[];
}

/** A TCP connection from outside to an instance. The port is the instance's: groups look at a flow after the load balancer has changed it. */
export interface InboundFlow {
  readonly from: "visitor" | "probe";
  readonly address: string;
  readonly port: number;
  /** The ids of the application security groups that the instance is in, in lower case. */
  readonly applicationSecurityGroups: readonly string[];
}

/** Whether a flow gets through, and which rule decides. */
export interface InboundAccess {
  readonly isAllowed: boolean;
  /** For a person to read, such as `DenyAllInBound of web-nsg denies it`. */
  readonly reason: string;
}

/** Who a flow's end is to a security rule: an address, and the service tags and application security groups that hold it. */
interface Party {
  readonly address: string;
  readonly tags: readonly string[];
  readonly groups: readonly string[];
}

const sources: Record<InboundFlow["from"], Party> = {
  /** The local region's internet is this computer, so whoever visits comes from the internet and from 127.0.0.1. */
  visitor: { address: "127.0.0.1", tags: ["Internet"], groups: [] },
  /** https://learn.microsoft.com/azure/virtual-network/service-tags-overview has the host's virtual address in both tags. */
  probe: { address: "168.63.129.16", tags: ["AzureLoadBalancer", "VirtualNetwork"], groups: [] },
};

/** The ports that visitors' connections come from: Linux's range (ip(7)). A rule for some source ports only does not fit visitors as such. */
const sourcePorts = { first: 32768, last: 60999 };

/** A security rule with nothing left open. */
export interface InboundRule {
  readonly name: string;
  readonly priority: number;
  readonly isAllow: boolean;
  /** Address prefixes, and ids of application security groups in lower case. */
  readonly sources: readonly string[];
  readonly sourcePorts: readonly string[];
  readonly destinations: readonly string[];
  readonly destinationPorts: readonly string[];
}

const anyPort = { sourcePorts: ["*"], destinationPorts: ["*"] };

/** Every group has these after its own: https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview. */
const defaultRules: readonly InboundRule[] = [
  { name: "AllowVnetInBound", priority: 65000, isAllow: true, sources: ["VirtualNetwork"], destinations: ["VirtualNetwork"], ...anyPort },
  {
    name: "AllowAzureLoadBalancerInBound",
    priority: 65001,
    isAllow: true,
    sources: ["AzureLoadBalancer"],
    destinations: ["*"],
    ...anyPort,
  },
  { name: "DenyAllInBound", priority: 65500, isAllow: false, sources: ["*"], destinations: ["*"], ...anyPort },
];

/**
 * Reads the properties of a network security group.
 *
 * @param ownRules The properties of those of its rules that are resources of their own.
 */
export function readSecurityGroup(properties: Properties, ownRules: readonly Properties[] = []): SecurityGroup {
  const { name, inboundRules } = readDeclared(properties);
  return { name, inboundRules: ownRules.length === 0 ? inboundRules : inOrder([...inboundRules, ...ownRules.flatMap(readOwnRule)]) };
}

const readDeclared = readOnce((properties): SecurityGroup => {
  const group = viewOf(properties);
  return { name: group.text("name") ?? "", inboundRules: inOrder([...readRules(group.list("securityRules")), ...defaultRules]) };
});

const readOwnRule = readOnce((properties) => readRules([viewOf(properties)]));

function readRules(rules: readonly View[]): InboundRule[] {
  return rules.filter(concernsInboundTcp).map(readRule);
}

function inOrder(rules: readonly InboundRule[]): InboundRule[] {
  return [...rules].sort((one, other) => one.priority - other.priority);
}

/**
 * Decides whether a connection from outside reaches an instance behind a Standard load balancer: each group must let it through, by the
 * first of its rules that fits, in order of priority. Without any group it does not, as Standard frontends are closed until a group
 * opens them (https://learn.microsoft.com/azure/load-balancer/load-balancer-overview).
 *
 * Service tags other than Internet, VirtualNetwork and AzureLoadBalancer hold nobody here. Application security groups hold the instances
 * that are in them, and so no visitor and no probe.
 *
 * @param groups The group of the instance's subnet and that of its network interface, where there are such.
 */
export function inboundAccess(groups: readonly SecurityGroup[], flow: InboundFlow): InboundAccess {
  if (groups.length === 0 && flow.from === "visitor") {
    return { isAllowed: false, reason: "no network security group opens it" };
  }
  const decisions = groups.map((group) => ({ group, rule: decidingRule(group, flow) }));
  const decisive = decisions.find(({ rule }) => !rule.isAllow) ?? decisions[0];
  if (decisive === undefined) {
    return { isAllowed: true, reason: "no network security group stands in the way" };
  }
  const { group, rule } = decisive;
  return { isAllowed: rule.isAllow, reason: `${rule.name} of ${group.name} ${rule.isAllow ? "allows" : "denies"} it` };
}

function decidingRule(group: SecurityGroup, flow: InboundFlow): InboundRule {
  const source = sources[flow.from];
  const destination: Party = { address: flow.address, tags: ["VirtualNetwork"], groups: flow.applicationSecurityGroups };
  const fits = (rule: InboundRule) =>
    rule.sources.some((prefix) => holds(prefix, source)) &&
    rule.sourcePorts.some((ports) => includesPorts(ports, sourcePorts)) &&
    rule.destinations.some((prefix) => holds(prefix, destination)) &&
    rule.destinationPorts.some((ports) => includesPorts(ports, { first: flow.port, last: flow.port }));
  // The last of the default rules fits everything.
  return group.inboundRules.find(fits) ?? defaultRules[defaultRules.length - 1];
}

function concernsInboundTcp(rule: View): boolean {
  return is(rule.at("direction"), "Inbound") && (is(rule.at("protocol"), "Tcp") || is(rule.at("protocol"), "*"));
}

function readRule(rule: View): InboundRule {
  const both = (one: string, several: string) => [rule.text(one) ?? [], rule.texts(several)].flat();
  const end = (name: string) => [
    ...both(`${name}AddressPrefix`, `${name}AddressPrefixes`),
    ...rule.list(`${name}ApplicationSecurityGroups`).flatMap((group) => group.text("id")?.toLowerCase() ?? []),
  ];
  return {
    name: rule.text("name") ?? rule.property,
    priority: rule.number("priority") ?? Infinity,
    isAllow: is(rule.at("access"), "Allow"),
    sources: end("source"),
    sourcePorts: both("sourcePortRange", "sourcePortRanges"),
    destinations: end("destination"),
    destinationPorts: both("destinationPortRange", "destinationPortRanges"),
  };
}

/** True where an end of a rule (an address, a CIDR block, a service tag, an application security group, or * for all) holds somebody. */
function holds(prefix: string, { address, tags, groups }: Party): boolean {
  if (prefix === "*" || groups.includes(prefix) || tags.some((tag) => tag.toLowerCase() === prefix.toLowerCase())) {
    return true;
  }
  const range = parseCidr(prefix.includes("/") ? prefix : `${prefix}/32`);
  return range !== undefined && contains(range, addressesOf(`${address}/32`));
}

/** True where a port range of a rule (a port, two with a hyphen, or * for all) holds all of the ports. */
function includesPorts(range: string, { first, last }: { readonly first: number; readonly last: number }): boolean {
  if (range === "*") {
    return true;
  }
  const [start, end = start] = range.split("-").map(Number);
  return start <= first && last <= end;
}
