import type { Value } from "../../../../properties/value";
import { edits, set } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { inFlexible } from "../../../rules/valid/scale-set";

const sizes = ["D2s_v5", "D2s_v4", "D2as_v5", "D2as_v4", "E2s_v5", "E2as_v5"].map((name): Value => ({ name: `Standard_${name}` }));
const mixed = (...vmSizes: Value[]) =>
  edits(inFlexible, set("sku.name", "Mix"), set("skuProfile", { vmSizes, allocationStrategy: "LowestPrice" }));
const ranked = (rank: number, strategy: string) =>
  edits(mixed({ name: "Standard_D2s_v5", rank }, sizes[1]), set("skuProfile.allocationStrategy", strategy));

export const instanceMixCases: RuleCases[] = [
  {
    rule: "R310",
    refused: [
      {
        name: "another size beside the profile",
        change: edits(mixed(...sizes.slice(0, 2)), set("sku.name", "Standard_D2s_v5")),
        at: "sku.name",
      },
      { name: "Mix without a profile", change: edits(inFlexible, set("sku.name", "Mix")), at: "skuProfile" },
    ],
    accepted: [{ name: "both", change: mixed(...sizes.slice(0, 2)) }],
  },
  {
    rule: "R310-flexible",
    refused: [
      {
        name: "a Uniform scale set",
        change: edits(set("sku.name", "Mix"), set("skuProfile", { vmSizes: sizes.slice(0, 2) })),
        at: "skuProfile",
      },
    ],
    accepted: [{ name: "a Flexible one", change: mixed(...sizes.slice(0, 2)) }],
  },
  {
    rule: "R311",
    refused: [
      { name: "6 sizes", change: mixed(...sizes), at: "skuProfile.vmSizes" },
      { name: "a size twice", change: mixed(sizes[0], sizes[0]), at: "skuProfile.vmSizes[1].name" },
    ],
    accepted: [{ name: "5 sizes", change: mixed(...sizes.slice(0, 5)) }],
  },
  {
    rule: "R311-rank",
    refused: [
      { name: "a rank for the lowest price", change: ranked(0, "LowestPrice"), at: "skuProfile.vmSizes[0].rank" },
      { name: "rank 5", change: ranked(5, "Prioritized"), at: "skuProfile.vmSizes[0].rank" },
    ],
    accepted: [{ name: "rank 4", change: ranked(4, "Prioritized") }],
  },
];
