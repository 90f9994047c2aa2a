import { idKey } from "../../../azure/arm/id";
import type { RegionContext } from "../../region/context";
import type { EdgeSpecification } from "../../region/podman/edge/edge";
import type { Chance } from "./chance";
import type { SimulatedComputer } from "./simulated-computer";
import type { SimulatedPodman } from "./simulated-podman";
import type { VirtualTime } from "./virtual-time";

/** The edges of load balancers as a data structure: each does what it was told last, whether a daemon lives or not. */
export class SimulatedEdges {
  private readonly edges = new Map<string, { specification: EdgeSpecification; isLost: boolean }>();
  /** How likely it is that an edge does not take what it is told. */
  failureRate = 0;
  /** Told of what an edge did, and what it is to do instead. */
  onChange: (before: EdgeSpecification | undefined, after: EdgeSpecification) => void = () => undefined;

  constructor(
    private readonly time: VirtualTime,
    private readonly podman: SimulatedPodman,
    private readonly chance: Chance,
    private readonly trace: (line: string) => void,
  ) {
    podman.edgeNetworks = () => [...this.edges.values()].filter(({ isLost }) => !isLost).map(({ specification }) => specification.network);
  }

  /** The instances that any edge gives new connections to, by rule. */
  get newConnections(): Record<string, string[]>[] {
    return [...this.edges.values()].filter(({ isLost }) => !isLost).map(({ specification }) => connectionsOf(specification));
  }

  get ids(): string[] {
    return [...this.edges.keys()];
  }

  /** Ends every edge, as when somebody removes its container. */
  lose(): void {
    this.edges.forEach((edge) => (edge.isLost = true));
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
      list: () => asked(() => this.ids),
      traffic: () => asked(() => []),
      frontends: (id) => asked(() => (this.edges.get(idKey(id))?.isLost === false ? [] : undefined)),
    };
  }

  private ensure(specification: EdgeSpecification): EdgeSpecification["traffic"]["notCarried"] {
    const id = idKey(specification.loadBalancerId);
    if (!this.podman.networks.some(({ name }) => name === specification.network)) {
      throw new Error(`podman run ${id} failed: unable to find network with name or ID ${specification.network}: network not found`);
    }
    if (this.chance.happens(this.failureRate)) {
      this.trace("edge: does not take what it is told");
      throw new Error("HAProxy does not take its configuration within 20 s.");
    }
    this.onChange(this.edges.get(id)?.specification, specification);
    this.edges.set(id, { specification, isLost: false });
    this.trace(`edge: ${JSON.stringify(connectionsOf(specification))}`);
    return specification.traffic.notCarried;
  }

  private remove(id: string): void {
    this.edges.delete(id);
    this.trace("edge: removed");
  }
}

/** Who gets the new connections of each rule. */
export function connectionsOf({ traffic, distributions }: EdgeSpecification): Record<string, string[]> {
  return Object.fromEntries(traffic.rules.map(({ name }) => [name, distributions[name]?.newConnections ?? []]));
}
