import { isOneOf, outside } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { securityRuleAddressRules } from "./security-rule-addresses";
import { securityRuleGroupRules } from "./security-rule-groups";
import { securityRulePortRules } from "./security-rule-ports";
import { type DeclaredRules, rulesTogether } from "./security-rules-together";

const protocols = ["Tcp", "Udp", "Icmp", "Esp", "Ah", "*"];

/** What Azure refuses in security rules, whether their group declares them or they are resources of their own. */
export function declaredSecurityRules(declared: DeclaredRules): Rule[] {
  const { rulesIn } = declared;
  return [
    {
      id: "R78-range",
      title: "A security rule has a priority from 100 to 4096",
      code: "SecurityRuleInvalidPriority",
      grade: "documented",
      source: "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
      severity: "error",
      allowed: "100 to 4096",
      *check(resource) {
        yield* rulesIn(resource)
          .map((rule) => rule.at("priority"))
          .filter((priority) => outside(priority, 100, 4096));
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
      *check(resource) {
        yield* rulesIn(resource)
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
      *check(resource) {
        yield* rulesIn(resource)
          .map((rule) => rule.at("description"))
          .filter((description) => (description.text()?.length ?? 0) > 140);
      },
    },
    ...securityRuleAddressRules(rulesIn),
    ...securityRuleGroupRules(rulesIn),
    ...securityRulePortRules(rulesIn),
    ...rulesTogether(declared),
  ];
}
