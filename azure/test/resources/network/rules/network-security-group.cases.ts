import { securityRuleAddressCases } from "./security-rule-addresses.cases";
import { securityRuleGroupCases } from "./security-rule-groups.cases";
import { securityRuleLimitCases } from "./security-rule-limits.cases";
import { securityRulePortCases } from "./security-rule-ports.cases";
import type { TypeCases } from "../../../rules/cases";
import { edits, remove, set, unknown } from "../../../rules/edits";
import { standingGroup } from "../../../rules/valid/application-security-group";
import { networkSecurityGroup } from "../../../rules/valid/network-security-group";
import { locationCases } from "../../../rules/locations.cases";
import { tagCases } from "../../../rules/tags.cases";
import { networkSecurityGroup as networkSecurityGroupType } from "../../../../resources/network/network-security-group";

/** The rules of a network security group. */
export const networkSecurityGroupCases: TypeCases = {
  type: networkSecurityGroupType,
  valid: networkSecurityGroup,
  rules: [
    {
      rule: "R99",
      refused: [
        { name: "a name of 81 characters", change: set("networkSecurityGroupName", "a".repeat(81)), at: "networkSecurityGroupName" },
        { name: "a rule's name with a space", change: set("securityRules[1].name", "allow ssh"), at: "securityRules[1].name" },
      ],
      accepted: [
        { name: "a name of 80 characters", change: set("networkSecurityGroupName", "a".repeat(80)) },
        { name: "a rule's name that is not known yet", change: unknown("securityRules[1].name") },
      ],
    },
    {
      rule: "R78-range",
      refused: [
        { name: "priority 99", change: set("securityRules[0].priority", 99), at: "securityRules[0].priority" },
        { name: "priority 4097", change: set("securityRules[0].priority", 4097), at: "securityRules[0].priority" },
      ],
      accepted: [
        { name: "priority 100", change: set("securityRules[0].priority", 100) },
        { name: "priority 4096", change: set("securityRules[0].priority", 4096) },
      ],
    },
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
      ],
    },
    {
      rule: "R427",
      refused: [
        { name: "the portal's word for all", change: set("securityRules[0].protocol", "Any"), at: "securityRules[0].protocol" },
        { name: "an asterisk in quotes", change: set("securityRules[1].protocol", '"*"'), at: "securityRules[1].protocol" },
      ],
      accepted: [
        { name: "all", change: set("securityRules[0].protocol", "*") },
        { name: "a protocol in other letters", change: set("securityRules[0].protocol", "TCP") },
        { name: "the header of IPsec", change: set("securityRules[0].protocol", "Ah") },
      ],
    },
    {
      rule: "R79",
      refused: [
        { name: "141 characters", change: set("securityRules[0].description", "a".repeat(141)), at: "securityRules[0].description" },
      ],
      accepted: [
        { name: "140 characters", change: set("securityRules[0].description", "a".repeat(140)) },
        { name: "no description", change: remove("securityRules[0].description") },
      ],
    },
    ...securityRuleAddressCases,
    ...securityRuleGroupCases,
    ...securityRulePortCases,
    ...securityRuleLimitCases,
    locationCases,
    ...tagCases,
  ],
  changes: [],
  surroundings: { others: () => [standingGroup()] },
};
