import type { RegionContext } from "../../context";

/** The networks in Podman that the region's subnets have, from the first scale set in a subnet to the last. */
export class SubnetNetworks {
  private readonly existing = new Set<string>();
  /** What keeps a network from being made, by its name. */
  private readonly conflicts = new Map<string, string>();
  private isRediscovered = false;

  constructor(private readonly region: RegionContext) {}

  /** True for a network that is there, or may be. */
  has(name: string): boolean {
    return this.existing.has(name);
  }

  /** What is in the way of a network, in words for whoever waits for it. */
  conflict(name: string): string | undefined {
    return this.conflicts.get(name);
  }

  /** What an earlier daemon made is known again, so that it is removed when nothing needs it. */
  async rediscover(): Promise<void> {
    if (!this.isRediscovered) {
      (await this.region.subnets.list()).forEach((name) => this.existing.add(name));
      this.isRediscovered = true;
    }
  }

  /** Sees to it that a network is there. @returns Whether it is; else {@link conflict} has the reason. */
  async ensure(name: string, addressPrefix: string): Promise<boolean> {
    if (this.existing.has(name)) {
      return true;
    }
    try {
      await this.region.subnets.ensure({ name, addressPrefix });
      this.existing.add(name);
      this.conflicts.delete(name);
      return true;
    } catch (error) {
      const conflict = `the network ${addressPrefix} cannot be made on this computer: ${(error as Error).message}`;
      if (this.conflicts.get(name) !== conflict) {
        this.region.events.add(`subnet ${addressPrefix}`, conflict);
      }
      this.conflicts.set(name, conflict);
      return false;
    }
  }

  /** Removes the networks that no scale set is in any more. */
  async prune(used: ReadonlySet<string>): Promise<void> {
    for (const name of [...this.existing].filter((one) => !used.has(one))) {
      await this.region.subnets.remove(name);
      this.existing.delete(name);
    }
  }
}
