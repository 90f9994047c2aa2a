import type { KnownRefusals } from "../known-refusal";
import { issue, page, provider, pull, recording } from "./sources";

const recorded = (test: string) => recording("nsg-rule", `security_rules_create_should_fail_for_${test}`);

export const networkSecurityGroupRefusals: KnownRefusals = {
  type: "azure-native:network:NetworkSecurityGroup",
  refusals: [
    {
      code: "SecurityRuleInvalidPortRange",
      sense: "a port range is neither a whole number nor two of them with a hyphen, from 0 to 65535",
      source: recorded("destination_port_out_of_range"),
      keptBy: "R110",
    },
    {
      code: "SecurityRuleInvalidPortRange",
      sense: "several ports stand in one text",
      source: pull("hashicorp/terraform-provider-azurerm", 1530),
      keptBy: "R110",
    },
    {
      code: "SecurityRuleParameterContainsInvalidPortRanges",
      sense: "an asterisk stands in a list of port ranges",
      source: page("rest/api/virtualnetwork/security-rules/create-or-update"),
      keptBy: "R110-any",
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
      code: "SecurityRuleInvalidProtocol",
      sense: "the protocol is none of those that Azure tells apart",
      source: issue("Azure/azure-cli", 25181),
      keptBy: "R427",
    },
    {
      code: "SecurityRuleConflict",
      sense: "two rules of one direction have one priority",
      source: issue("Azure/aks-engine", 2106),
      keptBy: "R78-unique",
    },
    {
      code: "SecurityRuleDescriptionTooLong",
      sense: "the description is longer than 140 characters",
      source: recorded("too_long_description"),
      keptBy: "R79",
    },
    {
      code: "SecurityRuleInvalidAddressPrefix",
      sense: "the source is no address, block or service tag",
      source: recorded("invalid_source_address_prefix"),
      keptBy: "R111",
    },
    {
      code: "SecurityRuleInvalidAddressPrefix",
      sense: "the source is a tag of the classic deployment model, such as VIRTUAL_NETWORK",
      source: issue("Azure/azure-powershell", 391),
      keptBy: "R111",
    },
    {
      code: "SecurityRuleInvalidAddressPrefix",
      sense: "the destination is no address, block or service tag",
      source: recorded("invalid_destination_address_prefix"),
      keptBy: "R111",
    },
    {
      code: "SecurityRuleParameterContainsUnsupportedValue",
      sense: "a service tag or an asterisk stands in a list of prefixes",
      source: issue("hashicorp/terraform-provider-azurerm", 5617),
      keptBy: "R112",
    },
    {
      code: "ResourceCannotContainAddressPrefixesFromDifferentAddressFamilies",
      sense: "a rule has addresses of both versions of IP",
      source: issue("hashicorp/terraform-provider-azurerm", 12534),
      keptBy: "R113",
    },
    {
      code: "OverlappingSubnetsNotPermittedInSecurityRule",
      sense: "one prefix of a list is inside another",
      source: "https://github.com/Azure/azure-libraries-for-java/blob/master/azure/src/test/resources/session-records/testDeployments.json",
      keptBy: "R114",
    },
    {
      code: "SecurityRuleParametersMissing",
      sense: "a rule has no source",
      source: issue("Azure/sap-hana", 135),
      keptBy: "R115",
    },
    {
      code: "SecurityRuleParametersMissing",
      sense: "a rule has lost its application security groups, and so its destination",
      source: issue("Azure/RGCOPY", 5),
      keptBy: "R115",
    },
    {
      code: undefined,
      sense: "one end of a rule has prefixes and application security groups",
      source: issue("hashicorp/terraform-provider-azurerm", 15279),
      keptBy: "R116",
    },
    {
      code: undefined,
      sense: "one end of a rule has a port range and a list of them",
      source: provider("network/network_security_group_resource"),
      keptBy: "R116-ports",
    },
    {
      code: "SecurityRuleInvalidAccessType",
      sense: "a rule allows a tag that can only be denied",
      source: page("azure/virtual-network/service-tags-overview"),
      keptBy: "R117",
    },
    {
      code: "NumberOfApplicationSecurityGroupsReferencedInSecurityRuleLimitReached",
      sense: "one end of a rule has more application security groups than Azure takes",
      source: issue("hashicorp/terraform-provider-azurerm", 1346),
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
    {
      code: undefined,
      sense: "protocol, access or direction is none of the choices",
      source: provider("network/network_security_rule_resource"),
      keptBy: "schema",
    },
    {
      code: "InvalidResourceName",
      sense: "the name of a rule has a space in it",
      source: pull("rh-mobb/documentation", 204),
      keptBy: "R99",
    },
    {
      code: "InvalidRequestFormat",
      sense: "a rule has no name",
      source: issue("Azure/azure-sdk-for-java", 659),
      keptBy: "R420",
    },
    {
      code: "InvalidRequestFormat",
      sense: "two rules have one name",
      source: issue("Azure/migAz", 218),
      keptBy: "R118",
    },
    {
      code: "InUseNetworkSecurityGroupCannotBeDeleted",
      sense: "a group is deleted that a subnet uses",
      source: issue("pulumi/pulumi-azure-native", 3051),
      keptBy: "R94",
    },
    {
      code: "NetworkSecurityGroupInUseByVirtualMachineScaleSet",
      sense: "a group is deleted that a scale set uses",
      source: page("azure/aks/troubleshooting"),
      keptBy: "R94-scale-set",
    },
    {
      code: "SecurityRuleCountLimitReached",
      sense: "a group has more than 1000 rules",
      source: issue("Azure/azure-rest-api-specs", 3003),
      keptBy: "R345",
    },
    {
      code: "SecurityRuleAddressesOrPortsPerSecurityGroupLimitReached",
      sense: "the rules of a group list more than 4000 addresses or ports of one kind",
      source: issue("kubernetes-sigs/cloud-provider-azure", 2725),
      keptBy: "R345-lists",
    },
    {
      code: undefined,
      sense: "the rules of a group name more than 100 application security groups",
      source: page("azure/azure-resource-manager/management/azure-subscription-service-limits"),
      notKept: "nobody has published what Azure answers, or whether it counts a group that several rules name once",
    },
  ],
};
