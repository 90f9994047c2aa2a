/** Limits of a load balancer's ports and probes, from https://learn.microsoft.com/rest/api/load-balancer/load-balancers/create-or-update. */
export const maximumPort = 65_535;
export const maximumFrontendPort = 65_534;

/** Seconds between two questions of a probe; the most is in Azure's recorded answers (https://github.com/Azure/azure-xplat-cli, test/recordings). */
export const probeIntervalLimits = { minimum: 5, maximum: 2_147_483_646 } as const;
export const defaultProbeInterval = 15;

/** How many answers in a row a probe may count, as all of them come within its longest interval (same recordings). */
export function maximumProbes(intervalInSeconds: number): number {
  return Math.floor(probeIntervalLimits.maximum / Math.max(intervalInSeconds, 1));
}

/** Ports that no probe asks (https://learn.microsoft.com/azure/load-balancer/load-balancer-custom-probe-overview). */
export const unprobedPorts: readonly number[] = [19, 21, 25, 70, 110, 119, 143, 220, 993];

/** Ports of one public IP address that outbound flows can have (https://learn.microsoft.com/azure/load-balancer/outbound-rules). */
export const outboundPortsOfAddress = 64_000;

/** Outbound ports are given out so many at a time, and each port that is listened on takes the whole block that it lies in (same page). */
export const outboundPortBlock = 8;
