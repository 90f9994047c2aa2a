import type { Properties } from "../../../../properties/value";
import type { RegionResource } from "../../../../rules/region-view";
import type { RuleCases } from "../../../rules/cases";
import { edits, nothing, remove, set, unknown } from "../../../rules/edits";
import { regionResource } from "../../../rules/fake-region";
import { networkSecurityGroup, securityRuleId } from "../../../rules/valid/network-security-group";
import { networkSecurityGroupId } from "../../../rules/valid/virtual-network";

/** So many rules, alike but for what makes them differ. */
function rules(count: number, other: (index: number) => Properties = () => ({})): Properties[] {
  const common = { direction: "Inbound", access: "Allow", protocol: "Tcp", sourcePortRange: "*", destinationAddressPrefix: "*" };
  const ends = { sourceAddressPrefix: "*", destinationPortRange: "443" };
  return Array.from({ length: count }, (_, index) => ({
    name: `rule-${index}`,
    priority: 200 + index,
    ...common,
    ...ends,
    ...other(index),
  }));
}

/** A hundred addresses of a rule's own. */
const hundred = (index: number) => ({
  sourceAddressPrefix: "",
  sourceAddressPrefixes: Array.from({ length: 100 }, (_, place) => `10.0.${index}.${place}`),
});

/** A hundred ports of a rule's own. */
const hundredPorts = (index: number) => ({
  destinationPortRange: "",
  destinationPortRanges: Array.from({ length: 100 }, (_, place) => `${1000 + 100 * index + place}`),
});

const declared = (...list: Parameters<typeof rules>) => set("securityRules", rules(...list));

/** What the rules that a group declares are together. */
export const declaredTogetherCases: RuleCases[] = [
  {
    rule: "R78-unique",
    refused: [
      {
        name: "one priority for two inbound rules",
        change: edits(set("securityRules[0].direction", "inbound"), set("securityRules[1].priority", 100)),
        at: "securityRules[1].priority",
      },
    ],
    accepted: [
      {
        name: "one priority for an inbound and an outbound rule",
        change: edits(set("securityRules[1].priority", 100), set("securityRules[1].direction", "Outbound")),
      },
      {
        name: "two rules whose priorities are not known yet",
        change: edits(unknown("securityRules[0].priority"), unknown("securityRules[1].priority")),
      },
      { name: "the priority of a rule of its own, which the list deletes", change: nothing, others: owned({ name: "own", priority: 100 }) },
    ],
  },
  {
    rule: "R345",
    refused: [{ name: "1001 rules", change: declared(1001), at: "securityRules" }],
    accepted: [{ name: "1000 rules", change: declared(1000) }],
  },
  {
    rule: "R345-lists",
    refused: [
      { name: "4100 sources in lists", change: declared(41, hundred), at: "securityRules" },
      { name: "4100 ports in lists", change: declared(41, hundredPorts), at: "securityRules" },
    ],
    accepted: [
      { name: "4000 sources in lists", change: declared(40, hundred) },
      { name: "4000 ports and as many sources", change: declared(40, (index) => ({ ...hundred(index), ...hundredPorts(index) })) },
    ],
  },
];

/** Rules of the group that are resources of their own. */
function owned(...list: Properties[]): RegionResource[] {
  return list.map((properties) =>
    regionResource("azure-native:network:SecurityRule", `${networkSecurityGroupId}/securityRules/${String(properties.name)}`, {
      direction: "Inbound",
      ...properties,
    }),
  );
}

/** What keeps another rule apart, whatever name and priority the rule of a case has. */
const apart = (index: number) => ({ name: `own-${index}`, priority: 5000 + index });

/** The group with these rules in its list. */
export function groupWith(...securityRules: Properties[]): RegionResource {
  return regionResource("azure-native:network:NetworkSecurityGroup", networkSecurityGroupId, { ...networkSecurityGroup(), securityRules });
}

const elsewhere = regionResource("azure-native:network:SecurityRule", securityRuleId.replace("web-nsg", "other-nsg"), {
  name: "allow-metrics",
  direction: "Inbound",
  priority: 120,
});
const listing = (count: number) =>
  edits(remove("sourceAddressPrefix"), set("sourceAddressPrefixes", hundred(50).sourceAddressPrefixes.slice(0, count)));

/** What a rule of its own is together with the others of its group. */
export const ownTogetherCases: RuleCases[] = [
  {
    rule: "R78-unique",
    refused: [
      {
        name: "the priority of another rule of its own",
        change: nothing,
        others: owned({ name: "other", direction: "inbound", priority: 120 }),
        at: "priority",
      },
      {
        name: "the priority of a rule that the group declares",
        change: set("priority", 100),
        others: [groupWith({ name: "allow-http", direction: "Inbound", priority: 100 })],
        at: "priority",
      },
      {
        name: "the priority that another rule gives up for its own",
        change: set("priority", 130),
        others: owned({ name: "other", priority: 130 }),
        at: "priority",
      },
    ],
    accepted: [
      {
        name: "the priority of an outbound rule",
        change: nothing,
        others: owned({ name: "other", direction: "Outbound", priority: 120 }),
      },
      { name: "the priority of a rule of another group", change: nothing, others: [elsewhere] },
      {
        name: "the priority of the rule itself, as its group declares it",
        change: nothing,
        others: [groupWith({ name: "Allow-Metrics", direction: "Inbound", priority: 120 })],
      },
      { name: "a priority that is not known yet", change: unknown("priority"), others: owned({ name: "other", priority: 120 }) },
    ],
  },
  {
    rule: "R345",
    refused: [{ name: "the 1001st rule", change: nothing, others: owned(...rules(1000, apart)), at: "networkSecurityGroupName" }],
    accepted: [{ name: "the 1000th rule", change: nothing, others: [groupWith(...rules(500)), ...owned(...rules(499, apart))] }],
  },
  {
    rule: "R345-lists",
    refused: [
      {
        name: "4001 sources in lists",
        change: listing(1),
        others: [
          groupWith(...rules(20, (index) => ({ ...hundred(index), priority: 6000 + index }))),
          ...owned(...rules(20, (index) => ({ ...hundred(index), ...apart(index) }))),
        ],
        at: "networkSecurityGroupName",
      },
    ],
    accepted: [{ name: "4000 sources in lists", change: listing(100), others: owned(...rules(39, hundred)) }],
  },
];
