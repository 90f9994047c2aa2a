import { isManagedImage } from "../../../facts/image-ids";
import { availabilityZones } from "../../../facts/regions";
import {
  maximumInstances,
  maximumInstancesOfFastGroup,
  maximumInstancesOfGroup,
  maximumInstancesOfManagedImage,
} from "../../../facts/scale-set-limits";
import { hasFastNetwork } from "../../../facts/size-series";
import type { View } from "../../../properties/view";
import { doesNotFit, isEmpty, outside } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { zonesNeedARegionWithZones } from "../../../rules/zone-rules";
import { extensions, imageId, isFlexible, isKnown, isUniform, overprovisions, serviceFabricExtensions, zoneCount } from "./model";
import { designPage, errorMessages, orchestrationPage, zoneBalancingPage, zonesPage } from "./sources";

/** Where the instances go: zones, fault domains, placement groups, and how many instances fit. */
export const placementRules: Rule[] = [
  zonesNeedARegionWithZones,
  {
    id: "R40-names",
    title: "Availability zones are named 1, 2 and 3",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: zonesPage,
    severity: "error",
    allowed: `"1", "2" or "3"`,
    *check(scaleSet) {
      yield* scaleSet.list("zones").filter((zone) => doesNotFit(zone, (text) => availabilityZones.includes(text)));
    },
  },
  {
    id: "R41",
    title: "A zonal scale set spreads over 1 fault domain, a Uniform one also over 5",
    code: "InvalidParameter",
    grade: "documented",
    source: orchestrationPage,
    severity: "error",
    allowed: "1 or 5",
    because: "a zonal scale set spreads as far as it can within each zone, or over exactly 5 fault domains",
    *check(scaleSet) {
      const count = scaleSet.at("platformFaultDomainCount");
      const zones = zoneCount(scaleSet);
      if (count.number() === undefined || zones === undefined) {
        return;
      }
      if (zones === 0) {
        if (outside(count, 1, isFlexible(scaleSet) ? 3 : 5)) {
          yield { at: count, allowed: isFlexible(scaleSet) ? "1 to 3" : "1 to 5", because: "no region has more fault domains" };
        }
      } else if (isFlexible(scaleSet) && count.number() !== 1) {
        yield { at: count, allowed: "1", because: "a zonal Flexible scale set only spreads as far as it can within each zone" };
      } else if (isUniform(scaleSet) && count.number() !== 1 && count.number() !== 5) {
        yield count;
      }
    },
  },
  {
    id: "R42",
    title: "Zone balance is set only where there is more than one zone",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/Azure/azure-powershell/issues/6012",
    severity: "error",
    allowed: "nothing, unless the scale set has more than one zone",
    *check(scaleSet) {
      const zones = zoneCount(scaleSet);
      if (scaleSet.flag("zoneBalance") === true && zones !== undefined && zones < 2) {
        yield scaleSet.at("zoneBalance");
      }
    },
  },
  {
    id: "R43-reservation",
    title: "A capacity reservation needs a scale set with several placement groups",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/virtual-machines/capacity-reservation-associate-virtual-machine-scale-set",
    severity: "error",
    allowed: "false, as there is a capacityReservation",
    *check(scaleSet) {
      if (
        isUniform(scaleSet) &&
        isKnown(scaleSet.at("virtualMachineProfile.capacityReservation.capacityReservationGroup")) &&
        hasOnePlacementGroup(scaleSet)
      ) {
        yield scaleSet.at("singlePlacementGroup");
      }
    },
  },
  {
    id: "R44",
    title: "A proximity placement group goes with one zone or none",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: orchestrationPage,
    severity: "error",
    allowed: "nothing, unless the scale set has one zone or none",
    because: "a proximity placement group lies in one data centre",
    *check(scaleSet) {
      if (isKnown(scaleSet.at("proximityPlacementGroup")) && (zoneCount(scaleSet) ?? 0) > 1) {
        yield scaleSet.at("proximityPlacementGroup");
      }
    },
  },
  {
    id: "R45",
    title: "A scale set has at most 1000 instances, 600 from a managed image, 100 in a placement group",
    code: "OperationNotAllowed",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-azurerm-nomad/issues/6",
    severity: "error",
    allowed: `0 to ${maximumInstances}`,
    *check(scaleSet) {
      const capacity = scaleSet.at("sku.capacity");
      const limit = instanceLimit(scaleSet);
      if (outside(capacity, -Infinity, limit.most)) {
        yield { at: capacity, allowed: `0 to ${limit.most}`, because: limit.because };
      }
    },
  },
  {
    id: "R45-least",
    title: "A scale set has no fewer than 0 instances",
    code: "InvalidParameter",
    grade: "documented",
    source: errorMessages,
    severity: "error",
    allowed: "0 or more",
    *check(scaleSet) {
      if (outside(scaleSet.at("sku.capacity"), 0, Infinity)) {
        yield scaleSet.at("sku.capacity");
      }
    },
  },
  {
    id: "R319",
    title: "A scale set is held to its capacity, or nothing is said of it",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/Azure/Azure-Verified-Modules/issues/2888",
    severity: "error",
    allowed: "nothing",
    because: "Azure takes constrainedMaximumCapacity as true alone, and from few subscriptions",
    *check(scaleSet) {
      if (scaleSet.flag("constrainedMaximumCapacity") === false) {
        yield scaleSet.at("constrainedMaximumCapacity");
      }
    },
  },
  {
    id: "T11",
    title: "Strict zone balance stops scaling while a zone is down",
    code: "Warning",
    grade: "documented",
    source: zoneBalancingPage,
    severity: "warning",
    allowed: "false or nothing, for best-effort balance",
    because: "while a zone is down, strict balance blocks every scaling that would leave the zones more than one instance apart",
    *check(scaleSet) {
      if (scaleSet.flag("zoneBalance") === true && (zoneCount(scaleSet) ?? 0) > 1) {
        yield scaleSet.at("zoneBalance");
      }
    },
  },
  {
    id: "T14",
    title: "Overprovisioned instances appear and vanish, and run their extensions",
    code: "Warning",
    grade: "documented",
    source: designPage,
    severity: "warning",
    allowed: "false; or doNotRunExtensionsOnOverprovisionedVMs",
    because: "Azure creates more instances than asked for and deletes the surplus, and until then they run every extension",
    *check(scaleSet) {
      const sparesExtensions = scaleSet.at("doNotRunExtensionsOnOverprovisionedVMs");
      if (overprovisions(scaleSet) && (sparesExtensions.absent || sparesExtensions.flag() === false) && extensions(scaleSet).length > 0) {
        yield scaleSet.at("overprovision");
      }
    },
  },
  {
    id: "R341",
    title: "A scale set with Service Fabric's extension does not overprovision",
    code: "OperationNotAllowed",
    grade: "observed",
    source: "https://github.com/microsoft/service-fabric-issues/issues/1577",
    severity: "error",
    allowed: "false",
    because: "surplus instances would join the cluster and vanish from it",
    *check(scaleSet) {
      if (overprovisions(scaleSet) && serviceFabricExtensions(scaleSet).length > 0) {
        yield scaleSet.at("overprovision");
      }
    },
  },
  {
    id: "R332",
    title: "A scale-in policy has a rule",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/Azure/azure-cli/issues/10949",
    severity: "error",
    allowed: "Default, OldestVM or NewestVM, or no list",
    *check(scaleSet) {
      const rules = scaleSet.at("scaleInPolicy.rules");
      if (!rules.absent && isEmpty(rules)) {
        yield rules;
      }
    },
  },
];

/** True where all instances share a placement group, which is the default of a regional scale set. */
function hasOnePlacementGroup(scaleSet: View): boolean {
  const single = scaleSet.at("singlePlacementGroup");
  return single.flag() === true || (single.absent && zoneCount(scaleSet) === 0);
}

function instanceLimit(scaleSet: View): { most: number; because: string } {
  if (isUniform(scaleSet) && hasOnePlacementGroup(scaleSet)) {
    const inOneGroup = hasFastNetwork(scaleSet.text("sku.name") ?? "") ? maximumInstancesOfFastGroup : maximumInstancesOfGroup;
    return {
      most: inOneGroup * Math.max(1, zoneCount(scaleSet) ?? 3),
      because: `a placement group holds ${inOneGroup} instances and singlePlacementGroup is not false`,
    };
  }
  return isManagedImage(imageId(scaleSet).text() ?? "")
    ? { most: maximumInstancesOfManagedImage, because: `the image is a managed one; those of a compute gallery allow ${maximumInstances}` }
    : { most: maximumInstances, because: "no scale set holds more" };
}
