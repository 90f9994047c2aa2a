import { hasAvailabilityZones } from "../../../azure/facts/regions";
import type { Values } from "../declarations";
import type { Problems } from "../problems";

/**
 * A resource group that is created needs a location; the rest of the tier follows its resource group. Every tier has zones: those of its
 * instances, and those of its public IP address.
 */
export function checkLocation({ resourceGroupName }: Values, location: string | undefined, problems: Problems): void {
  const path = "azure-native:location";
  const allowed = "a region with availability zones, such as westeurope";
  const choose = `pulumi config set ${path} westeurope`;
  if (!location && resourceGroupName === "") {
    problems.addAt(path, undefined, allowed, `${choose}, or name an existing resource group`);
  } else if (location && !hasAvailabilityZones(location)) {
    problems.addAt(path, location, allowed, choose);
  }
}
