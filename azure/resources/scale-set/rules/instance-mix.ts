import { is, outside, repeated } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { isFlexible, isKnown } from "./model";
import { azurermFlexible } from "./sources";

const instanceMixPage = "https://learn.microsoft.com/azure/virtual-machine-scale-sets/instance-mix-overview";

const documented = {
  code: "InvalidParameter",
  codeIsAssumed: true,
  grade: "documented",
  source: instanceMixPage,
  severity: "error",
} as const;

/** Scale sets whose instances are of several sizes. */
export const instanceMixRules: Rule[] = [
  {
    ...documented,
    id: "R310",
    title: "A scale set that mixes sizes has the size Mix, and a profile of the sizes",
    source: azurermFlexible,
    grade: "source",
    allowed: "Mix, as there is a skuProfile",
    *check(scaleSet) {
      const [size, profile] = [scaleSet.at("sku.name"), scaleSet.at("skuProfile")];
      if (isKnown(profile) && size.text() !== undefined && !is(size, "Mix")) {
        yield size;
      } else if (is(size, "Mix") && profile.absent) {
        yield { at: profile, allowed: "the sizes to choose from, as sku.name is Mix" };
      }
    },
  },
  {
    ...documented,
    id: "R310-flexible",
    title: "Only a Flexible scale set mixes sizes",
    allowed: "nothing, unless orchestrationMode is Flexible",
    *check(scaleSet) {
      if (isKnown(scaleSet.at("skuProfile")) && !isFlexible(scaleSet) && !scaleSet.at("orchestrationMode").unknown) {
        yield scaleSet.at("skuProfile");
      }
    },
  },
  {
    ...documented,
    id: "R311",
    title: "A scale set mixes at most 5 sizes, each named once",
    allowed: "1 to 5 sizes, each once",
    *check(scaleSet) {
      const sizes = scaleSet.list("skuProfile.vmSizes");
      if (sizes.length > 5) {
        yield { at: scaleSet.at("skuProfile.vmSizes"), allowed: "at most 5 sizes" };
      }
      yield* repeated(sizes, (size) => size.text("name")?.toLowerCase()).map((size) => size.at("name"));
    },
  },
  {
    ...documented,
    id: "R311-rank",
    title: "Sizes have ranks where the strategy goes by them",
    source: azurermFlexible,
    grade: "source",
    allowed: "nothing, unless allocationStrategy is Prioritized",
    *check(scaleSet) {
      const strategy = scaleSet.at("skuProfile.allocationStrategy");
      const ranks = scaleSet.list("skuProfile.vmSizes").map((size) => size.at("rank"));
      if (!strategy.unknown && !is(strategy, "Prioritized")) {
        yield* ranks.filter((rank) => rank.number() !== undefined);
      } else {
        yield* ranks.filter((rank) => outside(rank, 0, 4)).map((at) => ({ at, allowed: "0 to 4" }));
      }
    },
  },
];
