import type { KnownRefusals } from "../known-refusal";
import { issue, page, pull, recording } from "./sources";

const questions = page("azure/virtual-network/virtual-networks-faq");

export const virtualNetworkRefusals: KnownRefusals = {
  type: "azure-native:network:VirtualNetwork",
  refusals: [
    {
      code: "InvalidAddressPrefixFormat",
      sense: "a prefix of the address space is no block in CIDR notation",
      source: recording("vnet", "virtual_networks_create_should_fail_for_invalid_prefixes"),
      keptBy: "R120-space",
    },
    {
      code: "InvalidCIDRNotation",
      sense: "a prefix of the address space has bits after the prefix",
      source: recording("route-table-route", "routes_create_should_fail_for_invalid_prefixes"),
      keptBy: "R121-space",
    },
    {
      code: "InvalidAddressPrefixFormat",
      sense: "a prefix of the address space is of IPv6, as it was answered until 2019",
      source: issue("Azure/azure-rest-api-specs", 1556),
      notKept: "Azure takes prefixes of IPv6 today",
    },
    {
      code: "LocationNotAvailableForResourceType",
      sense: "the network is in a country or everywhere",
      source: issue("jupyterhub/zero-to-jupyterhub-k8s", 3082),
      keptBy: "R381",
    },
    { code: undefined, sense: "the address space is empty", source: questions, keptBy: "R129" },
    {
      code: undefined,
      sense: "prefixes of the address space overlap",
      source: page("azure/virtual-network/manage-virtual-network"),
      keptBy: "R130",
    },
    { code: undefined, sense: "the address space is one that Azure keeps for itself", source: questions, keptBy: "R131" },
    {
      code: "NetcfgInvalidDnsServer",
      sense: "a name server is no address",
      source: recording("vnet", "virtual_networks_create_should_fail_for_invalid_dns_servers"),
      keptBy: "R132",
    },
    {
      code: "NetcfgSubnetRangeOutsideVnet",
      sense: "the address space no longer holds a subnet",
      source: pull("MicrosoftDocs/azure-docs", 123869),
      keptBy: "R124-space",
    },
    {
      code: "NetcfgSubnetRangeOutsideVnet",
      sense: "a declared subnet is outside the address space",
      source: pull("MicrosoftDocs/azure-docs", 123869),
      keptBy: "R124",
    },
    {
      code: "NetcfgSubnetRangesOverlap",
      sense: "two declared subnets overlap",
      source: pull("MicrosoftDocs/azure-docs", 123869),
      keptBy: "R125",
    },
    {
      code: "InvalidRequestFormat",
      sense: "two declared subnets have one name",
      source: issue("Azure/migAz", 218),
      keptBy: "R118",
    },
    {
      code: "InUseSubnetCannotBeDeleted",
      sense: "a list of subnets leaves out one that is in use",
      source: issue("pulumi/pulumi-azure-native", 611),
      keptBy: "R93-list",
    },
    {
      code: "InvalidRequestFormat",
      sense: "a declared subnet has no name, as was seen of rules and delegations",
      source: issue("Azure/azure-sdk-for-python", 788),
      keptBy: "R420",
    },
    {
      code: undefined,
      sense: "the flow timeout is below 4 or above 30 minutes",
      source: page("powershell/module/az.network/new-azvirtualnetwork"),
      keptBy: "R100",
    },
    {
      code: undefined,
      sense: "protection against denial of service is switched on without a plan",
      source: page("rest/api/virtualnetwork/virtual-networks/create-or-update"),
      keptBy: "R347",
    },
    {
      code: undefined,
      sense: "the network is to drop what is not encrypted, for which the subscription is not registered",
      source: issue("hashicorp/terraform-provider-azurerm", 25913),
      keptBy: "R431",
    },
    {
      code: "NetcfgInvalidVirtualNetworkSite",
      sense: "the name is longer than 64 characters",
      source: issue("Azure/Azure-Landing-Zones", 1154),
      keptBy: "R99-length",
    },
    {
      code: "InvalidResourceName",
      sense: "the name has characters that the service does not take",
      source: pull("rh-mobb/documentation", 204),
      keptBy: "R99",
    },
  ],
};
