import type { RuleCases } from "../../../rules/cases";
import { edits, remove, set, unknown } from "../../../rules/edits";
import { armId, regionResource } from "../../../rules/fake-region";
import { applicationSecurityGroupId, standingGroup } from "../../../rules/valid/application-security-group";
import { publicIpPrefixId, standingPrefix } from "../../../rules/valid/public-ip-prefix";

const reference = { id: applicationSecurityGroupId };
const group = (index: number) => standingGroup(`web-${index}`);
const groups = Array.from({ length: 11 }, (_, index) => group(index));
const idsOf = (count: number) => groups.slice(0, count).map(({ id }) => id);

/** A scale set in a group, and in a virtual network. */
function member(name: string, groupId: string, network: string) {
  const subnet = { id: `${armId("Microsoft.Network/virtualNetworks", network)}/subnets/web` };
  const ipConfigurations = [{ name: "ip", subnet, applicationSecurityGroups: [{ id: groupId.toUpperCase() }] }];
  return regionResource("azure-native:compute:VirtualMachineScaleSet", armId("Microsoft.Compute/virtualMachineScaleSets", name), {
    virtualMachineProfile: { networkProfile: { networkInterfaceConfigurations: [{ name: "nic", ipConfigurations }] } },
  });
}

/**
 * The cases of application security groups as the ends of a security rule, wherever it is declared.
 *
 * @param at The path of one of the rule's properties.
 */
export function securityRuleGroupCases(at: (property: string) => string): RuleCases[] {
  const [sources, destinations] = ["sourceApplicationSecurityGroups", "destinationApplicationSecurityGroups"].map(at);
  const from = (...ids: string[]) =>
    edits(
      remove(at("sourceAddressPrefix")),
      set(
        sources,
        ids.map((id) => ({ id })),
      ),
    );
  const to = (id: string) => edits(remove(at("destinationAddressPrefix")), set(destinations, [{ id }]));
  const fromWebToData = edits(from(group(0).id), to(group(1).id));
  return [
    {
      rule: "R250",
      refused: [{ name: "eleven application security groups", change: from(...idsOf(11)), others: groups, at: sources }],
      accepted: [{ name: "ten application security groups", change: from(...idsOf(10)), others: groups }],
    },
    {
      rule: "R493",
      refused: [
        {
          name: "groups with members in two virtual networks",
          change: fromWebToData,
          others: [group(0), group(1), member("web", group(0).id, "web"), member("data", group(1).id, "data")],
          at: `${destinations}[0].id`,
        },
      ],
      accepted: [
        {
          name: "groups with members in one virtual network",
          change: fromWebToData,
          others: [group(0), group(1), member("web", group(0).id, "web"), member("data", group(1).id, "WEB")],
        },
        { name: "groups without members", change: fromWebToData, others: [group(0), group(1)] },
      ],
    },
    {
      rule: "R119",
      refused: [
        { name: "a group without an id", change: edits(from(), set(sources, [{ location: "westeurope" }])), at: `${sources}[0].id` },
      ],
      accepted: [{ name: "no groups", change: set(destinations, []) }],
    },
    {
      rule: "R119-whole",
      refused: [{ name: "a name in place of an id", change: from("web-group"), at: `${sources}[0].id` }],
      accepted: [{ name: "an id in other letters", change: from(reference.id.toUpperCase()) }],
    },
    {
      rule: "R119-type",
      refused: [
        {
          name: "a prefix of addresses in place of a group",
          change: from(publicIpPrefixId),
          others: [standingPrefix({ location: null })],
          at: `${sources}[0].id`,
        },
      ],
      accepted: [{ name: "an id that is not known yet", change: edits(from(""), unknown(`${sources}[0].id`)) }],
    },
    {
      rule: "R9-missing",
      refused: [
        { name: "a group that does not exist", change: from(group(0).id), at: `${sources}[0].id` },
        {
          name: "a group of another region",
          change: to(reference.id),
          others: [standingGroup("web-group", { location: "northeurope" })],
          at: `${destinations}[0].id`,
        },
      ],
      accepted: [
        { name: "a group of the region", change: to(reference.id), others: [standingGroup("web-group", { location: "West Europe" })] },
      ],
    },
  ];
}
