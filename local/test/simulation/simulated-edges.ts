import { idKey, idName } from "../../../azure/arm/id";
import type { RegionContext } from "../../region/context";
import type { EdgeSpecification } from "../../region/podman/edge/edge";
import type { FrontendCounters } from "../../region/podman/edge/haproxy-answers";
import { nameOfSection, natSection, ruleSection } from "../../region/podman/edge/haproxy-config";
import { explainStartFailure, unpublished } from "../../region/podman/edge/port-problems";
import { type CarriedRule, type EdgeMember, type NotCarried, publishedPorts } from "../../region/podman/edge/traffic";
import { PodmanError } from "../../region/podman/machines/podman-error";
import type { Chance } from "./chance";
import type { SimulatedComputer } from "./simulated-computer";
import type { SimulatedPodman } from "./simulated-podman";
import type { VirtualTime } from "./virtual-time";

interface SimulatedEdge {
  readonly specification: EdgeSpecification;
  /** Those of its ports that something else had when its container was made. */
  readonly missingPorts: readonly number[];
  /** What Podman tells of its container; that of a removed one is nothing. */
  readonly container: "running" | "exited" | "removed";
}

/** The edges of load balancers as a data structure: each does what it was told last, whether a daemon lives or not. */
export class SimulatedEdges {
  private readonly edges = new Map<string, SimulatedEdge>();
  /** How likely it is that an edge does not take what it is told. */
  failureRate = 0;
  /** The ports of this computer that something has which is no edge. */
  readonly portsInUse = new Set<number>();
  /** Told of what an edge did, and what it is to do instead. */
  onChange: (before: EdgeSpecification | undefined, after: EdgeSpecification) => void = () => undefined;

  constructor(
    private readonly time: VirtualTime,
    private readonly podman: SimulatedPodman,
    private readonly chance: Chance,
    private readonly trace: (line: string) => void,
  ) {
    podman.edgeNetworks = () => this.ids.flatMap((id) => this.edges.get(id)?.specification.network ?? []);
  }

  /** The instances that any edge gives new connections to, by rule. */
  get newConnections(): Record<string, string[]>[] {
    return [...this.edges.values()].filter(isRunning).map(({ specification }) => connectionsOf(specification));
  }

  /** The NAT ports that lead to an instance, by its name. */
  get natPorts(): Record<string, number> {
    const members = [...this.edges.values()].filter(isRunning).flatMap(({ specification }) => specification.members);
    return Object.fromEntries(members.flatMap(({ name, natPorts }) => Object.values(natPorts).map((port) => [name, port])));
  }

  /** The load balancers that have a container for their edge, whether it runs or not. */
  get ids(): string[] {
    return [...this.edges].flatMap(([id, { container }]) => (container === "removed" ? [] : [id]));
  }

  /** Ends every edge, as when somebody kills its container or removes it. */
  lose(how: "exited" | "removed" = "removed"): void {
    this.ids.forEach((id) => this.change(id, { container: how }));
  }

  /** The edges as one daemon has them. */
  clientOf(computer: SimulatedComputer): RegionContext["edges"] {
    const asked = <T>(effect: () => Promise<T> | T, maximumMilliseconds = 30): Promise<T> => {
      if (!computer.acts()) {
        return new Promise<T>(() => undefined);
      }
      return computer.answered(this.time.wait(this.chance.between(2, maximumMilliseconds)).then(effect));
    };
    return {
      ensure: (specification) => asked(() => this.ensure(specification), 150),
      remove: (id) => asked(() => this.remove(idKey(id)), 200),
      missingPorts: (id) => this.edges.get(idKey(id))?.missingPorts ?? [],
      list: () => asked(() => this.ids),
      traffic: () => asked(() => []),
      frontends: (id) => asked(() => this.frontends(idKey(id))),
      whenEnded: () => undefined,
    };
  }

  private ensure(specification: EdgeSpecification): readonly NotCarried[] {
    const id = idKey(specification.loadBalancerId);
    const before = this.edges.get(id);
    const goesOn = before !== undefined && isRunning(before) && shapeOf(before.specification) === shapeOf(specification);
    const { missingPorts } = goesOn ? before : this.begin(id, specification);
    if (this.chance.happens(this.failureRate)) {
      this.trace("edge: does not take what it is told");
      throw new Error("HAProxy does not take its configuration within 20 s.");
    }
    this.onChange(before?.specification, specification);
    this.edges.set(id, { specification, missingPorts, container: "running" });
    this.trace(`edge: ${JSON.stringify(connectionsOf(specification))}`);
    return [...specification.traffic.notCarried, ...unpublished(specification, missingPorts)];
  }

