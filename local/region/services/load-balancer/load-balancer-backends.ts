import { instancesNamed } from "../../foundation/words";
import type { Distribution } from "../../podman/edge/traffic";

/** A member of a load balancer's backend pool. */
export interface Backend {
  /** The instance id. */
  readonly instance: string;
  /** What the rule's probe says of it; absent where the rule has no probe. */
  readonly isUp?: boolean;
  /** Whether network security groups let the rule's traffic through to the backend port. */
  readonly isAllowed: boolean;
}

export const noHealthyBackendsBehaviors = ["AllProbedDown", "AllProbedUp"] as const;

/** Azure's `noHealthyBackendsBehavior` of a probe; AllProbedDown by default. */
export type NoHealthyBackendsBehavior = (typeof noHealthyBackendsBehaviors)[number];

/** Decides which backends get new connections of one load balancing rule. */
export function distribute(backends: readonly Backend[], whenAllAreDown: NoHealthyBackendsBehavior = "AllProbedDown"): Distribution {
  if (backends.length === 0) {
    return { newConnections: [], standingConnectionsGoOn: true, reason: "the backend pool is empty" };
  }
  const up = backends.filter(({ isUp }) => isUp !== false);
  const allAreDown = up.length === 0;
  const chosen = (allAreDown && whenAllAreDown === "AllProbedUp" ? backends : up).filter(({ isAllowed }) => isAllowed);
  return {
    newConnections: chosen.map(({ instance }) => instance),
    standingConnectionsGoOn: !allAreDown || backends.length > 1 || whenAllAreDown === "AllProbedUp",
    reason: explain(backends, allAreDown, whenAllAreDown),
  };
}

function explain(backends: readonly Backend[], allAreDown: boolean, whenAllAreDown: NoHealthyBackendsBehavior): string {
  const down = backends.filter(({ isUp }) => isUp === false).map(({ instance }) => instance);
  const closed = backends.filter(({ isAllowed }) => !isAllowed).map(({ instance }) => instance);
  const probes = allAreDown
    ? `all probes are down and noHealthyBackendsBehavior is ${whenAllAreDown}`
    : down.length === 0
      ? "no probe is down"
      : `the probe of ${instancesNamed(down)} is down`;
  return closed.length === 0 ? probes : `${probes}; a network security group closes the port of ${instancesNamed(closed)}`;
}
