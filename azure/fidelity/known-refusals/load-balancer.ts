import type { KnownRefusals } from "../known-refusal";
import { loadBalancerPartRefusals } from "./load-balancer-parts";
import { issue, page, provider, pull } from "./sources";

const errors = page("troubleshoot/azure/load-balancer/load-balancer-common-deployment-errors");
const deployment = page("azure/azure-resource-manager/troubleshooting/common-deployment-errors");
const global = page("azure/load-balancer/cross-region-overview");
const gateway = page("azure/load-balancer/gateway-overview");
const cannotDelete = page("troubleshoot/azure/load-balancer/troubleshoot-cannot-delete-load-balancer");

export const loadBalancerRefusals: KnownRefusals = {
  type: "azure-native:network:LoadBalancer",
  refusals: [
    ...loadBalancerPartRefusals,
    {
      code: "PublicIPAndLBSkuDoNotMatch",
      sense: "a load balancer and its address are of two SKUs",
      source: issue("Azure/terraform-azurerm-loadbalancer", 32),
      keptBy: "R1",
    },
    {
      code: "DifferentSkuLoadBalancersAndPublicIPAddressNotAllowed",
      sense: "a load balancer and its address are of two SKUs, as the page of errors has it",
      source: errors,
      notKept: "every published answer to a frontend's address has PublicIPAndLBSkuDoNotMatch",
    },
    {
      code: "FrontendIPConfigurationHasNoSubnetOrPublicIPAddressOrPublicIPPrefix",
      sense: "a frontend has neither a subnet nor a public address",
      source: issue("ernestio/ernest", 480),
      keptBy: "R6",
    },
    {
      code: undefined,
      sense: "a load balancing rule is for a frontend with a public IP prefix",
      source: page("azure/virtual-network/ip-services/public-ip-address-prefix"),
      keptBy: "R495",
    },
    {
      code: "FrontendIPConfigHasNoSubnetOrPublicIP",
      sense: "a frontend has neither a subnet nor a public address, as it was answered in 2017",
      source: issue("ernestio/ernest", 480),
      notKept: "Azure answers FrontendIPConfigurationHasNoSubnetOrPublicIPAddressOrPublicIPPrefix today",
    },
    {
      code: "FrontendIPConfigHasBothSubnetAndPublicIP",
      sense: "a frontend has a subnet and a public address",
      source: issue("hashicorp/terraform-provider-azurerm", 1622),
      keptBy: "R150",
    },
    {
      code: "SubnetWithNatGatewayAndBasicSkuResourceNotAllowed",
      sense: "a Basic load balancer has a frontend in a subnet with a NAT gateway",
      source: pull("hashicorp/terraform-provider-azurerm", 18570),
      keptBy: "R139-frontend",
    },
    {
      code: undefined,
      sense: "a load balancer has public and internal frontends",
      source: issue("cloudfoundry/bosh-azure-cpi-release", 111),
      keptBy: "R263",
    },
    {
      code: "AtleastOneIpV4RequiredForIpV6LbFrontendIpConfiguration",
      sense: "all frontends are of IPv6",
      source: issue("kubernetes-sigs/cloud-provider-azure", 1831),
      keptBy: "R151",
    },
    {
      code: "LoadBalancerFrontendIPConfigCannotHaveZoneWhenReferencingPublicIPAddress",
      sense: "a public frontend has zones",
      source: issue("hashicorp/terraform-provider-azurerm", 1967),
      keptBy: "R7",
    },
    {
      code: undefined,
      sense: "a frontend of a Basic load balancer has zones",
      source: issue("Azure/bicep-registry-modules", 5748),
      keptBy: "R268",
    },
    {
      code: "DeletingAllIpConfigsInLoadbalancerNotSupported",
      sense: "all frontends are taken away",
      source: pull("hashicorp/terraform-provider-azurerm", 31245),
      keptBy: "R470",
    },
    {
      code: "LoadBalancerWithoutFrontendIPCantHaveChildResources",
      sense: "there are pools, probes or rules, and no frontend",
      source: errors,
      keptBy: "R8",
    },
    {
      code: "PublicIPAddressInUse",
      sense: "something else has the address",
      source: issue("gardener/gardener-extension-provider-azure", 759),
      keptBy: "R135",
    },
    {
      code: "PublicIPReferencedByMultipleIPConfigs",
      sense: "two frontends have one address",
      source: issue("kubernetes-sigs/cloud-provider-azure", 4243),
      keptBy: "R135-frontends",
    },
    {
      code: "InvalidPrivateIPAddressFormat",
      sense: "the private address is no address",
      source: "https://github.com/Azure/azure-xplat-cli/tree/dev/test/recordings/arm-network-nic-tests-generated",
      keptBy: "R153",
    },
    { code: "PrivateIPAddressNotInSubnet", sense: "the private address is outside the subnet", source: deployment, keptBy: "R154" },
    { code: "PrivateIPAddressInReservedRange", sense: "the private address is one that Azure keeps", source: deployment, keptBy: "R155" },
    {
      code: "MultipleIpConfigsRequestSamePrivateIpAddress",
      sense: "two frontends ask for one private address",
      source: issue("Azure/sap-hana", 552),
      keptBy: "R156",
    },
    {
      code: "PrivateIPAddressIsAllocated",
      sense: "another load balancer has the private address",
      source: "https://github.com/MicrosoftDocs/SupportArticles-docs/tree/main/support/azure/virtual-machines",
      keptBy: "R157",
    },
    {
      code: "SubscriptionNotRegisteredForFeature",
      sense: "a frontend is in a subnet that is delegated",
      source: issue("MicrosoftDocs/azure-docs", 80413),
      keptBy: "R264",
    },
    {
      code: "AzureBastionSubnet",
      sense: "a frontend is in the subnet of Azure Bastion",
      source: issue("Azure/ato-toolkit", 26),
      keptBy: "R428",
    },
    {
      code: undefined,
      sense: "a frontend is in the subnet of virtual network gateways",
      source: issue("MicrosoftDocs/azure-docs", 43740),
      keptBy: "R428-gateway",
    },
    {
      code: undefined,
      sense: "a frontend of IPv6 is in a subnet without a prefix of IPv6",
      source: page("azure/virtual-network/ip-services/ipv6-overview"),
      keptBy: "R265",
    },
    {
      code: undefined,
      sense: "a static private address is not given",
      source: issue("hashicorp/terraform-provider-azurerm", 28028),
      keptBy: "R158",
    },
    { code: undefined, sense: "a load balancer and its address are of two tiers", source: global, keptBy: "R152" },
    { code: undefined, sense: "a global load balancer has outbound rules or inbound NAT", source: global, keptBy: "R163" },
    {
      code: undefined,
      sense: "a global load balancer is of another SKU than Standard",
      source: provider("loadbalancer/lb_resource"),
      keptBy: "R163-sku",
    },
    { code: undefined, sense: "a global load balancer has an internal frontend", source: global, keptBy: "R164" },
    { code: undefined, sense: "an internal load balancer is behind a global one", source: global, keptBy: "R164-members" },
    { code: undefined, sense: "a Gateway load balancer has a public frontend", source: gateway, keptBy: "R165" },
    { code: undefined, sense: "a rule of a Gateway load balancer is for one port", source: gateway, keptBy: "R166" },
    {
      code: undefined,
      sense: "a pool of a Gateway load balancer has no tunnel interface, or a pool of another has one",
      source: provider("loadbalancer/lb_backend_address_pool_resource"),
      keptBy: "R167",
    },
    { code: undefined, sense: "traffic is chained to what is no Gateway load balancer", source: gateway, keptBy: "R168" },
    { code: undefined, sense: "an internal frontend is chained to a Gateway load balancer", source: gateway, keptBy: "R169" },
    {
      code: "InvalidResourceReference",
      sense: "an address or subnet does not exist, or is in another region",
      source: issue("Azure/azure-cli", 3986),
      keptBy: "R9-missing",
    },
    {
      code: "InvalidRequestFormat",
      sense: "a reference has no id",
      source: issue("Azure/azure-cli", 934),
      keptBy: "R119",
    },
    { code: "SkuCannotBeChangedOnUpdate", sense: "the SKU changes", source: issue("Azure/azure-cli", 27806), keptBy: "C-sku" },
    {
      code: "ResourceAvailabilityZonesCannotBeModified",
      sense: "the zones of a frontend change",
      source: issue("Azure/azure-powershell", 14326),
      keptBy: "R175",
    },
    {
      code: "CannotRemoveRuleUsedByProbeUsedByVMSS",
      sense: "a rule goes whose probe is the health probe of a scale set",
      source: issue("hashicorp/terraform-provider-azurerm", 9076),
      keptBy: "R26",
    },
    {
      code: "LoadBalancerInUseByVirtualMachineScaleSet",
      sense: "a load balancer is deleted that a scale set uses",
      source: errors,
      keptBy: "R22",
    },
    {
      code: "NotAllowedToDeleteLoadBalancerWithFrontendIpConfigurationInUseByGlobalLB",
      sense: "a load balancer is deleted that a global one stands before",
      source: issue("Azure/azure-rest-api-specs", 16327),
      keptBy: "R22-global",
    },
    {
      code: "CannotDeleteLoadBalancerWithPrivateLinkService",
      sense: "a load balancer is deleted that a private link service stands before",
      source: cannotDelete,
      notKept: "private link services are not a resource type of the region",
    },
    {
      code: "ScopeLocked",
      sense: "a load balancer is deleted that is locked",
      source: cannotDelete,
      notKept: "locks are not a resource type of the region",
    },
    {
      code: "MaxAvailabilitySetsInLoadBalancerReached",
      sense: "a pool has members of more than 150 availability sets",
      source: errors,
      notKept: "availability sets are not a resource type of the region",
    },
    {
      code: "NetworkInterfaceAndLoadBalancerAreInDifferentAvailabilitySets",
      sense: "the members of a Basic load balancer's pool are of several availability sets",
      source: errors,
      notKept: "availability sets are not a resource type of the region",
    },
    {
      code: "DuplicateIpConfigurationReferenceOnBackendAddressPool",
      sense: "a request repeats the read-only members of a pool",
      source: pull("hashicorp/terraform-provider-azurerm", 7741),
      notKept: "azure-native sends no read-only properties",
    },
    {
      code: "AnotherInternalLoadBalancerExists",
      sense: "a network interface is behind two internal load balancers",
      source: errors,
      notKept: "network interfaces are not a resource type of the region, and scale sets are answered otherwise",
    },
    {
      code: "RulesOfSameLoadBalancerTypeUseSameBackendPortProtocolAndIPConfig",
      sense: "two rules send to one port of a network interface",
      source: errors,
      notKept: "network interfaces are not a resource type of the region, and scale sets are answered otherwise",
    },
    {
      code: "ModificationOfNICIpConfigBackendPoolNotSupported",
      sense: "a pool of network interfaces is changed apart from its load balancer",
      source: issue("hashicorp/terraform-provider-azurerm", 10496),
      notKept: "pools apart from their load balancers are not a resource type of the region",
    },
    {
      code: "LoadBalancerFrontendIPConfigurationCountLimitReached",
      sense: "a load balancer has more frontends than the subscription allows",
      source: issue("colemickens/azure-kubernetes-status", 6),
      notKept: "the region has no quotas",
    },
    {
      code: undefined,
      sense: "an inbound NAT rule leads from IPv6 to IPv4",
      source: issue("Azure/azure-cli", 27013),
      notKept: "Azure takes the rule, and it passes nothing on",
    },
  ],
};
