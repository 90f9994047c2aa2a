import { isOneOf, outside, repeated } from "../../../rules/lookups";
import { networkNamesFit } from "../../../rules/names";
import { partsHaveNames, partsHaveNamesOfTheirOwn } from "../../../rules/parts";
import type { Rule } from "../../../rules/rule";
import { securityRuleAddressRules } from "./security-rule-addresses";
import { securityRuleGroupRules } from "./security-rule-groups";
import { securityRuleLimitRules } from "./security-rule-limits";
import { securityRulePortRules } from "./security-rule-ports";

const protocols = ["Tcp", "Udp", "Icmp", "Esp", "Ah", "*"];

/** What Azure refuses in a `azure-native:network:NetworkSecurityGroup`. */
export const networkSecurityGroupRules: Rule[] = [
  networkNamesFit(1, 80, "networkSecurityGroupName", "securityRules[*].name"),
  {
    id: "R78-range",
    title: "A security rule has a priority from 100 to 4096",
    code: "SecurityRuleInvalidPriority",
    grade: "documented",
    source: "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
    severity: "error",
    allowed: "100 to 4096",
    *check(group) {
      yield* group
        .list("securityRules")
        .map((rule) => rule.at("priority"))
        .filter((priority) => outside(priority, 100, 4096));
    },
  },
  {
    id: "R78-unique",
    title: "Security rules of one direction have different priorities",
    code: "SecurityRuleConflict",
    grade: "observed",
    source: "https://github.com/Azure/aks-engine/issues/2106",
    severity: "error",
    allowed: "a priority that no other rule of this direction has",
    *check(group) {
      const again = repeated(group.list("securityRules"), (rule) => {
        const [direction, priority] = [rule.text("direction"), rule.number("priority")];
        return direction === undefined || priority === undefined ? undefined : `${direction.toLowerCase()} ${priority}`;
      });
      yield* again.map((rule) => rule.at("priority"));
    },
  },
  {
    id: "R427",
    title: "The protocol of a security rule is one that Azure tells apart, or all",
    code: "SecurityRuleInvalidProtocol",
    grade: "observed",
    source: "https://github.com/Azure/azure-cli/issues/25181",
    severity: "error",
    allowed: protocols.join(", "),
    *check(group) {
      yield* group
        .list("securityRules")
        .map((rule) => rule.at("protocol"))
        .filter((protocol) => protocol.text() !== undefined && !isOneOf(protocol, protocols));
    },
  },
  {
    id: "R79",
    title: "The description of a security rule has at most 140 characters",
    code: "SecurityRuleDescriptionTooLong",
    grade: "observed",
    source:
      "https://github.com/Azure/azure-xplat-cli/blob/dev/test/recordings/arm-network-nsg-rule-tests-generated/arm_network_security_rules_create_should_fail_for_too_long_description.nock.js",
    severity: "error",
    allowed: "at most 140 characters",
    *check(group) {
      yield* group
        .list("securityRules")
        .map((rule) => rule.at("description"))
        .filter((description) => (description.text()?.length ?? 0) > 140);
    },
  },
  ...securityRuleAddressRules,
  ...securityRuleGroupRules,
  ...securityRulePortRules,
  ...securityRuleLimitRules,
  partsHaveNames("securityRules"),
  partsHaveNamesOfTheirOwn("securityRules"),
];
