import type { View } from "../../../properties/view";
import { nameInId, partNamed } from "../../../rules/lookups";
import type { RegionView } from "../../../rules/region-view";

/** The subnet that an id names, whether it is a resource of its own or declared in its virtual network. */
export function subnetAt(id: string, region: RegionView): View | undefined {
  const found = region.find(id);
  return found?.type === "azure-native:network:VirtualNetwork"
    ? partNamed(found.properties.list("subnets"), nameInId(id))
    : found?.properties;
}
