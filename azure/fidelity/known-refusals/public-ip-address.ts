import type { KnownRefusals } from "../known-refusal";
import { issue, page, provider, pull, recording } from "./sources";

const recorded = (test: string) => recording("public-ip", `public_ip_addresses_create_should_fail_for_${test}`);
const prefixes = page("azure/virtual-network/ip-services/public-ip-address-prefix");

export const publicIpAddressRefusals: KnownRefusals = {
  type: "azure-native:network:PublicIPAddress",
  refusals: [
    {
      code: "IPv4BasicSkuPublicIpCountLimitReached",
      sense: "a Basic address is created after the retirement of the SKU",
      source: issue("microsoft/nav-arm-templates", 238),
      keptBy: "R2",
    },
    {
      code: "StandardSkuPublicIPAddressesMustBeStatic",
      sense: "a Standard address is dynamic",
      source: issue("MicrosoftDocs/azure-docs", 42889),
      keptBy: "R3",
    },
    {
      code: "PublicIPIdleTimeoutIsOutOfRange",
      sense: "a flow may be idle for less than 4 minutes",
      source: recorded("idle_timeout_under_range"),
      keptBy: "R13",
    },
    {
      code: "PublicIPIdleTimeoutIsOutOfRange",
      sense: "a flow may be idle for more than 30 minutes",
      source: recorded("idle_timeout_over_range"),
      keptBy: "R13",
    },
    {
      code: "InvalidDomainNameLabel",
      sense: "the label has an underscore",
      source: recorded("invalid_symbols_in_lable"),
      keptBy: "R82",
    },
    {
      code: "InvalidDomainNameLabel",
      sense: "the label has capital letters",
      source: issue("Azure/azure-quickstart-templates", 6520),
      keptBy: "R82",
    },
    {
      code: "DomainNameLabelMissing",
      sense: "the label is empty",
      source: issue("Azure/azure-cli", 15396),
      keptBy: "R82-missing",
    },
    {
      code: "DomainNameLabelMissing",
      sense: "a reverse name is given without a label",
      source: issue("Azure/azure-cli", 6232),
      keptBy: "R82-missing",
    },
    {
      code: "DnsRecordInUse",
      sense: "another address of the region has the label",
      source: issue("Azure/azure-quickstart-templates", 4979),
      keptBy: "R82-in-use",
    },
    {
      code: "ReverseFqdnDoesNotBelongToSubscription",
      sense: "an address whose label has a scope is created with a reverse name",
      source: issue("Azure/azure-rest-api-specs", 39789),
      keptBy: "R140",
    },
    {
      code: undefined,
      sense: "an IPv6 address has a reverse name",
      source: issue("MicrosoftDocs/azure-docs", 49316),
      keptBy: "R141",
    },
    {
      code: "LocationNotSupportAvailabilityZones",
      sense: "zones are given in a region without any",
      source: issue("Azure/Azure-Landing-Zones", 425),
      keptBy: "R5",
    },
    {
      code: "InvalidAvailabilityZone",
      sense: "a zone is none of 1, 2 and 3",
      source: issue("hashicorp/terraform-provider-azurerm", 6296),
      keptBy: "R5-zone",
    },
    {
      code: "ResourceCannotHaveMultipleZonesSpecified",
      sense: "an address is in three zones, in an API before 2020-08-01",
      source: issue("MicrosoftDocs/azure-docs", 97098),
      notKept: "azure-native asks a later API, which takes several zones",
    },
    {
      code: "ResourceAvailabilityZonesCannotBeModified",
      sense: "the zones change",
      source: issue("Azure/AzOps", 701),
      keptBy: "C-zones",
    },
    {
      code: "GlobalVipAllocationFailedWithVipRangeNotFound",
      sense: "an address of the tier Global is in a region that is no home of such",
      source: pull("hashicorp/terraform-provider-azurerm", 24265),
      keptBy: "R252",
    },
    {
      code: undefined,
      sense: "a DDoS protection plan is given while the protection is not the address's own",
      source: provider("network/public_ip_resource"),
      keptBy: "R253",
    },
    {
      code: "PublicIPAddressWithOneZoneDoesNotSupportRoutingPreference",
      sense: "an address of one zone is routed over the internet",
      source: pull("MicrosoftDocs/azure-docs", 65595),
      keptBy: "R346",
    },
    {
      code: undefined,
      sense: "an address without zones is routed over the internet in a region with zones",
      source: pull("hashicorp/terraform-provider-azurerm", 18384),
      notKept: "it was answered in 2022 without a published code, and it is not known whether Azure still does",
    },
    {
      code: undefined,
      sense: "an IPv6 address is routed over the internet",
      source: page("azure/virtual-network/ip-services/routing-preference-overview"),
      keptBy: "R346-version",
    },
    {
      code: undefined,
      sense: "an address is routed over the internet in a region that does not have this",
      source: page("azure/virtual-network/ip-services/routing-preference-overview"),
      notKept: "Microsoft's list of such regions changes, and a preview must not refuse what Azure takes",
    },
    {
      code: undefined,
      sense: "an address of the tier Global is routed over the internet",
      source: page("azure/virtual-network/ip-services/public-ip-addresses"),
      keptBy: "R346-tier",
    },
    {
      code: "PublicIPAddressCannotBeDeleted",
      sense: "an address is deleted that a load balancer or NAT gateway has",
      source: page("azure/virtual-network/ip-services/virtual-network-public-ip-address"),
      keptBy: "R92",
    },
    {
      code: "StandardSkuPublicIPAddressesMustBeStatic",
      sense: "a Standard address has no allocation method, which makes it dynamic",
      source: issue("pulumi/pulumi-azure-native", 1597),
      keptBy: "R3-default",
    },
    {
      code: "ZonesNotAllowedInBasicSkuResource",
      sense: "a Basic address has zones",
      source: issue("cloudfoundry/bosh-azure-cpi-release", 608),
      notKept: "Basic addresses can no longer be created at all",
    },
    {
      code: "CannotSpecifyPublicIpAllocationMethodAsStaticForIpV6PublicIp",
      sense: "a Basic address of IPv6 is static",
      source: pull("MicrosoftDocs/azure-docs", 2360),
      notKept: "Basic addresses can no longer be created at all",
    },
    {
      code: "SkuCannotBeChangedOnUpdate",
      sense: "the SKU changes",
      source: issue("Azure/azure-cli", 27806),
      notKept: "azure-native replaces the address instead",
    },
    {
      code: "PublicIPCountLimitReached",
      sense: "the subscription has as many addresses as it may have",
      source: page("azure/azure-resource-manager/management/azure-subscription-service-limits"),
      notKept: "the region has no quotas",
    },
    {
      code: "InvalidResourceName",
      sense: "the name has characters that the service does not take",
      source: pull("rh-mobb/documentation", 204),
      keptBy: "R99",
    },
    {
      code: undefined,
      sense: "the scope of the domain name label changes",
      source: pull("hashicorp/terraform-provider-azurerm", 27748),
      keptBy: "R424",
    },
    {
      code: undefined,
      sense: "the routing preference changes",
      source: pull("kubernetes-sigs/cloud-provider-azure", 10133),
      keptBy: "R426",
    },
    {
      code: undefined,
      sense: "an address is of another SKU than the prefix that it is from",
      source: prefixes,
      keptBy: "R487",
    },
    {
      code: undefined,
      sense: "an address is of another IP version than the prefix that it is from",
      source: page("azure/virtual-network/ip-services/manage-public-ip-address-prefix"),
      keptBy: "R488",
    },
    { code: undefined, sense: "all addresses of the prefix are taken", source: prefixes, keptBy: "R489" },
    {
      code: "InvalidResourceReference",
      sense: "the prefix is in another region",
      source: issue("Azure/azure-cli", 3986),
      keptBy: "R9-missing",
    },
    {
      code: undefined,
      sense: "an address is in other zones than the prefix that it is from",
      source: issue("hashicorp/terraform-provider-azurerm", 29027),
      notKept: "Azure takes it, and gives the address the zones of the prefix",
    },
  ],
};
