import type { KnownRefusals } from "../known-refusal";
import { issue, page, provider } from "./sources";

const troubleshooting = page("azure/nat-gateway/troubleshoot-nat");

export const natGatewayRefusals: KnownRefusals = {
  type: "azure-native:network:NatGateway",
  refusals: [
    {
      code: "PublicIPAddressInUse",
      sense: "another NAT gateway has the address",
      source: issue("gardener/gardener-extension-provider-azure", 757),
      keptBy: "R135",
    },
    {
      code: undefined,
      sense: "the address is of another SKU, such as Basic",
      source: issue("Azure/bicep", 5914),
      keptBy: "R136",
    },
    {
      code: "PublicIPOrPrefixAndStandardSkuNatGatewayZoneDoNotMatch",
      sense: "the gateway is in a zone, and its address is in another one or in none",
      source: "https://github.com/plantonhq/planton",
      keptBy: "R137",
    },
    { code: undefined, sense: "a Standard gateway has an address of IPv6", source: troubleshooting, keptBy: "R138" },
    { code: undefined, sense: "a prefix is of another SKU than the gateway", source: troubleshooting, keptBy: "R136" },
    { code: undefined, sense: "the gateway has more than 16 addresses", source: troubleshooting, keptBy: "N-addresses" },
    {
      code: undefined,
      sense: "the gateway has more than 16 addresses with those of its prefixes",
      source: page("azure/virtual-network/ip-services/public-ip-address-prefix"),
      keptBy: "N-addresses",
    },
    { code: undefined, sense: "an address is routed over the internet", source: troubleshooting, keptBy: "R254" },
    { code: undefined, sense: "an address has DDoS protection of its own", source: troubleshooting, keptBy: "R255" },
    { code: undefined, sense: "a gateway of the SKU StandardV2 is in a region without any", source: troubleshooting, keptBy: "R256" },
    {
      code: "ResourceCannotHaveMultipleZonesSpecified",
      sense: "a Standard gateway is in several zones",
      source: page("azure/nat-gateway/nat-gateway-resource"),
      keptBy: "R5-one-zone",
    },
    {
      code: undefined,
      sense: "a flow may be idle for less than 4 or more than 120 minutes",
      source: provider("network/nat_gateway_resource"),
      keptBy: "R13",
    },
    {
      code: "SkuCannotBeChangedOnUpdate",
      sense: "the SKU changes",
      source: issue("Azure/azure-cli", 27806),
      keptBy: "C-sku",
    },
    {
      code: "InvalidResourceReference",
      sense: "an address does not exist, or is in another region",
      source: issue("Azure/azure-cli", 3986),
      keptBy: "R9-missing",
    },
    {
      code: "CannotDeleteNatGatewayAssociatedToSubnet",
      sense: "a gateway is deleted that a subnet uses",
      source: issue("Azure-Samples/Copilot-Studio-with-Azure-AI-Search", 62),
      keptBy: "D-nat-gateway",
    },
    {
      code: undefined,
      sense: "a gateway of the SKU StandardV2 has addresses of an IP prefix of one's own",
      source: troubleshooting,
      notKept: "custom IP prefixes are not a resource type of the region",
    },
    {
      code: undefined,
      sense: "a gateway comes to a subnet with a network interface in a failed state",
      source: troubleshooting,
      notKept: "network interfaces are not a resource type of the region",
    },
  ],
};
