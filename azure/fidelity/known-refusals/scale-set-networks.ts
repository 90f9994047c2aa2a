import type { KnownRefusal } from "../known-refusal";

const github = "https://github.com";
const balancers = "https://learn.microsoft.com/azure/load-balancer/load-balancer-common-deployment-errors";

/** What does not go together between instances, their network and the load balancers before them. */
export const scaleSetNetworks: readonly KnownRefusal[] = [
  {
    code: "SkuCannotBeUpdatedOnVMSSPublicIpAddresses",
    sense: "the SKU of the instances' public addresses changes",
    source: "https://github.com/Azure/AzLoadBalancerMigration/issues/11",
    keptBy: "R342",
  },
  {
    code: "InvalidJson",
    sense: "a Uniform scale set names a version of the network API",
    source: `${github}/Azure/bicep-registry-modules/issues/2088`,
    keptBy: "R38",
  },
  {
    code: "SubnetIsRequired",
    sense: "an IP configuration has no subnet",
    source: `${github}/Azure/azure-sdk-for-python/pull/536`,
    keptBy: "R81",
  },
  {
    code: "AzureBastionSubnet",
    sense: "instances are in the subnet of Azure Bastion",
    source: `${github}/Azure/ato-toolkit/issues/26`,
    keptBy: "R428",
  },
  {
    code: undefined,
    sense: "instances are in the subnet of virtual network gateways",
    source: `${github}/MicrosoftDocs/azure-docs/issues/43740`,
    keptBy: "R428-gateway",
  },
  {
    code: undefined,
    sense: "instances are in a subnet that is delegated",
    source: "https://learn.microsoft.com/azure/virtual-network/subnet-delegation-overview",
    keptBy: "R429",
  },
  {
    code: undefined,
    sense: "none of several network interfaces is primary",
    source: `${github}/hashicorp/terraform-provider-azurerm/issues/1557`,
    keptBy: "R213",
  },
  {
    code: "VMScaleSetNetworkInterfaceConfigurationMustHaveOneIpConfigAsPrimary",
    sense: "none of several IP configurations is primary",
    source: `${github}/hashicorp/terraform-provider-azurerm/pull/2035`,
    keptBy: "R214",
  },
  {
    code: "SubnetIsFull",
    sense: "the subnet has fewer addresses than instances",
    source: `${github}/MicrosoftDocs/azure-docs/issues/88211`,
    keptBy: "R219",
  },
  {
    code: "PublicIpPrefixOutOfIpAddressesForVMScaleSet",
    sense: "the prefix of the instances' public addresses has fewer than there are instances",
    source: `${github}/cilium/cilium/pull/43598`,
    keptBy: "R489-instances",
  },
  {
    code: "AllIpConfigurationsOnANicMustBelongToTheSameApplicationSecurityGroups",
    sense: "one of two IP configurations is in an application security group",
    source: `${github}/MicrosoftDocs/azure-docs/issues/41470`,
    keptBy: "R490",
  },
  {
    code: undefined,
    sense: "the members of an application security group are in two virtual networks",
    source: "https://learn.microsoft.com/azure/virtual-network/application-security-groups",
    keptBy: "R491",
  },
  {
    code: "AllNicIpConfigurationsOfLbBackendPoolOnVMScaleSetMustHaveSamePrivateIpAddressVersion",
    sense: "configurations of both versions of IP are in one pool",
    source: `${github}/kubernetes/kubernetes/issues/93085`,
    keptBy: "R216",
  },
  {
    code: "NicWithPublicIpCannotReferencePoolWithOutboundRule",
    sense: "an instance has an address of its own and a pool with an outbound rule",
    source: `${github}/MicrosoftDocs/azure-docs/pull/60096`,
    keptBy: "R16",
  },
  {
    code: "VMScaleSetCannotReferenceLoadbalancerWhenLargeScaleOrCrossAZ",
    sense: "a Basic load balancer is before zones or several placement groups",
    source: balancers,
    keptBy: "R4",
  },
  {
    code: "VMScaleSetCannotUseMultipleLoadBalancersOfSameType",
    sense: "two public or two internal load balancers are before the scale set",
    source: balancers,
    keptBy: "R23",
  },
  { code: "CannotUseInactiveHealthProbe", sense: "the probe is used by no rule", source: balancers, keptBy: "R24" },
  {
    code: "CannotUseHealthProbeWithoutLoadBalancing",
    sense: "there is a probe, and no pool of its load balancer",
    source: `${github}/Azure/ARO-RP/issues/547`,
    keptBy: "R25",
  },
  {
    code: "DifferentSkuLoadBalancerAndPublicIPAddressNotAllowedInVMSS",
    sense: "load balancer and addresses of the instances are of two SKUs",
    source: balancers,
    keptBy: "R1-instances",
  },
  {
    code: "RulesOfSameLoadBalancerTypeUseSameBackendPortProtocolAndVmssIPConfig",
    sense: "two rules send to one port of an instance",
    source: balancers,
    keptBy: "R10-instances",
  },
  {
    code: "InboundNatPoolFrontendPortRangeSmallerThanRequestedPorts",
    sense: "the inbound NAT pool has fewer ports than instances",
    source: `${github}/MicrosoftDocs/azure-docs/issues/119323`,
    keptBy: "R20",
  },
  {
    code: "InvalidJsonReferenceWrongType",
    sense: "the health probe is one of an application gateway",
    source: `${github}/Azure/vm-scale-sets/issues/64`,
    keptBy: "R119-type",
  },
  {
    code: "VMScaleSetCannotBeUpdatedToReferenceSubnetsFromDifferentVirtualNetworks",
    sense: "the scale set moves to another virtual network",
    source: `${github}/hashicorp/terraform-provider-azurerm/issues/14532`,
    keptBy: "R98",
  },
  {
    code: "OutboundConnectivityNotEnabledOnVM",
    sense: "the instances of a Flexible scale set have no way out to the internet",
    source: "https://learn.microsoft.com/troubleshoot/azure/virtual-machine-scale-sets/deploy/vmss-outbound-connectivity-not-enabled",
    notKept: "the page names ways out by example, and a preview must not refuse another one, such as a firewall's",
  },
];
