import { sameText } from "../../../rules/lookups";
import { networkNamesFit } from "../../../rules/names";
import type { Rule } from "../../../rules/rule";
import { declaredSecurityRules } from "./declared-security-rules";
import { allParts, holderDeclaresNone, holderOf, securityRulePart } from "./own-parts";
import { nameOf } from "./security-rules-together";

/** What Azure refuses in a `azure-native:network:SecurityRule`. */
export const securityRuleRules: Rule[] = [
  networkNamesFit(1, 80, "securityRuleName"),
  ...declaredSecurityRules({
    rulesIn: (rule) => [rule],
    others: (rule, region) =>
      allParts(securityRulePart, holderOf(region.self), region).filter((other) => !sameText(nameOf(other), nameOf(rule))),
    place: (rule) => rule.at("networkSecurityGroupName"),
  }),
  holderDeclaresNone(securityRulePart),
];
