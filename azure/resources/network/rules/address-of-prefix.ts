import { isOneOf, sameText, textOr } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { prefixWith, sizeOfPrefix, takenByOthers, versionOfPrefix } from "./prefix-addresses";

const prefixPage = "https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-address-prefix";
const assumed = { code: "InvalidRequestFormat", codeIsAssumed: true, grade: "documented", severity: "error" } as const;

/** What Azure refuses of a public IP address that is from a prefix. Its zones are the prefix's, whatever it says. */
export const addressOfPrefixRules: Rule[] = [
  {
    ...assumed,
    id: "R487",
    title: "A public IP address from a prefix is of the prefix's SKU",
    source: prefixPage,
    allowed: "the SKU of the prefix",
    *check(address, region) {
      const prefix = prefixWith(address.text("publicIPPrefix.id"), region);
      const sku = prefix && textOr(prefix.at("sku.name"), "Standard");
      const own = address.at("sku.name");
      // A Basic one is refused wherever it is from.
      if (sku !== undefined && isOneOf(own, ["Standard", "StandardV2"]) && !sameText(own.text(), sku)) {
        yield { at: own, allowed: `${sku}, the SKU of the prefix` };
      }
    },
  },
  {
    ...assumed,
    id: "R488",
    title: "A public IP address from a prefix is of the prefix's IP version",
    source: "https://learn.microsoft.com/azure/virtual-network/ip-services/manage-public-ip-address-prefix",
    allowed: "the version of the prefix",
    *check(address, region) {
      const prefix = prefixWith(address.text("publicIPPrefix.id"), region);
      const version = prefix && versionOfPrefix(prefix);
      const own = textOr(address.at("publicIPAddressVersion"), "IPv4");
      if (version !== undefined && own !== undefined && !sameText(own, version)) {
        yield { at: address.at("publicIPAddressVersion"), allowed: `${version}, the version of the prefix` };
      }
    },
  },
  {
    ...assumed,
    id: "R489",
    title: "A public IP prefix has an address for each public IP address that is from it",
    code: "PublicIpPrefixOutOfIpAddresses",
    source: prefixPage,
    allowed: "a prefix that has an address left",
    *check(address, region) {
      const at = address.at("publicIPPrefix.id");
      const prefix = prefixWith(at.text(), region);
      const size = prefix && sizeOfPrefix(prefix);
      // As long as the address has no id, it cannot be told from the others.
      if (size !== undefined && region.self !== undefined && takenByOthers(at.text() ?? "", region) >= size) {
        yield { at, because: `all ${size} of this one are taken` };
      }
    },
  },
];
