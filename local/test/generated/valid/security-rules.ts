import * as fc from "fast-check";
import { edits, remove, set } from "../../../../azure/test/rules/edits";
import { applicationSecurityGroupId } from "../../../../azure/test/rules/valid/application-security-group";
import { inAnyCase, plainIpV6 } from "../texts";
import { alternatives, varied, Variation } from "../variation";

/**
 * What of a security rule can be anything, wherever it is declared.
 *
 * @param at The path of one of the rule's properties.
 */
export function securityRuleAspects(at: (property: string) => string): fc.Arbitrary<Variation>[] {
  const [source, ports] = [at("sourceAddressPrefix"), at("destinationPortRange")];
  return [
    varied(
      "description",
      fc.string({ unit: "grapheme-ascii", maxLength: 140 }).map((text) => set(at("description"), text)),
    ),
    alternatives("source", {
      "an address": fc.ipV4().map((address) => set(source, address)),
      "an address of IPv6": plainIpV6.map((address) => set(source, address)),
      "a block": fc.integer({ min: 0, max: 255 }).map((octet) => set(source, `${octet}.0.0.0/8`)),
      "a tag": fc
        .constantFrom(
          "VirtualNetwork",
          "Internet",
          "AzureLoadBalancer",
          "Storage.WestEurope",
          "AzureFrontDoor.Backend",
          "GatewayManager",
          "*",
        )
        .chain(inAnyCase)
        .map((tag) => set(source, tag)),
      "a list": fc.uniqueArray(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 8 }).map((octets) =>
        edits(
          remove(source),
          set(
            `${source}es`,
            octets.map((octet) => `10.${octet}.0.0/16`),
          ),
        ),
      ),
      "application security groups": inAnyCase(applicationSecurityGroupId).map((id) =>
        edits(remove(source), set(at("sourceApplicationSecurityGroups"), [{ id }])),
      ),
    }),
    alternatives("ports", {
      one: fc.integer({ min: 0, max: 65_535 }).map((port) => set(ports, `${port}`)),
      "a range": fc
        .tuple(fc.nat({ max: 65_535 }), fc.nat({ max: 65_535 }))
        .map(([one, other]) => set(ports, `${Math.min(one, other)}-${Math.max(one, other)}`)),
      "a list": fc
        .uniqueArray(fc.nat({ max: 65_535 }), { minLength: 1, maxLength: 8 })
        .map((list) => edits(remove(ports), set(`${ports}s`, list.map(String)))),
    }),
    varied(
      "protocol",
      fc.constantFrom("Tcp", "Udp", "Icmp", "Esp", "Ah", "*").map((protocol) => set(at("protocol"), protocol)),
    ),
    varied(
      "direction",
      inAnyCase("Outbound").map((direction) => set(at("direction"), direction)),
    ),
  ];
}

export const priority = fc.integer({ min: 100, max: 4096 });
export const ruledInSecurityRules = [
  ...["priority", "name", "sourceAddressPrefixes", "destinationAddressPrefixes", "sourcePortRanges", "destinationPortRanges"],
  ...["sourceApplicationSecurityGroups", "destinationApplicationSecurityGroups", "access"],
];
