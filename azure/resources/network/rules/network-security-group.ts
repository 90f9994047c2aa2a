import { networkNamesFit } from "../../../rules/names";
import { partsHaveNames, partsHaveNamesOfTheirOwn } from "../../../rules/parts";
import type { Rule } from "../../../rules/rule";
import { declaredSecurityRules } from "./declared-security-rules";
import { listsAllOrNone, securityRulePart } from "./own-parts";

/** What Azure refuses in a `azure-native:network:NetworkSecurityGroup`. */
export const networkSecurityGroupRules: Rule[] = [
  networkNamesFit(1, 80, "networkSecurityGroupName", "securityRules[*].name"),
  ...declaredSecurityRules({
    rulesIn: (group) => group.list("securityRules"),
    // What a group lists takes the place of all rules that it had.
    others: () => [],
    place: (group) => group.at("securityRules"),
  }),
  partsHaveNames("securityRules"),
  partsHaveNamesOfTheirOwn("securityRules"),
  listsAllOrNone(securityRulePart),
];
