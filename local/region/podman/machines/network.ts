import { addressesOf, overlap } from "../../../../azure/facts/cidr";
import { hostRoutes, type HostRoute } from "./host-routes";
import type { PodmanClient } from "./podman";

/** A subnet of a virtual network, which is one network of Podman's. Machines in it have the subnet's first address as their gateway, as on Azure. */
export interface Subnet {
  /** Unique on this computer. */
  readonly name: string;
  /** The subnet's range as a CIDR block. */
  readonly addressPrefix: string;
}

/** The region's subnets in Podman. */
export class Subnets {
  /** @param routes What this computer reaches some other way. */
  constructor(
    private readonly podman: PodmanClient,
    private readonly routes: () => readonly HostRoute[] = hostRoutes,
  ) {}

  /**
   * Sees to it that a subnet is there as declared.
   * @throws Error where the range overlaps a route of this computer, and PodmanError where machines still use a network of another range.
   */
  async ensure({ name, addressPrefix }: Subnet): Promise<void> {
    const existing = (await this.podman.networks()).find((network) => network.name === name);
    if (existing?.subnets.includes(addressPrefix)) {
      return;
    }
    if (existing) {
      await this.podman.removeNetwork(name);
    }
    await this.refuseOverlap([addressPrefix]);
    // Names of machines are resolved nowhere on Azure either, unless somebody sets up a zone for them.
    await this.podman.createNetwork(name, ["--subnet", addressPrefix, "--disable-dns"]);
  }

  /** The names of all subnets that are there, whoever made them. */
  async list(): Promise<string[]> {
    return (await this.podman.networks()).map(({ name }) => name);
  }

  async remove(name: string): Promise<void> {
    if ((await this.podman.networks()).some((network) => network.name === name)) {
      await this.podman.removeNetwork(name);
    }
  }

  /**
   * Refuses address ranges that this computer already reaches some other way: it would lose that way, or the machines theirs.
   * @param addressPrefixes CIDR blocks.
   * @throws Error that names the range and the route.
   */
  async refuseOverlap(addressPrefixes: readonly string[]): Promise<void> {
    const own = (await this.podman.networks()).map(({ hostInterface }) => hostInterface);
    const routes = this.routes().filter(({ through }) => !own.includes(through));
    const problems = addressPrefixes.flatMap((addressPrefix) => overlapProblem(addressPrefix, routes) ?? []);
    if (problems.length > 0) {
      throw new Error(problems.join("\n"));
    }
  }
}

/** What is wrong with a range, or undefined where no route overlaps it. */
export function overlapProblem(addressPrefix: string, routes: readonly HostRoute[]): string | undefined {
  const route = routes.find(({ range }) => overlap(range, addressesOf(addressPrefix)));
  return (
    route &&
    `The address prefix ${addressPrefix} overlaps ${route.block}, which this computer reaches through ${route.through}; ` +
      `fix: give the virtual network and its subnets a private range that the computer has no route to; "ip route" lists the routes`
  );
}