  /** Makes a container in place of the one that there may be. HAProxy does not run in it yet. */
  private begin(id: string, specification: EdgeSpecification): SimulatedEdge {
    const { network, address, traffic } = specification;
    this.edges.delete(id);
    const others = [...this.edges.values()].filter(isRunning);
    const refuse = (answer: string) => PodmanError.fromAnswer(`run edge-${idName(id)}`, `Error: ${answer}`);
    if (!this.podman.networks.some(({ name }) => name === network)) {
      throw refuse(`unable to find network with name or ID ${network}: network not found`);
    }
    if (others.some(({ specification: other }) => other.network === network && other.address === address)) {
      throw refuse(`IPAM error: requested ip address ${address} is already allocated to container ID c0`);
    }
    const taken = new Set([...this.portsInUse, ...others.flatMap(portsOf)]);
    const missingPorts = publishedPorts(traffic).filter((port) => taken.has(port));
    const [needed] = traffic.rules.filter(({ frontendPort }) => taken.has(frontendPort));
    if (needed !== undefined) {
      throw explainStartFailure(refuse(`listen tcp4 127.0.0.1:${needed.frontendPort}: bind: address already in use`), traffic);
    }
    const begun: SimulatedEdge = { specification, missingPorts, container: "exited" };
    this.edges.set(id, begun);
    return begun;
  }

  private remove(id: string): void {
    this.edges.delete(id);
    this.trace("edge: removed");
  }

  private frontends(id: string): FrontendCounters[] | undefined {
    const edge = this.edges.get(id);
    // Nobody visits a simulated region.
    const idle = { worker: "1", currentConnections: 0, maximumConnections: 4000, connections: 0, bytesIn: 0, bytesOut: 0 };
    return edge && isRunning(edge)
      ? sectionsOf(edge.specification).map((section) => ({ section, name: nameOfSection(section), ...idle }))
      : undefined;
  }

  private change(id: string, change: Partial<SimulatedEdge>): void {
    const edge = this.edges.get(id);
    if (edge !== undefined) {
      this.edges.set(id, { ...edge, ...change });
    }
  }
}

/** Who gets the new connections of each rule: of those that are to have them, the members of its pools whose port no security group closes. */
export function connectionsOf({ traffic, members, distributions }: EdgeSpecification): Record<string, string[]> {
  return Object.fromEntries(
    traffic.rules.map((rule) => {
      const open = membersOf(rule, members).filter(({ closedPorts }) => closedPorts[rule.backendPort] === undefined);
      const isOpen = (instance: string) => open.some(({ name }) => name === instance);
      return [rule.name, (distributions[rule.name]?.newConnections ?? []).filter(isOpen)];
    }),
  );
}

/** The frontends that an edge has opened. */
function sectionsOf({ traffic, members }: EdgeSpecification): string[] {
  const isClosed = ({ closedPorts }: EdgeMember, port: number) => closedPorts[port] !== undefined;
  const rules = traffic.rules.filter((rule) => {
    const behind = membersOf(rule, members);
    return behind.length === 0 || behind.some((member) => !isClosed(member, rule.backendPort));
  });
  const ofNats = traffic.nats.flatMap((nat) =>
    members
      .filter(({ natPorts }) => natPorts[nat.name] !== undefined)
      .filter((member) => !isClosed(member, nat.backendPort))
      .map(({ natPorts }) => natSection(nat, natPorts[nat.name])),
  );
  return [...rules.map(ruleSection), ...ofNats];
}

function membersOf({ backendAddressPools }: CarriedRule, members: readonly EdgeMember[]): EdgeMember[] {
  return members.filter((member) => member.backendAddressPools.some((pool) => backendAddressPools.includes(pool.toLowerCase())));
}

function isRunning({ container }: SimulatedEdge): boolean {
  return container === "running";
}

/** What stays the same for as long as an edge's container does. */
function shapeOf({ network, address, traffic }: EdgeSpecification): string {
  return JSON.stringify([network, address, publishedPorts(traffic)]);
}

function portsOf({ specification: { traffic }, missingPorts }: SimulatedEdge): number[] {
  return publishedPorts(traffic).filter((port) => !missingPorts.includes(port));
}
