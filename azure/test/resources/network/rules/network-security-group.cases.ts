import { declaredSecurityRuleCases } from "./declared-security-rules.cases";
import { securityRuleAddressCases } from "./security-rule-addresses.cases";
import { securityRuleGroupCases } from "./security-rule-groups.cases";
import { securityRulePortCases } from "./security-rule-ports.cases";
import { declaredTogetherCases } from "./security-rules-together.cases";
import type { TypeCases } from "../../../rules/cases";
import { nothing, remove, set, unknown } from "../../../rules/edits";
import { regionResource } from "../../../rules/fake-region";
import { standingGroup } from "../../../rules/valid/application-security-group";
import { networkSecurityGroup, securityRule, securityRuleId } from "../../../rules/valid/network-security-group";
import { networkSecurityGroupId } from "../../../rules/valid/virtual-network";
import { locationCases } from "../../../rules/locations.cases";
import { tagCases } from "../../../rules/tags.cases";
import { networkSecurityGroup as networkSecurityGroupType } from "../../../../resources/network/network-security-group";

const firstRule = (property: string) => `securityRules[0].${property}`;
const ownRule = regionResource("azure-native:network:SecurityRule", securityRuleId, securityRule());
const foreignRule = regionResource("azure-native:network:SecurityRule", securityRuleId.replace("web-nsg", "other-nsg"), securityRule());

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
    ...declaredSecurityRuleCases(firstRule),
    ...securityRuleAddressCases(firstRule),
    ...securityRuleGroupCases(firstRule),
    ...securityRulePortCases(firstRule),
    ...declaredTogetherCases,
    {
      rule: "R420",
      refused: [{ name: "a rule without a name", change: remove("securityRules[1].name"), at: "securityRules[1].name" }],
      accepted: [{ name: "a name that is not known yet", change: unknown("securityRules[1].name") }],
    },
    {
      rule: "R118",
      refused: [{ name: "one name twice", change: set("securityRules[1].name", "Allow-HTTP"), at: "securityRules[1].name" }],
      accepted: [{ name: "a name that is not known yet", change: unknown("securityRules[1].name") }],
    },
    {
      rule: "T20",
      refused: [{ name: "a list of rules that leaves out one of its own", change: nothing, others: [ownRule], at: "securityRules" }],
      accepted: [
        { name: "a list with the rule of its own", change: set("securityRules[1].name", "Allow-Metrics"), others: [ownRule] },
        { name: "no list of rules", change: remove("securityRules"), others: [ownRule] },
        { name: "a list beside the rules of another group", change: nothing, others: [foreignRule] },
      ],
    },
    locationCases,
    ...tagCases,
  ],
  changes: [],
  surroundings: { self: networkSecurityGroupId, others: () => [standingGroup()] },
};
