import type { Properties } from "../../../../properties/value";
import type { RuleCases } from "../../../rules/cases";
import { type Edit, set } from "../../../rules/edits";

/** So many rules, alike but for what makes them differ. */
function rules(count: number, other: (index: number) => Properties = () => ({})): Edit {
  const common = { direction: "Inbound", access: "Allow", protocol: "Tcp", sourcePortRange: "*", destinationAddressPrefix: "*" };
  const ends = { sourceAddressPrefix: "*", destinationPortRange: "443" };
  return set(
    "securityRules",
    Array.from({ length: count }, (_, index) => ({ name: `rule-${index}`, priority: 100 + index, ...common, ...ends, ...other(index) })),
  );
}

/** A hundred addresses of a rule's own. */
const hundred = (index: number) => ({
  sourceAddressPrefix: "",
  sourceAddressPrefixes: Array.from({ length: 100 }, (_, place) => `10.0.${index}.${place}`),
});

/** A hundred ports of a rule's own. */
const hundredPorts = (index: number) => ({
  destinationPortRange: "",
  destinationPortRanges: Array.from({ length: 100 }, (_, place) => `${1000 + 100 * index + place}`),
});

/** The limits of what a network security group and its rules hold. */
export const securityRuleLimitCases: RuleCases[] = [
  {
    rule: "R345",
    refused: [{ name: "1001 rules", change: rules(1001), at: "securityRules" }],
    accepted: [{ name: "1000 rules", change: rules(1000) }],
  },
  {
    rule: "R345-lists",
    refused: [
      { name: "4100 sources in lists", change: rules(41, hundred), at: "securityRules" },
      { name: "4100 ports in lists", change: rules(41, hundredPorts), at: "securityRules" },
    ],
    accepted: [
      { name: "4000 sources in lists", change: rules(40, hundred) },
      { name: "4000 ports and as many sources", change: rules(40, (index) => ({ ...hundred(index), ...hundredPorts(index) })) },
    ],
  },
];
