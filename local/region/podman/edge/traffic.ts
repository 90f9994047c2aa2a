import type { View } from "../../../../azure/properties/view";
import { partName, poolNames } from "../../../../azure/resources/load-balancer/rules/model";
import { is } from "../../../../azure/rules/lookups";

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

const loadDistributions = ["Default", "SourceIP", "SourceIPProtocol"] as const;

/** How the flows of a load balancing rule are spread: by which parts of a flow its instance is chosen. */
export type LoadDistribution = (typeof loadDistributions)[number];

/** What holds for the flows of a load balancing rule, NAT rule or NAT pool alike. */
interface FlowSettings {
  /** The property that declares it, such as `loadBalancingRules[0]`. */
  readonly property: string;
  readonly name: string;
  readonly backendPort: number;
  readonly idleTimeoutInMinutes: number;
  readonly enableTcpReset: boolean;
}

/** A load balancing rule that the edge carries. */
export interface CarriedRule extends FlowSettings {
  readonly frontendPort: number;
  /** Names of backend pools, in lower case. */
  readonly backendAddressPools: readonly string[];
  /** The name of its probe, in lower case; undefined where it has none. */
  readonly probe?: string;
  readonly loadDistribution: LoadDistribution;
}

/** An inbound NAT pool, or an inbound NAT rule for a backend pool, that the edge carries. */
export interface CarriedNat extends FlowSettings {
  readonly kind: "inboundNatPool" | "inboundNatRule";
  /** The range of its frontend ports that instances can have here; both ends are in it. */
  readonly firstPort: number;
  readonly lastPort: number;
  /** Whose members it serves, in lower case: the rule's backend pool, or the NAT pool itself. */
  readonly pool: string;
}

/** Something that Azure's load balancer does and the edge does not. */
export interface NotCarried {
  readonly property: string;
  /** One sentence with what was given and what becomes of it. */
  readonly because: string;
}

/** What of a load balancer the edge carries. */
export interface CarriedTraffic {
  readonly rules: readonly CarriedRule[];
  readonly nats: readonly CarriedNat[];
  readonly notCarried: readonly NotCarried[];
}

/** Where a load balancing rule's traffic goes. */
export interface Distribution {
  /** The instances that get new connections. None: the frontend does not answer. */
  readonly newConnections: string[];
  /** Whether connections that stand go on through backends whose probe is down. */
  readonly standingConnectionsGoOn: boolean;
  readonly reason: string;
}

/**
 * So many of a NAT range's ports are published, from its beginning. Podman takes some 15 ms for each, and no region on one computer has
 * more machines.
 */
export const mostNatPorts = 64;

/** Azure's default for rules, NAT rules and NAT pools (https://learn.microsoft.com/azure/load-balancer/load-balancer-tcp-reset). */
const defaultIdleTimeoutInMinutes = 4;

/** Reads what the edge has to do from a load balancer's properties. */
export function carriedTraffic(loadBalancer: View): CarriedTraffic {
  const rules: CarriedRule[] = [];
  const nats: CarriedNat[] = [];
  const notCarried: NotCarried[] = [];
  const taken: TakenPorts[] = [];

  for (const rule of loadBalancer.list("loadBalancingRules")) {
    const because = unreachable(rule, loadBalancer) ?? takePorts(taken, rule, rule.at("frontendPort"), 1);
    if (because === undefined) {
      rules.push(readRule(rule));
    } else {
      notCarried.push({ property: rule.property, because });
    }
  }
  for (const nat of [...loadBalancer.list("inboundNatPools"), ...loadBalancer.list("inboundNatRules")]) {
    const start = nat.at("frontendPortRangeStart");
    const because = unreachable(nat, loadBalancer) ?? withoutPool(nat) ?? takePorts(taken, nat, start, publishedPortCount(nat));
    if (because === undefined) {
      nats.push(readNat(nat));
      notCarried.push(...cutOff(nat));
    } else {
      notCarried.push({ property: nat.property, because });
    }
  }
  return { rules, nats, notCarried };
}

