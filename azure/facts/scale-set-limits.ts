import type { DurationLimits, NumberLimits } from "./limits";

/**
 * The most instances of one scale set, from an image of the marketplace or a gallery, and from a managed image
 * (https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-placement-groups).
 */
export const maximumInstances = 1000;
export const maximumInstancesOfManagedImage = 600;

/** The most instances of one placement group, and of one whose sizes have a fast network among themselves (https://github.com/Azure/azure-cli/issues/9630). */
export const maximumInstancesOfGroup = 100;
export const maximumInstancesOfFastGroup = 300;

/** The most models that the instances of a scale set have at once (https://github.com/MicrosoftDocs/azure-docs/issues/103472). */
export const maximumModelsInUse = 10;

/** How long instances are not repaired after a change (https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-automatic-instance-repairs). */
export const repairGracePeriodLimits: DurationLimits = { minimum: "PT10M", maximum: "PT90M" };

/** How many automatic repairs may be under way at once: no more than 5 % of the set, and one in a set that is too small for that (same page). */
export function maximumRepairsAtOnce(instances: number): number {
  return Math.max(1, Math.floor((instances * 5) / 100));
}

/** How long before its deletion an instance is told (https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-terminate-notification). */
export const terminateNotificationLimits: DurationLimits = { minimum: "PT5M", maximum: "PT15M" };

/** The most bytes of user data, before they are written in base64 (https://learn.microsoft.com/azure/virtual-machines/user-data). */
export const maximumUserDataBytes = 64 * 1024;

/** How often the application health extension asks, and how many equal answers change its mind (https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-health-extension). */
export const healthIntervalLimits = { minimum: 5, maximum: 60 } satisfies NumberLimits;
export const healthProbesLimits = { minimum: 1, maximum: 24 } satisfies NumberLimits;

/**
 * The most seconds that the extension may take for that: its interval times its number of probes, in version 1 for Linux and in version 2
 * (https://github.com/Azure/applicationhealth-extension-linux/blob/v1.0.7/main/handlersettings.go, and the same file on master).
 */
export const maximumHealthSecondsOfVersion1 = 120;
export const maximumHealthSecondsOfVersion2 = 240;
