import type { ProfileCapacity, ScaleAction } from "./setting";

/**
 * The number of instances that an action comes to, between the profile's limits; the present capacity where the action would not change
 * it, or not in its own direction.
 */
export function capacityAfter(action: ScaleAction, capacity: number, limits: ProfileCapacity): number {
  const wanted = withinLimits(wantedCapacity(action, capacity), limits);
  switch (action.direction) {
    case "Increase":
      return Math.max(capacity, wanted);
    case "Decrease":
      return Math.min(capacity, wanted);
    case "None":
      return capacity;
  }
}

export function withinLimits(capacity: number, { minimum, maximum }: ProfileCapacity): number {
  return Math.min(Math.max(capacity, minimum), maximum);
}

function wantedCapacity({ direction, type, value }: ScaleAction, capacity: number): number {
  const sign = direction === "Decrease" ? -1 : 1;
  switch (type) {
    case "ChangeCount":
      return capacity + sign * value;
    case "PercentChangeCount":
      return capacity + sign * wholeInstances((capacity * value) / 100, direction);
    case "ExactCount":
      return value;
    case "ServiceAllowedNextValue":
      // A scale set takes every number of instances.
      return capacity + sign;
  }
}

/** Instances cannot be divided: more are added rather than fewer, and fewer removed rather than more, but always one. */
function wholeInstances(share: number, direction: ScaleAction["direction"]): number {
  return Math.max(1, direction === "Decrease" ? Math.floor(share) : Math.ceil(share));
}
