import type { KnownRefusals } from "../known-refusal";
import { issue, pull, recording } from "./sources";

const recorded = (test: string) => recording("nsg-rule", `security_rules_create_should_fail_for_${test}`);

/** Of a rule that is a resource of its own; what its group's list was refused for stands with the group. */
export const securityRuleRefusals: KnownRefusals = {
  type: "azure-native:network:SecurityRule",
  refusals: [
    {
      code: "SecurityRuleConflict",
      sense: "two rules of one direction have one priority",
      source: issue("egen/bucc", 183),
      keptBy: "R78-unique",
    },
    {
      code: "SecurityRuleConflict",
      sense: "a rule takes the priority that another one only gives up in the same change",
      source: pull("jenkins-infra/azure", 439),
      keptBy: "R78-unique",
    },
    {
      code: "SecurityRuleInvalidPriority",
      sense: "the priority is below 100",
      source: recorded("rule_priority_under_range"),
      keptBy: "R78-range",
    },
    {
      code: "SecurityRuleInvalidPriority",
      sense: "the priority is above 4096",
      source: recorded("rule_priority_over_range"),
      keptBy: "R78-range",
    },
    {
      code: "SecurityRuleInvalidPortRange",
      sense: "a port range is neither a whole number nor two of them with a hyphen, from 0 to 65535",
      source: recorded("destination_port_out_of_range"),
      keptBy: "R110",
    },
    {
      code: "SecurityRuleInvalidAddressPrefix",
      sense: "the source is no address, block or service tag",
      source: recorded("invalid_source_address_prefix"),
      keptBy: "R111",
    },
    {
      code: "SecurityRuleInvalidAddressPrefix",
      sense: "the destination is no address, block or service tag",
      source: recorded("invalid_destination_address_prefix"),
      keptBy: "R111",
    },
    {
      code: "SecurityRuleDescriptionTooLong",
      sense: "the description is longer than 140 characters",
      source: recorded("too_long_description"),
      keptBy: "R79",
    },
    {
      code: "NumberOfApplicationSecurityGroupsReferencedInSecurityRuleLimitReached",
      sense: "one end has more application security groups than Azure takes",
      source: pull("hashicorp/terraform-provider-azurerm", 1587),
      keptBy: "R250",
    },
    {
      code: "AllApplicationSecurityGroupsInSecurityRuleMustBeFromSameVnet",
      sense: "a rule's application security groups have members in several virtual networks",
      source: issue("Azure/azure-sdk-for-java", 34158),
      keptBy: "R493",
    },
    {
      code: "InvalidResourceReference",
      sense: "a rule names an application security group that does not exist",
      source: issue("Azure/azure-cli", 3986),
      keptBy: "R9-missing",
    },
  ],
};
