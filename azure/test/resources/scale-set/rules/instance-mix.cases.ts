import type { Value } from "../../../../properties/value";
import { edits, remove, set } from "../../../rules/edits";
import { armId } from "../../../rules/fake-region";
import type { RuleCases } from "../../../rules/cases";
import { inFlexible } from "../../../rules/valid/scale-set";

const sizes = ["D2s_v5", "D2s_v4", "D2as_v5", "D2as_v4", "E2s_v5", "E2as_v5"].map((name): Value => ({ name: `Standard_${name}` }));
const mixed = (...vmSizes: Value[]) =>
  edits(inFlexible, set("sku", { name: "Mix", capacity: 2 }), set("skuProfile", { vmSizes, allocationStrategy: "LowestPrice" }));
const hosts = { id: armId("Microsoft.Compute/hostGroups", "web") };
const reservation = { capacityReservationGroup: { id: armId("Microsoft.Compute/capacityReservationGroups", "web") } };
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
    ],
    accepted: [{ name: "both", change: mixed(...sizes.slice(0, 2)) }],
  },
  {
    rule: "R310-tier",
    refused: [{ name: "a tier", change: edits(mixed(...sizes.slice(0, 2)), set("sku.tier", "Standard")), at: "sku.tier" }],
    accepted: [{ name: "the tier of one size", change: edits(inFlexible, set("sku.tier", "Standard")) }],
  },
  {
    rule: "R310-profile",
    refused: [{ name: "Mix without a profile", change: edits(inFlexible, set("sku.name", "Mix")), at: "skuProfile" }],
    accepted: [{ name: "one size without a profile", change: inFlexible }],
  },
  {
    rule: "R310-without",
    refused: [
      { name: "dedicated hosts", change: edits(mixed(sizes[0]), set("hostGroup", hosts)), at: "hostGroup" },
      {
        name: "reserved capacity",
        change: edits(mixed(sizes[0]), set("virtualMachineProfile.capacityReservation", reservation)),
        at: "virtualMachineProfile.capacityReservation",
      },
    ],
    accepted: [
      {
        name: "reserved capacity of one size",
        change: edits(inFlexible, set("virtualMachineProfile.capacityReservation", reservation)),
      },
    ],
  },
  {
    rule: "R310-flexible",
    refused: [
      {
        name: "a Uniform scale set",
        change: edits(set("sku", { name: "Mix", capacity: 2 }), set("skuProfile", { vmSizes: sizes.slice(0, 2) })),
        at: "skuProfile",
      },
    ],
    accepted: [{ name: "a Flexible one", change: mixed(...sizes.slice(0, 2)) }],
  },
  {
    rule: "R311-none",
    refused: [
      { name: "no size", change: mixed(), at: "skuProfile.vmSizes" },
      { name: "no list of sizes", change: edits(mixed(), remove("skuProfile.vmSizes")), at: "skuProfile.vmSizes" },
    ],
    accepted: [{ name: "1 size", change: mixed(sizes[0]) }],
  },
  {
    rule: "R311",
    refused: [{ name: "6 sizes", change: mixed(...sizes), at: "skuProfile.vmSizes" }],
    accepted: [{ name: "5 sizes", change: mixed(...sizes.slice(0, 5)) }],
  },
  {
    rule: "R311-twice",
    refused: [{ name: "a size twice", change: mixed(sizes[0], sizes[0]), at: "skuProfile.vmSizes[1].name" }],
    accepted: [{ name: "two sizes", change: mixed(sizes[0], sizes[1]) }],
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
