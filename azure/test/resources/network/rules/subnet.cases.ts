import type { TypeCases } from "../../../rules/cases";
import { nothing, set, unknown } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import { networkSecurityGroup } from "../../../rules/valid/network-security-group";
import { networkSecurityGroupId, subnet, subnetId, virtualNetwork, virtualNetworkId } from "../../../rules/valid/virtual-network";
import { subnet as subnetType } from "../../../../resources/network/subnet";

const missingGroup = armId("Microsoft.Network/networkSecurityGroups", "gone");
const groupResource = regionResource("azure-native:network:NetworkSecurityGroup", networkSecurityGroupId, networkSecurityGroup());

function networkWith(...names: string[]) {
  const subnets = names.map((name) => ({ name, addressPrefix: "10.0.1.0/24" }));
  return regionResource("azure-native:network:VirtualNetwork", virtualNetworkId, { ...virtualNetwork(), subnets });
}

/** The rules of a subnet. */
export const subnetCases: TypeCases = {
  type: subnetType,
  valid: subnet,
  rules: [
    {
      rule: "R99",
      refused: [
        { name: "a name of 81 characters", change: set("subnetName", "a".repeat(81)), at: "subnetName" },
        { name: "a name that begins with a hyphen", change: set("subnetName", "-a"), at: "subnetName" },
      ],
      accepted: [
        { name: "a name of 80 characters", change: set("subnetName", "a".repeat(80)) },
        { name: "a name of 1 character", change: set("subnetName", "a") },
      ],
    },
    {
      rule: "T20",
      refused: [
        { name: "a subnet that its network declares too", change: nothing, others: [networkWith("instances")], at: "virtualNetworkName" },
        { name: "a subnet that its network leaves out", change: nothing, others: [networkWith("other")], at: "virtualNetworkName" },
      ],
      accepted: [
        { name: "a network that declares no subnets", change: nothing, others: [networkWith()] },
        { name: "a network that is not known yet", change: unknown("virtualNetworkName") },
      ],
    },
    {
      rule: "R9-missing",
      refused: [
        {
          name: "a security group that does not exist",
          change: set("networkSecurityGroup.id", missingGroup),
          at: "networkSecurityGroup.id",
        },
        {
          name: "a NAT gateway that does not exist",
          change: set("natGateway.id", armId("Microsoft.Network/natGateways", "gone")),
          at: "natGateway.id",
        },
      ],
      accepted: [{ name: "a security group that is not known yet", change: unknown("networkSecurityGroup.id") }],
    },
  ],
  changes: [],
  surroundings: { self: subnetId, others: () => [groupResource, networkWith()] },
};
