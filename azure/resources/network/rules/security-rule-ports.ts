import type { View } from "../../../properties/view";
import type { Rule } from "../../../rules/rule";

const recordings = "https://github.com/Azure/azure-xplat-cli/blob/dev/test/recordings/arm-network-nsg-rule-tests-generated";
const ends = [
  { single: "sourcePortRange", list: "sourcePortRanges" },
  { single: "destinationPortRange", list: "destinationPortRanges" },
];
const lists = ends.map(({ list }) => list);
const singles = ends.map(({ single }) => single);

/**
 * What Azure refuses in the ports of security rules.
 *
 * @param rulesIn The security rules that a resource declares.
 */
export function securityRulePortRules(rulesIn: (resource: View) => View[]): Rule[] {
  const portsIn = (resource: View, properties: readonly string[]) =>
    rulesIn(resource).flatMap((rule) => properties.map((property) => rule.at(property)));
  const elementsIn = (resource: View) => portsIn(resource, lists).flatMap((list) => list.list());
  return [
    {
      id: "R110",
      title: "A port range of a security rule is a port, or two with a hyphen, from 0 to 65535",
      code: "SecurityRuleInvalidPortRange",
      grade: "observed",
      source: `${recordings}/arm_network_security_rules_create_should_fail_for_destination_port_out_of_range.nock.js`,
      severity: "error",
      allowed: "a port or a range such as 8000-8080, from 0 to 65535; several as elements of a list",
      *check(resource) {
        yield* [...portsIn(resource, singles), ...elementsIn(resource)].filter((place) => place.value !== "*" && isNoRange(place));
      },
    },
    {
      id: "R110-any",
      title: "A list of port ranges holds no asterisk",
      code: "SecurityRuleParameterContainsInvalidPortRanges",
      grade: "observed",
      source: "https://learn.microsoft.com/rest/api/virtualnetwork/security-rules/create-or-update",
      severity: "error",
      allowed: "ports and ranges; for all ports, * alone in the property for one range",
      *check(resource) {
        yield* elementsIn(resource).filter((place) => place.value === "*");
      },
    },
    {
      id: "R116-ports",
      title: "Each end of a security rule has one port range or a list of them, and not both",
      code: "InvalidRequestFormat",
      codeIsAssumed: true,
      grade: "source",
      source:
        "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/network/network_security_group_resource.go",
      severity: "error",
      allowed: "one of a range and a list of ranges",
      *check(resource) {
        for (const rule of rulesIn(resource)) {
          const doubled = ends.filter(({ single, list }) => rule.text(single) && rule.list(list).length > 0);
          yield* doubled.map(({ list }) => rule.at(list));
        }
      },
    },
  ];
}

/** An empty text is what some clients send for none. */
function isNoRange(place: View): boolean {
  const text = place.text();
  if (text === undefined || text === "") {
    return false;
  }
  const [, first, last = first] = /^\s*(\d{1,5})\s*(?:-\s*(\d{1,5})\s*)?$/.exec(text) ?? [];
  return first === undefined || Number(first) > Number(last) || Number(last) > 65_535;
}
