import { is, isEmpty, outside, repeated } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { isFlexible, isKnown } from "./model";
import { azurermFlexible, instanceMixErrors } from "./sources";

const answered = { grade: "documented", source: instanceMixErrors, severity: "error" } as const;
const assumed = { code: "InvalidParameter", codeIsAssumed: true, severity: "error" } as const;

/** What a scale set of one size may have and one of several may not. */
const notForSeveralSizes = ["hostGroup", "virtualMachineProfile.capacityReservation"];

/** Scale sets whose instances are of several sizes. */
export const instanceMixRules: Rule[] = [
  {
    ...answered,
    id: "R310",
    title: "A scale set that mixes sizes has the size Mix",
    code: "SkuNameMustBeMixIfSkuProfileIsSpecified",
    allowed: "Mix, as there is a skuProfile",
    *check(scaleSet) {
      const size = scaleSet.at("sku.name");
      if (isKnown(scaleSet.at("skuProfile")) && size.text() !== undefined && !is(size, "Mix")) {
        yield size;
      }
    },
  },
  {
    ...answered,
    id: "R310-tier",
    title: "A scale set that mixes sizes has no tier",
    code: "SkuTierMustNotBeSetIfSkuProfileIsSpecified",
    allowed: "nothing, as there is a skuProfile",
    *check(scaleSet) {
      const tier = scaleSet.at("sku.tier");
      if (isKnown(scaleSet.at("skuProfile")) && tier.text() !== undefined) {
        yield tier;
      }
    },
  },
  {
    ...assumed,
    id: "R310-profile",
    title: "A scale set of the size Mix has a profile of the sizes",
    grade: "source",
    source: azurermFlexible,
    allowed: "the sizes to choose from, as sku.name is Mix",
    *check(scaleSet) {
      const profile = scaleSet.at("skuProfile");
      if (is(scaleSet.at("sku.name"), "Mix") && profile.absent) {
        yield profile;
      }
    },
  },
  {
    ...assumed,
    id: "R310-flexible",
    title: "Only a Flexible scale set mixes sizes",
    grade: "documented",
    source: "https://learn.microsoft.com/azure/virtual-machine-scale-sets/instance-mix-overview",
    allowed: "nothing, unless orchestrationMode is Flexible",
    *check(scaleSet) {
      if (isKnown(scaleSet.at("skuProfile")) && !isFlexible(scaleSet) && !scaleSet.at("orchestrationMode").unknown) {
        yield scaleSet.at("skuProfile");
      }
    },
  },
  {
    ...answered,
    id: "R310-without",
    title: "A scale set that mixes sizes has neither dedicated hosts nor reserved capacity",
    code: "SkuProfileScenarioNotSupported",
    allowed: "nothing, as there is a skuProfile",
    *check(scaleSet) {
      if (isKnown(scaleSet.at("skuProfile"))) {
        yield* notForSeveralSizes.map((path) => scaleSet.at(path)).filter(isKnown);
      }
    },
  },
  {
    ...answered,
    id: "R311-none",
    title: "A scale set that mixes sizes names them",
    code: "SkuProfileVMSizesCannotBeNullOrEmpty",
    allowed: "1 to 5 sizes",
    *check(scaleSet) {
      const sizes = scaleSet.at("skuProfile.vmSizes");
      if (isKnown(scaleSet.at("skuProfile")) && isEmpty(sizes)) {
        yield sizes;
      }
    },
  },
  {
    ...answered,
    id: "R311",
    title: "A scale set mixes at most 5 sizes",
    code: "SkuProfileHasTooManyVMSizesInRequest",
    allowed: "at most 5 sizes",
    *check(scaleSet) {
      if (scaleSet.list("skuProfile.vmSizes").length > 5) {
        yield scaleSet.at("skuProfile.vmSizes");
      }
    },
  },
  {
    ...answered,
    id: "R311-twice",
    title: "A scale set that mixes sizes names each once",
    code: "SkuProfileVMSizesCannotHaveDuplicates",
    allowed: "each size once",
    *check(scaleSet) {
      const sizes = scaleSet.list("skuProfile.vmSizes");
      yield* repeated(sizes, (size) => size.text("name")?.toLowerCase()).map((size) => size.at("name"));
    },
  },
  {
    ...assumed,
    id: "R311-rank",
    title: "Sizes have ranks where the strategy goes by them",
    grade: "source",
    source: azurermFlexible,
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
