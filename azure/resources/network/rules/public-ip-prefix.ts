import { outside, sameText, textOr } from "../../../rules/lookups";
import { networkNamesFit } from "../../../rules/names";
import type { ChangeRule, Rule } from "../../../rules/rule";
import { skuStays } from "../../../rules/sku-stays";
import { zonesAreNumbered, zonesNeedARegionWithZones, zonesStay } from "../../../rules/zone-rules";
import { versionOfPrefix } from "./prefix-addresses";

const prefixPage = "https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-address-prefix";
const azurermPrefix =
  "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/network/public_ip_prefix_resource.go";

/** What Azure refuses in a `azure-native:network:PublicIPPrefix`. */
export const publicIpPrefixRules: Rule[] = [
  networkNamesFit(1, 80, "publicIpPrefixName"),
  zonesNeedARegionWithZones,
  zonesAreNumbered,
  {
    id: "R485",
    title: "A public IP prefix has 2 to 16 addresses",
    code: "SpecifiedPrefixLengthNotSupported",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/pull/19060",
    severity: "error",
    allowed: "28 to 31 for IPv4, 124 to 127 for IPv6",
    *check(prefix) {
      const version = versionOfPrefix(prefix);
      const length = prefix.at("prefixLength");
      const [shortest, longest] = sameText(version, "IPv6") ? [124, 127] : [28, 31];
      // One from a range of one's own can be as large as that range.
      if (version !== undefined && !prefix.has("customIPPrefix") && outside(length, shortest, longest)) {
        yield { at: length, allowed: `${shortest} to ${longest} for ${version}` };
      }
    },
  },
];

/** What Azure refuses to change of a public IP prefix. */
export const publicIpPrefixChanges: ChangeRule[] = [
  zonesStay({ grade: "source", source: azurermPrefix }),
  skuStays("public IP prefix", (prefix) => textOr(prefix.at("sku.name"), "Standard")),
  {
    id: "R486",
    title: "The length of a public IP prefix stays",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "documented",
    source: prefixPage,
    severity: "error",
    allowed: "the length that the prefix was created with",
    because: "its addresses are allocated",
    fix: 'let the change replace the prefix with replaceOnChanges: ["prefixLength"]',
    *check(before, after) {
      const [old, wanted] = [before.number("prefixLength"), after.number("prefixLength")];
      if (old !== undefined && wanted !== undefined && old !== wanted) {
        yield after.at("prefixLength");
      }
    },
  },
  {
    id: "R486-version",
    title: "The IP version of a public IP prefix stays",
    code: "InvalidRequestFormat",
    codeIsAssumed: true,
    grade: "source",
    source: azurermPrefix,
    severity: "error",
    allowed: "the version that the prefix was created with",
    fix: 'let the change replace the prefix with replaceOnChanges: ["publicIPAddressVersion"]',
    *check(before, after) {
      const [old, wanted] = [versionOfPrefix(before), versionOfPrefix(after)];
      if (old !== undefined && wanted !== undefined && !sameText(old, wanted)) {
        yield after.at("publicIPAddressVersion");
      }
    },
  },
];
