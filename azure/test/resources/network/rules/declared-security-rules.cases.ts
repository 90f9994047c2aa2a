import type { RuleCases } from "../../../rules/cases";
import { remove, set } from "../../../rules/edits";

/**
 * The cases of the rest of a security rule, wherever it is declared.
 *
 * @param at The path of one of the rule's properties.
 */
export function declaredSecurityRuleCases(at: (property: string) => string): RuleCases[] {
  const [priority, protocol, description] = ["priority", "protocol", "description"].map(at);
  return [
    {
      rule: "R78-range",
      refused: [
        { name: "priority 99", change: set(priority, 99), at: priority },
        { name: "priority 4097", change: set(priority, 4097), at: priority },
      ],
      accepted: [
        { name: "priority 100", change: set(priority, 100) },
        { name: "priority 4096", change: set(priority, 4096) },
      ],
    },
    {
      rule: "R427",
      refused: [
        { name: "the portal's word for all", change: set(protocol, "Any"), at: protocol },
        { name: "an asterisk in quotes", change: set(protocol, '"*"'), at: protocol },
      ],
      accepted: [
        { name: "all", change: set(protocol, "*") },
        { name: "a protocol in other letters", change: set(protocol, "TCP") },
        { name: "the header of IPsec", change: set(protocol, "Ah") },
      ],
    },
    {
      rule: "R79",
      refused: [{ name: "141 characters", change: set(description, "a".repeat(141)), at: description }],
      accepted: [
        { name: "140 characters", change: set(description, "a".repeat(140)) },
        { name: "no description", change: remove(description) },
      ],
    },
  ];
}
