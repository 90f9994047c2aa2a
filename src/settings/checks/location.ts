import type { Values } from "../declarations";
import type { Problems } from "../problems";

/**
 * The regions that Azure lists without availability zones, as of 15 April 2025 (learn.microsoft.com/azure/reliability/regions-list).
 * Every tier has zones: those of its instances, and those of its public IP address.
 */
const regionsWithoutZones = new Set([
  ...["australiacentral", "australiacentral2", "australiasoutheast", "brazilsoutheast", "canadaeast", "francesouth", "germanynorth"],
  ...["koreasouth", "northcentralus", "norwaywest", "southafricawest", "southindia", "switzerlandwest", "uaecentral", "ukwest"],
  ...["westcentralus", "westindia", "westus"],
]);

/** A resource group that is created needs a location; the rest of the tier follows its resource group. */
export function checkLocation({ resourceGroupName }: Values, location: string | undefined, problems: Problems): void {
  const path = "azure-native:location";
  const allowed = "a region with availability zones, such as westeurope";
  const choose = `pulumi config set ${path} westeurope`;
  if (!location && resourceGroupName === "") {
    problems.addAt(path, undefined, allowed, `${choose}, or name an existing resource group`);
  } else if (location && regionsWithoutZones.has(location.replaceAll(" ", "").toLowerCase())) {
    problems.addAt(path, location, allowed, choose);
  }
}
