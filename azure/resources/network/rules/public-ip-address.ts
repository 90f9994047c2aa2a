import type { View } from "../../../properties/view";
import { normalLocation } from "../../../arm/id";
import { homeRegions } from "../../../facts/regions";
import { zonesAreNumbered, zonesNeedARegionWithZones } from "../../../rules/zone-rules";
import { is, isEmpty, isOneOf, outside, sameText, textOr } from "../../../rules/lookups";
import { networkNamesFit } from "../../../rules/names";
import type { Rule } from "../../../rules/rule";
import { addressOfPrefixRules } from "./address-of-prefix";
import { reverseNameRules } from "./reverse-names";
import { routingPreferenceRules } from "./routing-preference";

const staticAnswer = {
  code: "StandardSkuPublicIPAddressesMustBeStatic",
  source: "https://github.com/MicrosoftDocs/azure-docs/issues/42889",
  severity: "error",
  allowed: "Static",
  because: "an address of the Standard SKU is allocated at once",
} as const;

/** What Azure refuses in a `azure-native:network:PublicIPAddress`. */
export const publicIpAddressRules: Rule[] = [
  networkNamesFit(1, 80, "publicIpAddressName"),
  {
    id: "R2",
    title: "Basic public IP addresses can no longer be created",
    code: "IPv4BasicSkuPublicIpCountLimitReached",
    grade: "observed",
    source: "https://github.com/microsoft/nav-arm-templates/issues/238",
    severity: "error",
    allowed: "Standard",
    because: "Basic, which is also the default, was retired on 30 September 2025",
    *check(address) {
      if (sameText(textOr(address.at("sku.name"), "Basic"), "Basic")) {
        yield address.at("sku.name");
      }
    },
  },
  {
    ...staticAnswer,
    id: "R3",
    title: "A Standard public IP address is static",
    grade: "observed",
    *check(address) {
      const method = address.text("publicIPAllocationMethod");
      if (isStandard(address) && method !== undefined && !sameText(method, "Static")) {
        yield address.at("publicIPAllocationMethod");
      }
    },
  },
  {
    ...staticAnswer,
    id: "R3-default",
    title: "A Standard public IP address says that it is static, as dynamic is the default",
    grade: "observed",
    source: "https://github.com/pulumi/pulumi-azure-native/issues/1597",
    *check(address) {
      const method = address.at("publicIPAllocationMethod");
      if (isStandard(address) && method.absent) {
        yield method;
      }
    },
  },
  {
    id: "R252",
    title: "A public IP address of the tier Global stands in one of the home regions",
    code: "GlobalVipAllocationFailedWithVipRangeNotFound",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/pull/24265",
    severity: "error",
    allowed: homeRegions.join(", "),
    because: "it is announced from all over the world, and kept in a few regions",
    *check(address) {
      const location = address.text("location");
      if (is(address.at("sku.tier"), "Global") && location !== undefined && !homeRegions.includes(normalLocation(location))) {
        yield address.at("location");
      }
    },
  },
  {
    id: "R253",
    title: "A public IP address has a DDoS protection plan of its own only where its protection is switched on",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "source",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/network/public_ip_resource.go",
    severity: "error",
    allowed: "no plan, or protectionMode Enabled",
    *check(address) {
      const mode = textOr(address.at("ddosSettings.protectionMode"), "VirtualNetworkInherited");
      if (address.has("ddosSettings.ddosProtectionPlan") && mode !== undefined && !sameText(mode, "Enabled")) {
        yield address.at("ddosSettings.ddosProtectionPlan");
      }
    },
  },
  zonesNeedARegionWithZones,
  zonesAreNumbered,
  {
    id: "R13",
    title: "A flow to a public IP address may be idle for 4 to 30 minutes",
    code: "PublicIPIdleTimeoutIsOutOfRange",
    grade: "observed",
    source:
      "https://github.com/Azure/azure-xplat-cli/blob/dev/test/recordings/arm-network-public-ip-tests-generated/arm_network_public_ip_addresses_create_should_fail_for_idle_timeout_over_range.nock.js",
    severity: "error",
    allowed: "4 to 30 minutes",
    *check(address) {
      if (outside(address.at("idleTimeoutInMinutes"), 4, 30)) {
        yield address.at("idleTimeoutInMinutes");
      }
    },
  },
  {
    id: "R82",
    title: "A domain name label is one of 3 to 63 characters",
    code: "InvalidDomainNameLabel",
    grade: "observed",
    source: "https://github.com/Azure/azure-quickstart-templates/issues/6520",
    severity: "error",
    allowed: "3 to 63 lower-case letters, digits and hyphens, beginning with a letter and ending with a letter or digit",
    *check(address) {
      const label = address.text("dnsSettings.domainNameLabel");
      if (label !== undefined && label !== "" && !/^[a-z][a-z0-9-]{1,61}[a-z0-9]$/.test(label)) {
        yield address.at("dnsSettings.domainNameLabel");
      }
    },
  },
  {
    id: "R82-missing",
    title: "A public IP address with dnsSettings has a domain name label",
    code: "DomainNameLabelMissing",
    grade: "observed",
    source: "https://github.com/Azure/azure-cli/issues/15396",
    severity: "error",
    allowed: "a label, or no dnsSettings",
    because: "a scope or a reverse name alone is no name",
    *check(address) {
      if (address.entries("dnsSettings").length > 0 && isEmpty(address.at("dnsSettings.domainNameLabel"))) {
        yield address.at("dnsSettings.domainNameLabel");
      }
    },
  },
  {
    id: "R82-in-use",
    title: "A domain name label is taken once in a region",
    code: "DnsRecordInUse",
    grade: "observed",
    source: "https://github.com/Azure/azure-quickstart-templates/issues/4979",
    severity: "error",
    allowed: "a label that no other public IP address in the region has, or a domainNameLabelScope",
    *check(address, region) {
      const name = domainName(address);
      const others = region.all("azure-native:network:PublicIPAddress").map(({ properties }) => domainName(properties));
      // As long as the address has no id, it cannot be told from the others.
      if (region.self !== undefined && name !== undefined && others.includes(name)) {
        yield address.at("dnsSettings.domainNameLabel");
      }
    },
  },
  ...reverseNameRules,
  ...routingPreferenceRules,
  ...addressOfPrefixRules,
];

/** Of either version of the SKU. */
function isStandard(address: View): boolean {
  return isOneOf(address.at("sku.name"), ["Standard", "StandardV2"]);
}

/** The label with its location; undefined where there is none, or where a scope makes the name unique. */
function domainName(address: View): string | undefined {
  const label = address.text("dnsSettings.domainNameLabel");
  const location = address.text("location");
  return label === undefined || location === undefined || address.has("dnsSettings.domainNameLabelScope")
    ? undefined
    : `${label}.${normalLocation(location)}`;
}
