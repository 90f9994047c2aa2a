import type { View } from "../../../properties/view";
import { sameId } from "../../../rules/lookups";
import type { RegionView } from "../../../rules/region-view";
import { ipConfigurations } from "../../scale-set/rules/model";
import { networkOf } from "../../scale-set/rules/network";

/** The places where an IP configuration names the application security groups that it is in. */
export function groupsOf(ipConfiguration: View): View[] {
  return ipConfiguration.list("applicationSecurityGroups").map((group) => group.at("id"));
}

/** The virtual networks, in lower case, of those in an application security group, without the resource that is being checked. */
export function networksOfMembers(groupId: string, region: RegionView): string[] {
  const members = region
    .all("azure-native:compute:VirtualMachineScaleSet")
    .flatMap(({ properties }) => ipConfigurations(properties))
    .filter((ip) => groupsOf(ip).some((group) => sameId(group.text() ?? "", groupId)));
  return [...new Set(members.flatMap((ip) => ip.text("subnet.id") ?? []).map((subnet) => networkOf(subnet).toLowerCase()))];
}
