import type { KnownRefusal } from "../known-refusal";
import { page } from "./sources";

const mixes = page("azure/virtual-machine-scale-sets/instance-mix-faq-troubleshooting");
const spot = page("azure/virtual-machines/error-codes-spot");

/** What Azure refuses of scale sets of several sizes, and of Spot instances. */
export const scaleSetMixes: readonly KnownRefusal[] = [
  { code: "SkuNameMustBeMixIfSkuProfileIsSpecified", sense: "sizes are mixed and the size is not Mix", source: mixes, keptBy: "R310" },
  { code: "SkuTierMustNotBeSetIfSkuProfileIsSpecified", sense: "sizes are mixed and there is a tier", source: mixes, keptBy: "R310-tier" },
  {
    code: "SkuProfileScenarioNotSupported",
    sense: "sizes are mixed on dedicated hosts or in reserved capacity",
    source: mixes,
    keptBy: "R310-without",
  },
  { code: "SkuProfileVMSizesCannotBeNullOrEmpty", sense: "no size is named of those to mix", source: mixes, keptBy: "R311-none" },
  { code: "SkuProfileHasTooManyVMSizesInRequest", sense: "more than 5 sizes are mixed", source: mixes, keptBy: "R311" },
  { code: "SkuProfileVMSizesCannotHaveDuplicates", sense: "a size is named twice", source: mixes, keptBy: "R311-twice" },
  {
    code: "SkuProfileAllocationStrategyInvalid",
    sense: "the strategy that sizes are chosen by is none of the three",
    source: mixes,
    notKept: "the typings name the strategies; a value beyond them is a warning, as Azure may have got it since",
  },
  {
    code: "EvictionPolicyCanBeSetOnlyOnAzureSpotVirtualMachines",
    sense: "regular instances have an eviction policy",
    source: spot,
    keptBy: "R207",
  },
  {
    code: "MaxPriceIsSupportedOnlyForAzureSpotVirtualMachines",
    sense: "regular instances have a highest price",
    source: spot,
    keptBy: "R207-price",
  },
  { code: "MaxPriceValueInvalid", sense: "the highest price is neither -1 nor more than 0", source: spot, keptBy: "R208" },
  { code: "AzureSpotIsNotSupportedForThisVMSize", sense: "there are no Spot instances of the size", source: spot, keptBy: "R209" },
];
