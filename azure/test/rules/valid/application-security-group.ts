import type { Properties } from "../../../properties/value";
import type { RegionResource } from "../../../rules/region-view";
import { armId, regionResource } from "../fake-region";

const idOf = (name: string) => armId("Microsoft.Network/applicationSecurityGroups", name);

export const applicationSecurityGroupId = idOf("web-group");

export function applicationSecurityGroup(): Properties {
  return { resourceGroupName: "web", applicationSecurityGroupName: "web-group", location: "westeurope" };
}

/** A group as it stands in the region; where it stands is not known unless it is said. */
export function standingGroup(name = "web-group", properties: Properties = {}): RegionResource {
  return regionResource("azure-native:network:ApplicationSecurityGroup", idOf(name), properties);
}
