import type { Rule } from "../../../rules/rule";

/** Neither can be raised (https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits). */
const maximumRules = 1000;
const maximumListed = 4000;

const lists = ["sourceAddressPrefixes", "destinationAddressPrefixes", "sourcePortRanges", "destinationPortRanges"];

/** What Azure refuses in the number of a network security group's rules, and of what they list. */
export const securityRuleLimitRules: Rule[] = [
  {
    id: "R345",
    title: `A network security group has at most ${maximumRules} rules`,
    code: "SecurityRuleCountLimitReached",
    grade: "observed",
    source: "https://github.com/Azure/azure-rest-api-specs/issues/3003",
    severity: "error",
    allowed: `at most ${maximumRules}; a rule can list several addresses and ports`,
    *check(group) {
      if (group.list("securityRules").length > maximumRules) {
        yield group.at("securityRules");
      }
    },
  },
  {
    id: "R345-lists",
    title: `The rules of a network security group list at most ${maximumListed} addresses or ports of each kind together`,
    code: "SecurityRuleAddressesOrPortsPerSecurityGroupLimitReached",
    grade: "observed",
    source: "https://github.com/kubernetes-sigs/cloud-provider-azure/issues/2725",
    severity: "error",
    allowed: `at most ${maximumListed} of each kind; larger blocks and ranges, or service tags`,
    *check(group) {
      for (const list of lists) {
        const listed = group.list("securityRules").reduce((count, rule) => count + rule.list(list).length, 0);
        if (listed > maximumListed) {
          yield { at: group.at("securityRules"), because: `there are ${listed} ${list}` };
        }
      }
    },
  },
];
