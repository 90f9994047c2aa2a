import { setTimeout as wait } from "node:timers/promises";
import { idKey } from "../arm/id";
import type { EdgeKeeper } from "./edge-keeper";
import type { PlacedScaleSet } from "./placed-scale-set";
import type { Repeated } from "./repeated";
import type { SubnetNetworks } from "./subnet-networks";

const pauseInMilliseconds = 100;

/** What a resource is about: a scale set and the load balancers in front of it, or a load balancer with machines behind it. */
interface Concern {
  readonly sets: readonly PlacedScaleSet[];
  readonly loadBalancers: readonly string[];
}

/** Tells when what was declared is there, or what keeps it from being there. */
export class Settling {
  /**
   * @param placed The scale sets as they are declared when it is called.
   * @param loop The turns in which what is declared is looked at.
   */
  constructor(
    private readonly networks: SubnetNetworks,
    private readonly edges: EdgeKeeper,
    private readonly placed: () => readonly PlacedScaleSet[],
    private readonly loop: Repeated,
  ) {}

  /** Waits until the instances of a new scale set are provisioned and its load balancers know them. @returns What went wrong with any of them. */
  async created(id: string): Promise<string[]> {
    const obstacles = await this.settled(id, ({ service, model }) => !service.isSettling(model));
    return [...this.concernOf(id).sets.flatMap(failuresOf), ...obstacles];
  }

  /**
   * Waits until the edge of a changed load balancer, or those in front of a changed scale set, do what is declared. Instances follow a change
   * by their upgrade policy, which takes its time.
   * @returns What keeps the edges.
   */
  changed(id: string): Promise<string[]> {
    this.edges.tryAgain(this.concernOf(id).loadBalancers);
    return this.settled(id, () => true);
  }

  private async settled(id: string, isReady: (set: PlacedScaleSet) => boolean): Promise<string[]> {
    await this.loop.another();
    for (;;) {
      const { sets, loadBalancers } = this.concernOf(id);
      const obstacles = sets.flatMap(({ network }) => this.networks.obstacle(network) ?? []);
      if (obstacles.length > 0) {
        return obstacles;
      }
      if (sets.every(isReady) && this.edges.areSettled(loadBalancers)) {
        return this.edges.obstacles(loadBalancers);
      }
      await wait(pauseInMilliseconds);
    }
  }

  private concernOf(id: string): Concern {
    const placed = this.placed();
    const sets = placed.filter(({ resource }) => idKey(resource.id) === idKey(id));
    const hasMachines = placed.some((set) => this.edges.inFrontOf(set).some((one) => idKey(one) === idKey(id)));
    return { sets, loadBalancers: hasMachines ? [id] : sets.flatMap((set) => this.edges.inFrontOf(set)) };
  }
}

function failuresOf({ service }: PlacedScaleSet): string[] {
  return service.instances.flatMap(({ name, errors }) => (errors ? [`${name}: ${errors.join("\n")}`] : []));
}
