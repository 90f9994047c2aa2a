import type { RuleCases } from "../../../rules/cases";
import { edits, remove, set, unknown } from "../../../rules/edits";

/** The cases of its ports, as of its addresses. */
export function securityRulePortCases(at: (property: string) => string): RuleCases[] {
  const [range, ranges] = ["destinationPortRange", "destinationPortRanges"].map(at);
  const [sourceRange, sourceRanges] = ["sourcePortRange", "sourcePortRanges"].map(at);
  const refused = (name: string, text: string) => ({ name, change: set(range, text), at: range });
  const accepted = (name: string, text: string) => ({ name, change: set(range, text) });
  const listed = (...texts: string[]) => edits(remove(range), set(ranges, texts));
  return [
    {
      rule: "R110",
      refused: [
        refused("a port above 65535", "66600"),
        refused("a range that ends above 65535", "1024-65536"),
        refused("a range that runs backwards", "443-80"),
        refused("several ports in one text", "80,443"),
        refused("the name of a protocol", "http"),
        refused("a negative port", "-80"),
        { name: "several ports in one element of a list", change: listed("22", "636, 389"), at: `${ranges}[1]` },
        {
          name: "a source port above 65535",
          change: set(sourceRange, "70000"),
          at: sourceRange,
        },
      ],
      accepted: [
        accepted("port 0", "0"),
        accepted("port 65535", "65535"),
        accepted("all ports as a range", "0-65535"),
        accepted("all ports", "*"),
        accepted("a range of one port", "80-80"),
        { name: "a list of ports and ranges", change: listed("80", "8000-8080") },
        { name: "a port that is not known yet", change: unknown(range) },
      ],
    },
    {
      rule: "R110-any",
      refused: [{ name: "an asterisk in a list", change: listed("80", "*"), at: `${ranges}[1]` }],
      accepted: [{ name: "a list that is not known yet", change: edits(remove(range), unknown(ranges)) }],
    },
    {
      rule: "R116-ports",
      refused: [
        { name: "a range and a list", change: set(ranges, ["80", "443"]), at: ranges },
        {
          name: "any source port beside a list of them",
          change: set(sourceRanges, ["1024-65535"]),
          at: sourceRanges,
        },
      ],
      accepted: [
        { name: "a list alone", change: listed("80", "443") },
        { name: "a list beside an empty range", change: edits(set(range, ""), set(ranges, ["80", "443"])) },
        { name: "a range beside an empty list", change: set(ranges, []) },
        { name: "a range beside a list that is not known yet", change: unknown(ranges) },
      ],
    },
  ];
}
