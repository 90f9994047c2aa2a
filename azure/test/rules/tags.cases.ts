import type { RuleCases } from "./cases";
import { set, unknown } from "./edits";

const named = (name: string) => set("tags", { [name]: "web" });
const counted = (count: number) => set("tags", Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag-${index}`, ""])));

/** The rules of tags, which are the same for every type that has tags. */
export const tagCases: RuleCases[] = [
  {
    rule: "R344",
    refused: [
      { name: "a slash in a tag's name", change: named("kubernetes.io/role"), at: 'tags["kubernetes.io/role"]' },
      { name: "a line break in a tag's name", change: named("cost\ncentre"), at: 'tags["cost\\ncentre"]' },
    ],
    accepted: [
      { name: "a tag's name with spaces, periods and an equals sign", change: named("Cost centre (x=1.5): Größe") },
      { name: "a tag of Azure's portal with an id in its name", change: named("hidden-link:/subscriptions/1/resourceGroups/web") },
      { name: "the same characters in a tag's value", change: set("tags", { site: "https://example.com/?a=1&b=<2>" }) },
      { name: "tags that are not known yet", change: unknown("tags") },
    ],
  },
  {
    rule: "R344-name",
    refused: [{ name: "a tag's name of 513 characters", change: named("a".repeat(513)), at: "tags" }],
    accepted: [{ name: "a tag's name of 512 characters", change: named("a".repeat(512)) }],
  },
  {
    rule: "R344-value",
    refused: [{ name: "a tag's value of 257 characters", change: set("tags.site", "a".repeat(257)), at: "tags.site" }],
    accepted: [
      { name: "a tag's value of 256 characters", change: set("tags.site", "a".repeat(256)) },
      { name: "a tag's value that is not known yet", change: unknown("tags.site") },
    ],
  },
  {
    rule: "R344-count",
    refused: [{ name: "51 tags", change: counted(51), at: "tags" }],
    accepted: [{ name: "50 tags", change: counted(50) }],
  },
  {
    rule: "T-tag-case",
    refused: [{ name: "a tag's name in other letters", change: set("tags", { Site: "web", site: "shop" }), at: "tags.site" }],
    accepted: [{ name: "names that differ in more than their case", change: set("tags", { site: "web", "site-2": "shop" }) }],
  },
];
