import { normalLocation } from "../arm/id";

/**
 * The regions that have VM Image Builder, as of May 2026; its images can be copied to any other region
 * (https://learn.microsoft.com/azure/virtual-machines/image-builder-overview#regions).
 */
export const imageBuilderRegions: readonly string[] = [
  ...["australiaeast", "australiasoutheast", "brazilsouth", "canadacentral", "centralindia", "centralus", "chinanorth3", "eastasia"],
  ...["eastus", "eastus2", "francecentral", "germanywestcentral", "israelcentral", "italynorth", "japaneast", "jioindiawest"],
  ...["koreacentral", "newzealandnorth", "northcentralus", "northeurope", "norwayeast", "polandcentral", "qatarcentral"],
  ...["southafricanorth", "southcentralus", "southeastasia", "swedencentral", "switzerlandnorth", "taiwannorthwest", "uaenorth"],
  ...["uksouth", "ukwest", "usgovarizona", "usgovvirginia", "westcentralus", "westeurope", "westus", "westus2", "westus3"],
];

/** Whether a location, written as `westeurope` or as `West Europe`, has VM Image Builder. */
export function hasImageBuilder(location: string): boolean {
  return imageBuilderRegions.includes(normalLocation(location));
}
