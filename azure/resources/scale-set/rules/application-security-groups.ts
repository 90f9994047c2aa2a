import { holdsUnknown } from "../../../properties/value";
import type { View } from "../../../properties/view";
import { nameInId, sameText } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { groupsOf, networksOfMembers } from "../../network/rules/group-members";
import { ipConfigurations, networkInterfaces } from "./model";
import { networkOf } from "./network";
import { versionOf } from "./network-interfaces";

/** The application security groups that the instances are in. */
export const applicationSecurityGroupRules: Rule[] = [
  {
    id: "R490",
    title: "All IPv4 configurations of a network interface are in the same application security groups",
    code: "AllIpConfigurationsOnANicMustBelongToTheSameApplicationSecurityGroups",
    grade: "observed",
    source: "https://github.com/Azure/azure-cli/issues/21551",
    severity: "error",
    allowed: "the groups of the other IP configurations",
    *check(scaleSet) {
      for (const networkInterface of networkInterfaces(scaleSet)) {
        const known = networkInterface
          .list("ipConfigurations")
          .filter((ip) => sameText(versionOf(ip), "IPv4") && !holdsUnknown(ip.at("applicationSecurityGroups").value));
        const [first, ...others] = known;
        yield* others
          .filter((ip) => idsOf(ip).join() !== idsOf(first).join())
          .map((ip) => ({
            at: ip.at("applicationSecurityGroups"),
            because: `${first.text("name")} is in ${idsOf(first).map(nameInId).join(", ") || "none"}`,
          }));
      }
    },
  },
  {
    id: "R491",
    title: "All that is in an application security group is in one virtual network",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/virtual-network/application-security-groups",
    severity: "error",
    allowed: "a group whose members are in the virtual network of this subnet",
    *check(scaleSet, region) {
      // As long as the scale set has no id, it cannot be told from the others.
      for (const ip of region.self === undefined ? [] : ipConfigurations(scaleSet)) {
        const network = networkOf(ip.text("subnet.id") ?? "").toLowerCase();
        for (const at of network === "" ? [] : groupsOf(ip)) {
          const other = networksOfMembers(at.text() ?? "", region).find((one) => one !== network);
          if (other !== undefined) {
            yield { at, because: `its members are in ${nameInId(other)}` };
          }
        }
      }
    },
  },
];

function idsOf(ip: View): string[] {
  return groupsOf(ip)
    .map((group) => (group.text() ?? "").toLowerCase())
    .sort();
}
