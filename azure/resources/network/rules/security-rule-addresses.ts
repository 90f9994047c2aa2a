import { type AddressPrefix, parseAddressPrefix, parseIpAddress, prefixesOverlap, prefixOfAddress } from "../../../facts/address-prefix";
import { deniedOnly, isServiceTag } from "../../../facts/service-tags";
import type { View } from "../../../properties/view";
import { is, isEmpty } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";

const recordings = "https://github.com/Azure/azure-xplat-cli/blob/dev/test/recordings/arm-network-nsg-rule-tests-generated";
const ends = ["source", "destination"];

/**
 * What Azure refuses in the addresses of security rules.
 *
 * @param rulesIn The security rules that a resource declares.
 */
export function securityRuleAddressRules(rulesIn: (resource: View) => View[]): Rule[] {
  const listsIn = (resource: View) => rulesIn(resource).flatMap((rule) => ends.map((end) => rule.at(`${end}AddressPrefixes`)));
  const elementsIn = (resource: View) => listsIn(resource).flatMap((list) => list.list());
  return [
    {
      id: "R111",
      title: "A security rule names addresses, blocks of them without bits after the prefix, or a service tag",
      code: "SecurityRuleInvalidAddressPrefix",
      grade: "observed",
      source: `${recordings}/arm_network_security_rules_create_should_fail_for_invalid_source_address_prefix.nock.js`,
      severity: "error",
      allowed: "an address, a block such as 10.0.0.0/24 with no bits after its prefix, a service tag, or *",
      *check(resource) {
        const listed = elementsIn(resource).filter((place) => !isTagOrAny(place));
        const single = rulesIn(resource).flatMap((rule) => ends.map((end) => rule.at(`${end}AddressPrefix`)));
        yield* [...listed, ...single.filter((place) => !isTagOrAny(place))].filter(isNoPrefix);
      },
    },
    {
      id: "R112",
      title: "A list of address prefixes holds neither service tags nor an asterisk",
      code: "SecurityRuleParameterContainsUnsupportedValue",
      grade: "observed",
      source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/5617",
      severity: "error",
      allowed: "addresses and blocks of them; a service tag or * stands alone, in the property for one prefix",
      *check(resource) {
        yield* elementsIn(resource).filter(isTagOrAny);
      },
    },
    {
      id: "R113",
      title: "The addresses of a security rule are of one version of IP, at both ends",
      code: "ResourceCannotContainAddressPrefixesFromDifferentAddressFamilies",
      grade: "observed",
      source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/12534",
      severity: "error",
      allowed: "IPv4 or IPv6, and a second rule for the other",
      *check(resource) {
        for (const rule of rulesIn(resource)) {
          const seen = new Set<number>();
          for (const at of ends.flatMap((end) => [rule.at(`${end}AddressPrefix`), rule.at(`${end}AddressPrefixes`)])) {
            [at, ...at.list()].flatMap((place) => prefixAt(place)?.version ?? []).forEach((version) => seen.add(version));
            if (seen.size > 1) {
              yield at;
              break;
            }
          }
        }
      },
    },
    {
      id: "R114",
      title: "The address prefixes of a security rule do not overlap",
      code: "OverlappingSubnetsNotPermittedInSecurityRule",
      grade: "observed",
      source: "https://github.com/Azure/azure-libraries-for-java/blob/master/azure/src/test/resources/session-records/testDeployments.json",
      severity: "error",
      allowed: "prefixes of which none holds another",
      *check(resource) {
        for (const list of listsIn(resource)) {
          const blocks = list.list().flatMap((place) => prefixAt(place) ?? []);
          const overlapping = blocks.some((block, index) => blocks.slice(index + 1).some((other) => prefixesOverlap(block, other)));
          if (overlapping) {
            yield list;
          }
        }
      },
    },
    {
      id: "R115",
      title: "A security rule says where from and where to, with ports",
      code: "SecurityRuleParametersMissing",
      grade: "observed",
      source: "https://github.com/Azure/sap-hana/issues/135",
      severity: "error",
      allowed: "a prefix, prefixes or application security groups, and one or several port ranges",
      because: "an empty list is none",
      *check(resource) {
        for (const rule of rulesIn(resource)) {
          for (const end of ends) {
            if (kindsOfAddress(rule, end).every(isEmpty)) {
              yield rule.at(`${end}AddressPrefix`);
            }
            if ([rule.at(`${end}PortRange`), rule.at(`${end}PortRanges`)].every(isEmpty)) {
              yield rule.at(`${end}PortRange`);
            }
          }
        }
      },
    },
    {
      id: "R116",
      title: "Each end of a security rule is a prefix, prefixes or application security groups, and only one of them",
      code: "InvalidRequestFormat",
      codeIsAssumed: true,
      grade: "observed",
      source: "https://github.com/Azure/azure-cli/issues/8615",
      severity: "error",
      allowed: "one of a prefix, prefixes and application security groups",
      *check(resource) {
        for (const rule of rulesIn(resource)) {
          for (const end of ends) {
            const [, ...more] = kindsOfAddress(rule, end).filter((place) => !isEmpty(place) && !place.unknown);
            yield* more.slice(-1);
          }
        }
      },
    },
    {
      id: "R117",
      title: "The tags of the platform's own services can only be denied",
      code: "SecurityRuleInvalidAccessType",
      grade: "observed",
      source: "https://learn.microsoft.com/azure/virtual-network/service-tags-overview",
      severity: "error",
      allowed: "Deny",
      because: "AzurePlatformDNS, AzurePlatformIMDS and AzurePlatformLKM only serve to deny what every machine may reach",
      *check(resource) {
        for (const rule of rulesIn(resource)) {
          const denied = ends.some((end) => deniedOnly.has(rule.text(`${end}AddressPrefix`)?.toLowerCase() ?? ""));
          if (denied && is(rule.at("access"), "Allow")) {
            yield rule.at("access");
          }
        }
      },
    },
  ];
}

function kindsOfAddress(rule: View, end: string): View[] {
  return [rule.at(`${end}AddressPrefix`), rule.at(`${end}AddressPrefixes`), rule.at(`${end}ApplicationSecurityGroups`)];
}

function isTagOrAny(place: View): boolean {
  const text = place.text();
  return text !== undefined && (text === "*" || isServiceTag(text));
}

/** An empty text is what some clients send for none. */
function isNoPrefix(place: View): boolean {
  const text = place.text();
  return text !== undefined && text !== "" && prefixAt(place) === undefined;
}

function prefixAt(place: View): AddressPrefix | undefined {
  const text = place.text() ?? "";
  const address = parseIpAddress(text);
  const prefix = address ? prefixOfAddress(address) : parseAddressPrefix(text);
  return prefix?.hasHostBits ? undefined : prefix;
}
