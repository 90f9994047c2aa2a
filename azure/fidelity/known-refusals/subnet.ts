import type { KnownRefusals } from "../known-refusal";
import { issue, page, provider, pull, recording } from "./sources";

const cannotDelete = page("troubleshoot/azure/virtual-network/virtual-network-troubleshoot-cannot-delete-modify-subnet");

export const subnetRefusals: KnownRefusals = {
  type: "azure-native:network:Subnet",
  refusals: [
    {
      code: "InvalidAddressPrefixFormat",
      sense: "the prefix is no block in CIDR notation",
      source: recording("vnet-subnet", "subnet_create_should_fail_for_invalid_prefixes"),
      keptBy: "R120",
    },
    {
      code: "InvalidAddressPrefixFormat",
      sense: "the prefix has no length",
      source: issue("Azure/azure-service-operator", 997),
      keptBy: "R120",
    },
    {
      code: "InvalidCIDRNotation",
      sense: "there are bits after the prefix",
      source: recording("route-table-route", "routes_create_should_fail_for_invalid_prefixes"),
      keptBy: "R121",
    },
    {
      code: "NetcfgSubnetRangeOutsideVnet",
      sense: "the subnet is outside the address space of its network",
      source: pull("MicrosoftDocs/azure-docs", 123869),
      keptBy: "R124",
    },
    {
      code: "NetcfgInvalidSubnet",
      sense: "the subnet is outside the address space of its network, as it was answered until 2024",
      source: issue("hashicorp/terraform-provider-azurerm", 10826),
      notKept: "Azure answers NetcfgSubnetRangeOutsideVnet today",
    },
    {
      code: "NetcfgSubnetRangesOverlap",
      sense: "the subnet overlaps another one",
      source: pull("MicrosoftDocs/azure-docs", 123869),
      keptBy: "R125",
    },
    {
      code: "NetcfgInvalidSubnet",
      sense: "the subnet overlaps another one, as it was answered until 2024",
      source: issue("Azure/azure-cli", 10917),
      notKept: "Azure answers NetcfgSubnetRangesOverlap today",
    },
    {
      code: undefined,
      sense: "the subnet has fewer than eight addresses",
      source: page("azure/virtual-network/virtual-networks-faq"),
      keptBy: "R122",
    },
    {
      code: undefined,
      sense: "a prefix of IPv6 is longer or shorter than 64 bits",
      source: issue("MicrosoftDocs/azure-docs", 35668),
      keptBy: "R123",
    },
    {
      code: "AddressPrefixStringCannotBeNullOrEmpty",
      sense: "the subnet has no prefix",
      source: pull("virtual-kubelet/azure-aci", 634),
      keptBy: "R257",
    },
    {
      code: undefined,
      sense: "a pool of Network Manager is to take in a subnet that has a prefix in place of a list",
      source: issue("Azure/azure-cli", 32005),
      notKept:
        "pools of addresses are not a resource type of the region, and without them Azure takes both (virtual-kubelet/azure-aci#634)",
    },
    {
      code: "InvalidRequestFormat",
      sense: "a delegation has no name",
      source: issue("Azure/bicep", 15634),
      keptBy: "R420-delegation",
    },
    {
      code: "InvalidServiceNameOnDelegation",
      sense: "the subnet is delegated to what takes no subnets",
      source: pull("hashicorp/terraform-provider-azurerm", 21779),
      keptBy: "R126",
    },
    {
      code: undefined,
      sense: "the subnet is delegated to two services",
      source: pull("Azure/ALZ-Bicep", 526),
      keptBy: "R425",
    },
    {
      code: "SubnetHasServiceEndpointWithInvalidServiceName",
      sense: "a service endpoint is of a service that has none",
      source:
        "https://github.com/Azure/azure-service-operator/blob/3f3ed7a26c5e92902145aea6df6e87fc039c735e/controllers/virtualnetwork_controller_test.go",
      keptBy: "R127",
    },
    {
      code: "NetworkSecurityGroupNotCompliantForAzureBastionSubnet",
      sense: "the group of the subnet of Azure Bastion keeps Bastion out",
      source: issue("Azure/azure-quickstart-templates", 8655),
      keptBy: "R251",
    },
    {
      code: "NetworkSecurityGroupNotCompliantForAzureBastionSubnet",
      sense: "the group of the subnet of Azure Bastion has no rule of its own for what its default rules allow",
      source: issue("MicrosoftDocs/azure-docs", 80806),
      keptBy: "R400",
    },
    {
      code: "NetworkSecurityGroupCannotBeAttachedToGatewaySubnet",
      sense: "the subnet of virtual network gateways has a security group",
      source: issue("Azure-Terraform/terraform-azurerm-virtual-network", 18),
      keptBy: "R267",
    },
    {
      code: undefined,
      sense: "the subnet of Route Server or Azure Firewall has a security group",
      source: issue("Azure/PSRule.Rules.Azure", 1609),
      keptBy: "R267-services",
    },
    {
      code: "RouteTableCannotBeAttachedForAzureBastionSubnet",
      sense: "the subnet of Azure Bastion has a route table",
      source: issue("Azure/Azure-Landing-Zones", 1679),
      keptBy: "R430",
    },
    {
      code: "NatGatewayCannotBeUsedBySubnetsBelongingToDifferentVirtualNetworks",
      sense: "the NAT gateway serves another virtual network already",
      source: issue("microsoft/azure_arc", 3288),
      keptBy: "R128",
    },
    {
      code: undefined,
      sense: "the subnet of virtual network gateways has a NAT gateway",
      source: page("azure/nat-gateway/troubleshoot-nat"),
      keptBy: "R128-gateway-subnet",
    },
    {
      code: "SubnetWithNatGatewayAndBasicSkuResourceNotAllowed",
      sense: "a NAT gateway comes to a subnet of machines with Basic addresses",
      source: pull("hashicorp/terraform-provider-azurerm", 18570),
      keptBy: "R139-subnet",
    },
    {
      code: "InvalidRequestFormat",
      sense: "a reference has no id",
      source: issue("Azure/azure-sdk-for-net", 47261),
      keptBy: "R119",
    },
    {
      code: "LinkedInvalidPropertyId",
      sense: "a reference is a name in place of a whole id",
      source: issue("ernestio/ernest", 476),
      keptBy: "R119-whole",
    },
    {
      code: "InvalidResourceReference",
      sense: "the security group or NAT gateway does not exist, or is in another region",
      source: issue("Azure/azure-cli", 3986),
      keptBy: "R9-missing",
    },
    {
      code: "InUsePrefixCannotBeDeleted",
      sense: "the prefix changes while addresses of it are taken",
      source: issue("hashicorp/terraform-provider-azurerm", 11211),
      keptBy: "R133",
    },
    {
      code: "SubnetDelegationsCannotChangeWhenSubnetUsedByResource",
      sense: "a delegation comes to a subnet that is in use",
      source: issue("MicrosoftDocs/azure-docs", 39112),
      keptBy: "R134",
    },
    {
      code: "InUseSubnetCannotBeDeleted",
      sense: "a subnet is deleted that a scale set uses",
      source: provider("compute/linux_virtual_machine_scale_set_resource"),
      keptBy: "R93",
    },
    {
      code: "InUseSubnetCannotBeDeleted",
      sense: "a subnet is deleted that a load balancer uses",
      source: issue("kubernetes-sigs/cluster-api-provider-azure", 172),
      keptBy: "R93-frontend",
    },
    {
      code: "InUseSubnetCannotBeDeleted",
      sense: "a subnet is deleted in which private endpoints, service association links or gateways are",
      source: cannotDelete,
      notKept: "none of them is a resource type of the region",
    },
    {
      code: "InvalidResourceName",
      sense: "the name has characters that the service does not take",
      source: pull("rh-mobb/documentation", 204),
      keptBy: "R99",
    },
    {
      code: undefined,
      sense: "sharingScope is given while machines of the subnet have default outbound access",
      source: provider("network/subnet_resource"),
      notKept: "the region has one subscription, so that nothing is shared",
    },
  ],
};
