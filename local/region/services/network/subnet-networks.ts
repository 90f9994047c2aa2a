import type { RegionContext } from "../../context";

/** The networks in Podman that the region's subnets have, from the first scale set in a subnet to the last. */
export class SubnetNetworks {
  private readonly standing = new Set<string>();
  /** What keeps a network from being made, by its name. */
  private readonly obstacles = new Map<string, string>();
  private hasRecalled = false;

  constructor(private readonly region: RegionContext) {}

  /** True for a network that is there, or may be. */
  has(name: string): boolean {
    return this.standing.has(name);
  }

  /** What is in the way of a network, in words for whoever waits for it. */
  obstacle(name: string): string | undefined {
    return this.obstacles.get(name);
  }

  /** What an earlier daemon made is known again, so that it is removed when nothing needs it. */
  async recall(): Promise<void> {
    if (!this.hasRecalled) {
      (await this.region.subnets.list()).forEach((name) => this.standing.add(name));
      this.hasRecalled = true;
    }
  }

  /** Sees to it that a network is there. @returns Whether it is; else {@link obstacle} has the reason. */
  async ensure(name: string, addressPrefix: string): Promise<boolean> {
    if (this.standing.has(name)) {
      return true;
    }
    try {
      await this.region.subnets.ensure({ name, addressPrefix });
      this.standing.add(name);
      this.obstacles.delete(name);
      return true;
    } catch (error) {
      const obstacle = `the network ${addressPrefix} cannot be made on this computer: ${(error as Error).message}`;
      if (this.obstacles.get(name) !== obstacle) {
        this.region.events.add(`subnet ${addressPrefix}`, obstacle);
      }
      this.obstacles.set(name, obstacle);
      return false;
    }
  }

  /** Removes the networks that no scale set is in any more. */
  async keepOnly(used: ReadonlySet<string>): Promise<void> {
    for (const name of [...this.standing].filter((one) => !used.has(one))) {
      await this.region.subnets.remove(name);
      this.standing.delete(name);
    }
  }
}
