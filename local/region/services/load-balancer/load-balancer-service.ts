import { own } from "../../foundation/own";
import { distribute } from "./load-balancer-backends";
import type { CarriedTraffic, Distribution, EdgeMember } from "../../podman/edge/traffic";
import { assignNatPorts, type NatPorts } from "../../podman/edge/nat-ports";
import { inboundAccess, type SecurityGroup } from "../../podman/edge/network-rules";
import { type LoadBalancerModel, partsOf } from "./load-balancer-model";

/** An instance behind a load balancer, as its scale set places it. */
export interface Backend {
  readonly name: string;
  readonly address: string;
  readonly zone?: string;
  /** Whole ids. */
  readonly backendPoolIds: readonly string[];
  readonly natPoolIds: readonly string[];
  readonly securityGroups: readonly SecurityGroup[];
  /** The ids of the application security groups that it is in, in lower case. */
  readonly applicationSecurityGroups: readonly string[];
  /** True from the moment at which its machine is to go: it gets no new connections any more. */
  readonly isLeaving: boolean;
  /** What a probe, by its name in lower case, says of it; undefined where it is not asked. */
  readonly isUp: (probe: string) => boolean | undefined;
}

/** What a load balancer does with its backends at this moment. */
export interface Balance {
  readonly traffic: CarriedTraffic;
  readonly members: readonly EdgeMember[];
  readonly distributions: Readonly<Record<string, Distribution>>;
  /** Frontend ports by NAT rule or pool, then by instance. */
  readonly natPorts: Readonly<Record<string, NatPorts>>;
}

/**
 * Gives the backends their frontend ports.
 *
 * @param id The load balancer's ARM id.
 * @param current The frontend ports as they are.
 */
export function natPortsFor(
  id: string,
  { traffic }: LoadBalancerModel,
  backends: readonly Backend[],
  current: Balance["natPorts"],
): Balance["natPorts"] {
  return Object.fromEntries(
    traffic.nats.map((nat) => {
      const served = backends.filter(({ natPoolIds, backendPoolIds }) =>
        partsOf(id, nat.kind === "inboundNatPool" ? "inboundNatPools" : "backendAddressPools", [...natPoolIds, ...backendPoolIds]).includes(
          nat.pool,
        ),
      );
      return [
        nat.name,
        assignNatPorts(
          nat,
          served.map(({ name }) => name),
          own(current, nat.name) ?? {},
        ),
      ];
    }),
  );
}

/** Those of the ports that are kept already: all of them, but where a change could not be written. */
export function keptOf(natPorts: Balance["natPorts"], kept: Balance["natPorts"]): Balance["natPorts"] {
  return Object.fromEntries(
    Object.entries(natPorts).map(([nat, ports]) => {
      const before = own(kept, nat) ?? {};
      return [nat, Object.fromEntries(Object.entries(ports).filter(([instance, port]) => own(before, instance) === port))];
    }),
  );
}

/**
 * Decides where the connections of a load balancer go.
 *
 * @param id The load balancer's ARM id.
 * @param natPorts The frontend ports that the backends have.
 */
export function balance(
  id: string,
  { traffic, probes }: LoadBalancerModel,
  backends: readonly Backend[],
  natPorts: Balance["natPorts"],
): Balance {
  const members = backends.map((backend) => toMember(id, backend, traffic, natPorts));
  const distributions = Object.fromEntries(
    traffic.rules.map((rule) => {
      const served = backends.filter(({ backendPoolIds }) =>
        partsOf(id, "backendAddressPools", backendPoolIds).some((pool) => rule.backendAddressPools.includes(pool)),
      );
      const probe = rule.probe === undefined ? undefined : probes.get(rule.probe);
      const candidates = served
        .filter(({ isLeaving }) => !isLeaving)
        .map((backend) => ({
          instance: backend.name,
          isAllowed: accessOf(backend, rule.backendPort).isAllowed,
          ...(rule.probe !== undefined && { isUp: backend.isUp(rule.probe) ?? false }),
        }));
      return [rule.name, distribute(candidates, probe?.whenAllAreDown)];
    }),
  );
  return { traffic, members, distributions, natPorts };
}

function toMember(id: string, backend: Backend, traffic: CarriedTraffic, natPorts: Balance["natPorts"]): EdgeMember {
  const ports = new Set([...traffic.rules, ...traffic.nats].map(({ backendPort }) => backendPort));
  const closed = [...ports].map((port) => [port, accessOf(backend, port)] as const).filter(([, { isAllowed }]) => !isAllowed);
  return {
    name: backend.name,
    address: backend.address,
    ...(backend.zone !== undefined && { zone: backend.zone }),
    backendAddressPools: partsOf(id, "backendAddressPools", backend.backendPoolIds),
    natPorts: Object.fromEntries(
      Object.entries(natPorts).flatMap(([nat, assigned]) => {
        const port = own(assigned, backend.name);
        return port === undefined ? [] : [[nat, port]];
      }),
    ),
    closedPorts: Object.fromEntries(closed.map(([port, { reason }]) => [port, reason])),
  };
}

function accessOf({ securityGroups, applicationSecurityGroups, address }: Backend, port: number) {
  return inboundAccess(securityGroups, { from: "visitor", address, port, applicationSecurityGroups });
}
