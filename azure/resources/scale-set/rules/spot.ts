import type { DurationLimits } from "../../../facts/limits";
import { readSizeName } from "../../../facts/size-names";
import type { View } from "../../../properties/view";
import { durationOutside } from "../../../rules/duration";
import type { Rule } from "../../../rules/rule";
import { isFlexible, isKnown, isSpot } from "./model";
import { azurermFlexible, spotErrors } from "./sources";

const profile = "virtualMachineProfile";
const spotPage = "https://learn.microsoft.com/azure/virtual-machine-scale-sets/use-spot";
const restoreTimeoutLimits: DurationLimits = { minimum: "PT15M", maximum: "PT2H" };

/** Instances of what Azure has left over, and what comes with them. */
export const spotRules: Rule[] = [
  {
    id: "R207",
    title: "Only Spot instances have a policy of what becomes of them when they are evicted",
    code: "EvictionPolicyCanBeSetOnlyOnAzureSpotVirtualMachines",
    grade: "documented",
    source: spotErrors,
    severity: "error",
    allowed: "nothing, unless priority is Spot",
    *check(scaleSet) {
      const policy = scaleSet.at(`${profile}.evictionPolicy`);
      if (isRegular(scaleSet) && isKnown(policy)) {
        yield policy;
      }
    },
  },
  {
    id: "R207-price",
    title: "Only Spot instances have a highest price",
    code: "MaxPriceIsSupportedOnlyForAzureSpotVirtualMachines",
    grade: "documented",
    source: spotErrors,
    severity: "error",
    allowed: "nothing, unless priority is Spot, or -1, which is the price of regular instances",
    *check(scaleSet) {
      const price = scaleSet.at(`${profile}.billingProfile.maxPrice`);
      if (isRegular(scaleSet) && price.number() !== undefined && price.number() !== -1) {
        yield price;
      }
    },
  },
  {
    id: "R207-mix",
    title: "Only a scale set of Spot instances mixes them with regular ones",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "source",
    source: azurermFlexible,
    severity: "error",
    allowed: "nothing, unless priority is Spot",
    *check(scaleSet) {
      const mix = scaleSet.at("priorityMixPolicy");
      if (isRegular(scaleSet) && isKnown(mix)) {
        yield mix;
      }
    },
  },
  {
    id: "R207-restore",
    title: "Only for Spot instances is anything said of restoring them",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "observed",
    source: "https://github.com/Azure/azure-cli/issues/20576",
    severity: "error",
    allowed: "nothing, unless priority is Spot",
    because: "Azure refuses the policy for regular instances even where enabled is false",
    *check(scaleSet) {
      const policy = scaleSet.at("spotRestorePolicy");
      if (isKnown(policy) && isRegular(scaleSet)) {
        yield policy;
      }
    },
  },
  {
    id: "R380",
    title: "Only a Uniform scale set restores Spot instances",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs-cli/issues/4474",
    severity: "error",
    allowed: "nothing, or enabled false, as orchestrationMode is Flexible",
    *check(scaleSet) {
      const policy = scaleSet.at("spotRestorePolicy");
      if (isSpot(scaleSet) && isFlexible(scaleSet) && policy.flag("enabled") === true) {
        yield policy;
      }
    },
  },
  {
    id: "R208",
    title: "The highest price of a Spot instance is more than 0, or -1 for that of a regular one",
    code: "MaxPriceValueInvalid",
    grade: "documented",
    source: spotErrors,
    severity: "error",
    allowed: "-1, or a price in US dollars an hour of more than 0",
    *check(scaleSet) {
      const price = scaleSet.at(`${profile}.billingProfile.maxPrice`);
      const dollars = price.number();
      if (isSpot(scaleSet) && dollars !== undefined && dollars !== -1 && dollars <= 0) {
        yield price;
      }
    },
  },
  {
    id: "R209",
    title: "There are no Spot instances of the B-series and of promotional sizes",
    code: "AzureSpotIsNotSupportedForThisVMSize",
    grade: "documented",
    source: spotErrors,
    severity: "error",
    allowed: "a size of another series, as priority is Spot",
    *check(scaleSet) {
      const size = scaleSet.at("sku.name");
      const name = size.text() ?? "";
      if (isSpot(scaleSet) && (readSizeName(name)?.family === "B" || /_Promo$/i.test(name))) {
        yield size;
      }
    },
  },
  {
    id: "R210",
    title: "Only a Flexible scale set mixes Spot and regular instances",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "source",
    source: azurermFlexible,
    severity: "error",
    allowed: "nothing, unless orchestrationMode is Flexible",
    *check(scaleSet) {
      const mix = scaleSet.at("priorityMixPolicy");
      if (isKnown(mix) && isSpot(scaleSet) && !scaleSet.at("orchestrationMode").unknown && !isFlexible(scaleSet)) {
        yield mix;
      }
    },
  },
  {
    id: "R211",
    title: "Azure tries to restore Spot instances for 15 minutes to 2 hours",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: spotPage,
    severity: "error",
    allowed: `${restoreTimeoutLimits.minimum} to ${restoreTimeoutLimits.maximum}`,
    *check(scaleSet) {
      const timeout = scaleSet.at("spotRestorePolicy.restoreTimeout");
      if (durationOutside(timeout, restoreTimeoutLimits)) {
        yield timeout;
      }
    },
  },
  {
    id: "R212",
    title: "Capacity is not reserved for Spot instances",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/virtual-machines/capacity-reservation-overview",
    severity: "error",
    allowed: "nothing, as priority is Spot",
    *check(scaleSet) {
      const reservation = scaleSet.at(`${profile}.capacityReservation.capacityReservationGroup`);
      if (isSpot(scaleSet) && isKnown(reservation)) {
        yield reservation;
      }
    },
  },
];

/** Whether its instances are no Spot instances, and known not to be. */
function isRegular(scaleSet: View): boolean {
  return !scaleSet.at(`${profile}.priority`).unknown && !isSpot(scaleSet);
}
