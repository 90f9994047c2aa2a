import { normalLocation } from "../arm/id";

/** The names of the availability zones of a region that has them (https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-configure-customer-selected-zones). */
export const availabilityZones: readonly string[] = ["1", "2", "3"];

/**
 * The regions that Microsoft lists without availability zones, as of 15 April 2025
 * (https://learn.microsoft.com/azure/reliability/regions-list). A region that is missing here, such as one
 * that opened since, counts as having zones.
 */
export const regionsWithoutZones: ReadonlySet<string> = new Set([
  "australiacentral",
  "australiacentral2",
  "australiasoutheast",
  "brazilsoutheast",
  "canadaeast",
  "francesouth",
  "germanynorth",
  "koreasouth",
  "northcentralus",
  "norwaywest",
  "southafricawest",
  "southindia",
  "switzerlandwest",
  "uaecentral",
  "ukwest",
  "westcentralus",
  "westindia",
  "westus",
]);

/** Whether a location, written as `westeurope` or as `West Europe`, has availability zones. */
export function hasAvailabilityZones(location: string): boolean {
  return !regionsWithoutZones.has(normalLocation(location));
}

/** The regions that load balancers and public IP addresses of the tier Global stand in (https://learn.microsoft.com/azure/load-balancer/cross-region-overview). */
export const homeRegions: readonly string[] = [
  "centralus",
  "eastasia",
  "eastus2",
  "northeurope",
  "southeastasia",
  "uksouth",
  "ukwest",
  "usgovvirginia",
  "westeurope",
  "westus",
];

/** The regions without NAT gateways of the SKU StandardV2, as of November 2025 (https://learn.microsoft.com/azure/nat-gateway/troubleshoot-nat). */
export const regionsWithoutStandardV2Nat: readonly string[] = [
  "brazilsoutheast",
  "canadaeast",
  "centralindia",
  "chilecentral",
  "indonesiacentral",
  "israelnorthwest",
  "malaysiawest",
  "qatarcentral",
  "swedensouth",
  "uaecentral",
  "westcentralus",
  "westindia",
];
