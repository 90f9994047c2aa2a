import type { View } from "../../../properties/view";
import { nameInId, textOr } from "../../../rules/lookups";

/** What several of the load balancer's rules ask of it. */

/** The SKU; Basic is what ARM takes where nothing is said (https://learn.microsoft.com/azure/load-balancer/load-balancer-common-deployment-errors). */
export function skuOf(loadBalancer: View): string | undefined {
  return textOr(loadBalancer.at("sku.name"), "Basic");
}

/** The name of the part that a reference points to, in lower case. */
export function partName(reference: View): string | undefined {
  const id = reference.text("id");
  return id === undefined ? undefined : nameInId(id);
}

/** The names of the backend pools that a load balancing rule or a NAT rule serves. */
export function poolNames(rule: View): string[] {
  return [rule.at("backendAddressPool"), ...rule.list("backendAddressPools")].flatMap((reference) => partName(reference) ?? []);
}

/** Ports that a rule or NAT pool listens on. */
export interface FrontendPorts {
  /** The property that the (first) port comes from. */
  readonly at: View;
  /** The load balancing rule, NAT rule or NAT pool itself. */
  readonly owner: View;
  readonly frontend: string;
  readonly protocol: string;
  readonly first: number;
  readonly last: number;
}

/** Every port in use on the frontends, as far as it is known. */
export function frontendPorts(loadBalancer: View): FrontendPorts[] {
  const single = ["loadBalancingRules", "inboundNatRules"].flatMap((list) =>
    loadBalancer.list(list).map((rule) => portsOf(rule, rule.at("frontendPort"), rule.at("frontendPort"))),
  );
  const ranges = ["inboundNatRules", "inboundNatPools"].flatMap((list) =>
    loadBalancer.list(list).map((nat) => portsOf(nat, nat.at("frontendPortRangeStart"), nat.at("frontendPortRangeEnd"))),
  );
  return [...single, ...ranges].filter((ports) => ports !== undefined);
}

function portsOf(owner: View, start: View, end: View): FrontendPorts | undefined {
  const frontend = partName(owner.at("frontendIPConfiguration"));
  const protocol = owner.text("protocol")?.toLowerCase();
  const [first, last] = [start.number(), end.number()];
  return frontend === undefined || protocol === undefined || first === undefined || last === undefined
    ? undefined
    : { at: start, owner, frontend, protocol, first, last };
}

/** How many frontend ports an inbound NAT rule or pool has for instances; undefined as long as it is not known. */
export function natPortCount(nat: View): number | undefined {
  const [first, last] = [nat.number("frontendPortRangeStart"), nat.number("frontendPortRangeEnd")];
  return first === undefined || last === undefined ? undefined : Math.max(0, last - first + 1);
}

/** True where two rules would listen on one port of one frontend; one rule with a port twice has another mistake. */
export function collide(one: FrontendPorts, other: FrontendPorts): boolean {
  return (
    one.frontend === other.frontend &&
    protocolsOverlap(one.protocol, other.protocol) &&
    one.first <= other.last &&
    other.first <= one.last &&
    one.owner.property !== other.owner.property
  );
}

export function protocolsOverlap(one: string, other: string): boolean {
  return one === other || one === "all" || other === "all";
}

/** A port of the instances that a rule, NAT rule or NAT pool sends to. */
export interface BackendPort {
  readonly at: View;
  readonly owner: View;
  readonly protocol: string;
  readonly port: number;
  /** The backend pools, or the one NAT pool, whose members receive it; names in lower case. */
  readonly pools: readonly string[];
}

/** The ports of one list; those of rules with floating IP are left out, as such rules may share a port. */
export function backendPorts(loadBalancer: View, list: "loadBalancingRules" | "inboundNatRules" | "inboundNatPools"): BackendPort[] {
  const fixed = loadBalancer
    .list(list)
    .filter((owner) => !owner.unknown && (owner.at("enableFloatingIP").absent || owner.flag("enableFloatingIP") === false));
  return fixed.flatMap((owner) => backendPort(owner, list));
}

/** The ports of load balancing rules with floating IP. */
export function floatingPorts(loadBalancer: View): BackendPort[] {
  return loadBalancer
    .list("loadBalancingRules")
    .filter((rule) => rule.flag("enableFloatingIP") === true)
    .flatMap((rule) => backendPort(rule, "loadBalancingRules"));
}

function backendPort(owner: View, list: "loadBalancingRules" | "inboundNatRules" | "inboundNatPools"): BackendPort[] {
  const at = owner.at("backendPort");
  const protocol = owner.text("protocol")?.toLowerCase();
  // A load balancing rule that names no backend port sends to port 0 (https://github.com/Azure/azure-quickstart-templates/issues/2014).
  const port = at.absent && list === "loadBalancingRules" ? 0 : at.number();
  const pools = list === "inboundNatPools" ? (owner.text("name") ?? []) : poolNames(owner);
  return protocol === undefined || port === undefined ? [] : [{ at, owner, protocol, port, pools: [pools].flat().map(lowerCase) }];
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}

/** The ports that an earlier one of the list goes to as well, where the two have what `meet` asks for. */
export function sharedPorts(ports: readonly BackendPort[], meet: (one: BackendPort, other: BackendPort) => boolean): BackendPort[] {
  const earlier = new Map<string, BackendPort[]>();
  return ports.filter((port) => {
    const key = `${port.port} ${port.protocol}`;
    const same = earlier.get(key) ?? [];
    earlier.set(key, same);
    same.push(port);
    return same.some((other) => other !== port && meet(other, port));
  });
}

/** True where some backend pool serves both. */
export function shareAPool(one: BackendPort, other: BackendPort): boolean {
  return one.pools.some((pool) => other.pools.includes(pool));
}
