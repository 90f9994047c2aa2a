import { own } from "../../foundation/own";
import type { CarriedNat, EdgeMember } from "./traffic";

/** The frontend port of each instance, by the instance's name. */
export type NatPorts = Readonly<Record<string, number>>;

/**
 * Gives each instance a frontend port of a NAT pool or NAT rule. An instance keeps its port for as long as it is there; a new one gets the
 * lowest that is free. Which one Azure gives is not written down, only that the others keep theirs (https://learn.microsoft.com/azure/load-balancer/inbound-nat-rules),
 * so look a port up and never compute it.
 *
 * @param instances Names, in the order in which new ones get their ports.
 * @param current The ports as they are.
 * @returns The ports of all instances that have one. An instance is left out where the range has no port left.
 */
export function assignNatPorts({ firstPort, lastPort }: CarriedNat, instances: readonly string[], current: NatPorts): NatPorts {
  const assigned = new Map<string, number>();
  const taken = new Set<number>();
  const assign = (instance: string, port: number) => {
    assigned.set(instance, port);
    taken.add(port);
  };
  for (const instance of instances) {
    const port = own(current, instance);
    if (port !== undefined && port >= firstPort && port <= lastPort && !taken.has(port)) {
      assign(instance, port);
    }
  }
  let candidate = firstPort;
  for (const instance of instances.filter((name) => !assigned.has(name))) {
    while (taken.has(candidate)) {
      candidate++;
    }
    if (candidate <= lastPort) {
      assign(instance, candidate);
    }
  }
  return Object.fromEntries(assigned);
}

/** One line of the mapping from frontend ports to instances, in the words of Azure's `InboundNatRulePortMapping`. */
export interface NatPortMapping {
  readonly inboundNatRuleName: string;
  readonly instance: string;
  readonly protocol: "Tcp";
  readonly frontendPort: number;
  readonly backendPort: number;
}

/** The whole mapping in order of ports, to be shown: which port leads to which instance. */
export function natPortMappings(nats: readonly CarriedNat[], members: readonly Pick<EdgeMember, "name" | "natPorts">[]): NatPortMapping[] {
  const mappings = nats.flatMap(({ name, backendPort }) =>
    members.flatMap(({ name: instance, natPorts }) => {
      const frontendPort = own(natPorts, name);
      return frontendPort === undefined
        ? []
        : [{ inboundNatRuleName: name, instance, protocol: "Tcp" as const, frontendPort, backendPort }];
    }),
  );
  return mappings.sort((one, other) => one.frontendPort - other.frontendPort);
}
