import type { RuleCases } from "../../../rules/cases";
import { add, edits, nothing, set, unknown } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import { applicationSecurityGroupId, standingGroup } from "../../../rules/valid/application-security-group";
import { networkId } from "../../../rules/valid/scale-set";

const interfaces = "virtualMachineProfile.networkProfile.networkInterfaceConfigurations";
const ips = `${interfaces}[0].ipConfigurations`;
const groups = `${ips}[0].applicationSecurityGroups`;
const reference = { id: applicationSecurityGroupId };
const other = standingGroup("other-group");
const inGroup = set(groups, [reference]);
const subnet = { id: `${networkId}/subnets/other` };

/** Another scale set in the group. */
function memberIn(network: string) {
  const ipConfigurations = [{ name: "ip", subnet: { id: `${network}/subnets/data` }, applicationSecurityGroups: [reference] }];
  return regionResource("azure-native:compute:VirtualMachineScaleSet", armId("Microsoft.Compute/virtualMachineScaleSets", "data"), {
    virtualMachineProfile: { networkProfile: { networkInterfaceConfigurations: [{ name: "nic", ipConfigurations }] } },
  });
}

/** The application security groups of the instances. */
export const applicationSecurityGroupCases: RuleCases[] = [
  {
    rule: "R490",
    refused: [
      {
        name: "a second configuration that is in no group",
        change: edits(inGroup, add(ips, { name: "second", subnet })),
        at: `${ips}[1].applicationSecurityGroups`,
      },
      {
        name: "a second configuration in another group",
        change: edits(inGroup, add(ips, { name: "second", subnet, applicationSecurityGroups: [{ id: other.id }] })),
        others: [other],
        at: `${ips}[1].applicationSecurityGroups`,
      },
    ],
    accepted: [
      {
        name: "the same groups in another order and in other letters",
        change: edits(
          set(groups, [reference, { id: other.id }]),
          add(ips, { name: "second", subnet, applicationSecurityGroups: [{ id: other.id }, { id: reference.id.toUpperCase() }] }),
        ),
        others: [other],
      },
      {
        name: "a configuration of IPv6 in no group",
        change: edits(inGroup, add(ips, { name: "six", privateIPAddressVersion: "IPv6", subnet })),
      },
      {
        name: "a second interface in no group",
        change: edits(inGroup, add(interfaces, { name: "second", ipConfigurations: [{ name: "second", subnet }] })),
      },
      {
        name: "groups that are not known yet",
        change: edits(inGroup, add(ips, { name: "second", subnet }), unknown(`${ips}[1].applicationSecurityGroups`)),
      },
    ],
  },
  {
    rule: "R491",
    refused: [
      {
        name: "a group with members in another virtual network",
        change: inGroup,
        others: [memberIn(armId("Microsoft.Network/virtualNetworks", "data-network"))],
        at: `${groups}[0].id`,
      },
    ],
    accepted: [
      { name: "a group with members in the same virtual network", change: inGroup, others: [memberIn(networkId.toUpperCase())] },
      { name: "no group", change: nothing, others: [memberIn(armId("Microsoft.Network/virtualNetworks", "data-network"))] },
    ],
  },
];
