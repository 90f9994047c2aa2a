/** How an instance behaves; what is left out goes well. It travels in the user data, so that an instance behaves as its own model says. */
export interface GuestBehaviour {
  /** cloud-init ends with errors, never ends, or has the machine boot again once. */
  readonly boot?: "fails" | "never ends" | "reboots once";
  /** The application answers with status 503, or not at all. */
  readonly application?: "ill" | "silent";
  /** Tells one model from another that behaves alike. */
  readonly version?: number;
}

const marker = "# simulated ";

/** User data as Azure takes it, in base64. */
export function userDataFor(behaviour: GuestBehaviour): string {
  return Buffer.from(`#cloud-config\n${marker}${JSON.stringify(behaviour)}\n`).toString("base64");
}

/** @param userData As it is in the seed of a machine. */
export function behaviourIn(userData: string): GuestBehaviour {
  const line = userData.split("\n").find((one) => one.startsWith(marker));
  return line === undefined ? {} : (JSON.parse(line.slice(marker.length)) as GuestBehaviour);
}
