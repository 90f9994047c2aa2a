import type { RuleCases } from "../../../rules/cases";
import { edits, remove, set, unknown } from "../../../rules/edits";
import { applicationSecurityGroupId } from "../../../rules/valid/application-security-group";

const asGroups = [{ id: applicationSecurityGroupId }];

/**
 * The cases of a security rule's addresses, wherever it is declared.
 *
 * @param at The path of one of the rule's properties.
 */
export function securityRuleAddressCases(at: (property: string) => string): RuleCases[] {
  const [source, sources, destination] = ["sourceAddressPrefix", "sourceAddressPrefixes", "destinationAddressPrefix"].map(at);
  const [groups, ports, access] = ["sourceApplicationSecurityGroups", "destinationPortRange", "access"].map(at);
  const listed = (...texts: string[]) => edits(remove(source), set(sources, texts));
  const refused = (name: string, text: string) => ({ name, change: set(source, text), at: source });
  const accepted = (name: string, text: string) => ({ name, change: set(source, text) });
  return [
    {
      rule: "R111",
      refused: [
        refused("an octet above 255", "300.0.0.0/8"),
        refused("a prefix longer than 32 bits", "10.0.0.0/42"),
        refused("bits after the prefix", "20.20.20.20/16"),
        refused("bits after the prefix of IPv6", "2001:db8::1/32"),
        refused("the reserved name of a subnet, which is no tag", "AzureBastionSubnet"),
        refused("a word that is no tag", "Anywhere"),
        refused("a tag of the classic deployment model", "VIRTUAL_NETWORK"),
        refused("the classic tag of the load balancer", "AZURE_LOADBALANCER"),
        refused("two addresses in one text", "10.0.0.4,10.0.0.5"),
        refused("a host name", "www.example.com"),
        { name: "bits after the prefix in a list", change: listed("10.0.0.0/24", "10.0.1.1/24"), at: `${sources}[1]` },
        {
          name: "a destination that is none",
          change: set(destination, "10.0.0"),
          at: destination,
        },
      ],
      accepted: [
        accepted("everything", "*"),
        accepted("an address", "203.0.113.7"),
        accepted("an address of IPv6", "2001:db8::1"),
        accepted("a block", "203.0.113.0/24"),
        accepted("all of IPv4", "0.0.0.0/0"),
        accepted("a block of IPv6", "2001:db8::/32"),
        accepted("a tag in other letters", "VIRTUALNETWORK"),
        accepted("a tag of a region", "Storage.WestEurope"),
        accepted("a tag of a part", "AzureFrontDoor.Backend"),
        accepted("a tag of a family that may be new", "AzureSomethingNew"),
        { name: "a source that is not known yet", change: unknown(source) },
        { name: "no prefix beside a list, as some clients send it", change: edits(set(source, ""), set(sources, ["10.0.0.0/24"])) },
      ],
    },
    {
      rule: "R112",
      refused: [
        { name: "an asterisk in a list", change: listed("*"), at: `${sources}[0]` },
        { name: "a service tag in a list", change: listed("10.0.0.0/24", "Internet"), at: `${sources}[1]` },
      ],
      accepted: [{ name: "all of IPv4 in a list", change: listed("0.0.0.0/0") }],
    },
    {
      rule: "R113",
      refused: [
        { name: "IPv4 and IPv6 in one list", change: listed("20.43.40.0/27", "2603:1020:5:1::/123"), at: sources },
        {
          name: "from IPv4 to IPv6",
          change: edits(listed("10.0.0.0/24"), set(destination, "2001:db8::4")),
          at: destination,
        },
      ],
      accepted: [
        { name: "IPv6 alone", change: listed("2603:1020:5:1::/123", "2603:1020:5:2::/123") },
        { name: "from IPv6 to a tag", change: edits(listed("2001:db8::/32"), set(destination, "VirtualNetwork")) },
      ],
    },
    {
      rule: "R114",
      refused: [
        { name: "a prefix inside another", change: listed("167.220.64.0/19", "167.220.70.64/26"), at: sources },
        { name: "an address inside a prefix", change: listed("203.0.113.7", "203.0.113.0/24"), at: sources },
      ],
      accepted: [{ name: "prefixes side by side", change: listed("10.0.0.0/25", "10.0.0.128/25") }],
    },
    {
      rule: "R115",
      refused: [
        { name: "no source", change: remove(source), at: source },
        { name: "an empty list of sources", change: listed(), at: source },
        { name: "no destination port", change: remove(ports), at: ports },
      ],
      accepted: [
        { name: "application security groups as source", change: edits(remove(source), set(groups, asGroups)) },
        { name: "a list that is not known yet", change: edits(remove(source), unknown(sources)) },
      ],
    },
    {
      rule: "R116",
      refused: [
        { name: "a prefix and application security groups", change: set(groups, asGroups), at: groups },
        { name: "a prefix and prefixes", change: set(sources, ["10.0.0.0/24"]), at: sources },
      ],
      accepted: [{ name: "a prefix and an empty list", change: set(sources, []) }],
    },
    {
      rule: "R117",
      refused: [{ name: "name resolution allowed", change: set(source, "AzurePlatformDNS"), at: access }],
      accepted: [{ name: "name resolution denied", change: edits(set(source, "AzurePlatformDNS"), set(access, "Deny")) }],
    },
  ];
}
