import type { InstanceModel } from "../instance-model";

/** What bringing an instance that stays to another model does to it. */
export interface InPlaceUpgrade {
  /** True where the instance gets a new disk: then it boots from it, and everything in the model reaches it. */
  readonly hasNewDisk: boolean;
  /** What has changed and does not reach the instance before it gets a new disk, in Azure's names. */
  readonly pending: readonly string[];
}

/** What an instance reads from its model when it boots a new disk for the first time, and never again. */
const readOnce = {
  userData: ({ userData }) => userData,
  osProfile: ({ computerNamePrefix, adminUsername, sshPublicKeys, customData }) => [
    computerNamePrefix,
    adminUsername,
    sshPublicKeys,
    customData,
  ],
} satisfies Record<string, (model: InstanceModel) => unknown>;

/**
 * Compares two models as an upgrade in place does. Another image replaces the OS disk; user data and the OS profile change in the model and
 * in the metadata service, but what the instance made of them stays
 * (https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-upgrade-policy).
 */
export function upgradeInPlace(from: InstanceModel, to: InstanceModel): InPlaceUpgrade {
  // On Azure another size restarts the instance with the disk that it has. A container cannot change its limits everywhere.
  if (!isSame(imageOf(from), imageOf(to)) || from.size !== to.size) {
    return { hasNewDisk: true, pending: [] };
  }
  const pending = Object.entries(readOnce).flatMap(([name, read]) => (isSame(read(from), read(to)) ? [] : [name]));
  return { hasNewDisk: false, pending };
}

/** A model that an earlier version of the region has kept lacks the details of the image. */
function imageOf({ image, metadata }: InstanceModel): unknown {
  return { image, version: metadata?.imageReference.version };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
