import type { KnownRefusals } from "../known-refusal";
import { issue, page, provider, pull } from "./sources";

const prefixPage = page("azure/virtual-network/ip-services/public-ip-address-prefix");

export const publicIpPrefixRefusals: KnownRefusals = {
  type: "azure-native:network:PublicIPPrefix",
  refusals: [
    {
      code: "SpecifiedPrefixLengthNotSupported",
      sense: "the prefix has more than 16 addresses",
      source: pull("hashicorp/terraform-provider-azurerm", 19060),
      keptBy: "R485",
    },
    { code: undefined, sense: "the length changes", source: prefixPage, keptBy: "R486" },
    { code: undefined, sense: "the IP version changes", source: provider("network/public_ip_prefix_resource"), keptBy: "R486-version" },
    {
      code: "InUsePublicIpPrefixCannotBeDeleted",
      sense: "a prefix is deleted that public IP addresses are from",
      source: pull("Azure/kube-egress-gateway", 1223),
      keptBy: "R484",
    },
    {
      code: undefined,
      sense: "the tier is Global, and the SKU is not Standard",
      source: provider("network/public_ip_prefix_resource"),
      notKept: "the SKU that would be refused is one of a later version of Azure's API, and is warned of",
    },
    {
      code: undefined,
      sense: "the prefix is larger than the subscription's limit of addresses",
      source: issue("MicrosoftDocs/azure-docs", 57252),
      notKept: "the region has no quotas",
    },
  ],
};