/** Every port that is published, in order. */
export function publishedPorts({ rules, nats }: CarriedTraffic): number[] {
  const ofNats = nats.flatMap(({ firstPort, lastPort }) =>
    Array.from({ length: lastPort - firstPort + 1 }, (_, index) => firstPort + index),
  );
  return [...new Set([...rules.map(({ frontendPort }) => frontendPort), ...ofNats])].sort((one, other) => one - other);
}

/** Why no visitor of this computer reaches a rule, or undefined where one can. */
function unreachable(rule: View, loadBalancer: View): string | undefined {
  const frontend = partName(rule.at("frontendIPConfiguration"));
  const isInternal = loadBalancer.list("frontendIPConfigurations").some((one) => is(one.at("name"), frontend ?? "") && one.has("subnet"));
  if (isInternal) {
    return `Its frontend ${frontend} is an internal one; the edge has public frontends only.`;
  }
  const protocol = rule.text("protocol");
  return is(rule.at("protocol"), "Tcp") ? undefined : `Its protocol is ${protocol}; the edge carries Tcp only.`;
}

function withoutPool(nat: View): string | undefined {
  return !isNatPool(nat) && nat.at("backendAddressPool").absent
    ? "It has no backendAddressPool; the edge knows the members of pools only."
    : undefined;
}

interface TakenPorts {
  readonly first: number;
  readonly last: number;
  readonly property: string;
}

/** Takes ports for a rule, or says why not: all public frontends are one address here, where on Azure each has its own. */
function takePorts(taken: TakenPorts[], rule: View, start: View, count: number): string | undefined {
  const first = start.number();
  if (first === undefined) {
    return "It has no frontend port.";
  }
  const last = first + count - 1;
  const owner = taken.find((other) => first <= other.last && other.first <= last);
  if (owner) {
    const port = Math.max(first, owner.first);
    return `${owner.property} has port ${port} of another frontend already, and all public frontends are 127.0.0.1 on this computer.`;
  }
  taken.push({ first, last, property: rule.property });
  return undefined;
}

function declaredPortCount(nat: View): number {
  return (nat.number("frontendPortRangeEnd") ?? 0) - (nat.number("frontendPortRangeStart") ?? 0) + 1;
}

function publishedPortCount(nat: View): number {
  return Math.min(declaredPortCount(nat), mostNatPorts);
}

function cutOff(nat: View): NotCarried[] {
  const end = nat.at("frontendPortRangeEnd");
  const because = `It is ${end.number()}; only the first ${mostNatPorts} ports of the range are open on this computer.`;
  return declaredPortCount(nat) > mostNatPorts ? [{ property: end.property, because }] : [];
}

function readFlowSettings(rule: View): FlowSettings {
  return {
    property: rule.property,
    name: rule.text("name") ?? rule.property,
    backendPort: rule.number("backendPort") ?? 0,
    idleTimeoutInMinutes: rule.number("idleTimeoutInMinutes") ?? defaultIdleTimeoutInMinutes,
    enableTcpReset: rule.flag("enableTcpReset") ?? false,
  };
}

function readRule(rule: View): CarriedRule {
  const probe = partName(rule.at("probe"));
  return {
    ...readFlowSettings(rule),
    frontendPort: rule.number("frontendPort") ?? 0,
    backendAddressPools: poolNames(rule),
    ...(probe !== undefined && { probe }),
    loadDistribution: rule.choice(loadDistributions, "loadDistribution") ?? "Default",
  };
}

function readNat(nat: View): CarriedNat {
  const isPool = isNatPool(nat);
  const settings = readFlowSettings(nat);
  const firstPort = nat.number("frontendPortRangeStart") ?? 0;
  return {
    ...settings,
    kind: isPool ? "inboundNatPool" : "inboundNatRule",
    firstPort,
    lastPort: firstPort + publishedPortCount(nat) - 1,
    pool: (isPool ? settings.name : (partName(nat.at("backendAddressPool")) ?? "")).toLowerCase(),
  };
}

function isNatPool(nat: View): boolean {
  return nat.path[0] === "inboundNatPools";
}
