import { declaredSecurityRuleCases } from "./declared-security-rules.cases";
import { securityRuleAddressCases } from "./security-rule-addresses.cases";
import { securityRuleGroupCases } from "./security-rule-groups.cases";
import { securityRulePortCases } from "./security-rule-ports.cases";
import { groupWith, ownTogetherCases } from "./security-rules-together.cases";
import type { TypeCases } from "../../../rules/cases";
import { nothing, set, unknown } from "../../../rules/edits";
import { standingGroup } from "../../../rules/valid/application-security-group";
import { securityRule, securityRuleId } from "../../../rules/valid/network-security-group";
import { securityRule as securityRuleType } from "../../../../resources/network/security-rule";

const itsOwn = (property: string) => property;

/** The rules of a security rule that is a resource of its own. */
export const securityRuleCases: TypeCases = {
  type: securityRuleType,
  valid: securityRule,
  rules: [
    {
      rule: "R99",
      refused: [
        { name: "a name of 81 characters", change: set("securityRuleName", "a".repeat(81)), at: "securityRuleName" },
        { name: "a name with a space", change: set("securityRuleName", "allow metrics"), at: "securityRuleName" },
      ],
      accepted: [{ name: "a name of 80 characters", change: set("securityRuleName", "a".repeat(80)) }],
    },
    ...declaredSecurityRuleCases(itsOwn),
    ...securityRuleAddressCases(itsOwn),
    ...securityRuleGroupCases(itsOwn),
    ...securityRulePortCases(itsOwn),
    ...ownTogetherCases,
    {
      rule: "T20",
      refused: [
        {
          name: "a rule that its group declares too",
          change: nothing,
          others: [groupWith({ name: "Allow-Metrics" })],
          at: "networkSecurityGroupName",
        },
        {
          name: "a rule that its group leaves out",
          change: nothing,
          others: [groupWith({ name: "other" })],
          at: "networkSecurityGroupName",
        },
      ],
      accepted: [
        { name: "a group that declares no rules", change: nothing, others: [groupWith()] },
        { name: "a group that is not known yet", change: unknown("networkSecurityGroupName") },
      ],
    },
  ],
  changes: [],
  surroundings: { self: securityRuleId, others: () => [groupWith(), standingGroup()] },
};
