import type { View } from "../../../properties/view";
import type { ChangeRule } from "../../../rules/rule";
import { is, sameId, sameText, textOr } from "../../../rules/lookups";
import { fixedPropertyChanges } from "./fixed-properties";
import { imageChanges } from "./image-changes";
import { publicAddressChanges } from "./instance-address-changes";
import { bringsHealthExtension, ipConfigurations, isKnown } from "./model";
import { networkOf } from "./network";
import { rebalancingChanges } from "./rebalancing";
import { azurermScaleSet, healthExtensionPage, modifyPage, repairsPage, zoneBalancingPage, zonesPage } from "./sources";

const profile = "virtualMachineProfile";
const repairs = "automaticRepairsPolicy";

/** Changes that depend on what the scale set was before. */
export const conditionalChanges: ChangeRule[] = [
  {
    id: "R40-add-only",
    title: "A scale set can get zones, and never loses one",
    code: "PropertyChangeNotAllowed",
    grade: "documented",
    source: zonesPage,
    severity: "error",
    allowed: "all zones that the scale set has, and further ones",
    fix: "leave the old zones in the list; to give one up, make a new scale set beside this one",
    *check(before, after) {
      const zones = after.at("zones");
      const kept = after.texts("zones");
      const isKnown = !zones.unknown && zones.list().every(({ unknown }) => !unknown);
      const lost = before.texts("zones").filter((zone) => !kept.includes(zone));
      if (isKnown && lost.length > 0) {
        yield { at: zones, because: `zone ${lost.join(" and zone ")} would be lost` };
      }
    },
  },
  {
    id: "T13",
    title: "Instances stay where they are when a zone is added",
    code: "Warning",
    grade: "documented",
    source: zoneBalancingPage,
    severity: "warning",
    allowed: "the new zones, for instances that are created from now on",
    because: "only scaling out fills a new zone",
    fix: "scale out and in again to spread the instances",
    *check(before, after) {
      if (after.texts("zones").some((zone) => !before.texts("zones").includes(zone)) && !before.at("zones").unknown) {
        yield after.at("zones");
      }
    },
  },
  {
    id: "R98",
    title: "A scale set stays in its virtual network",
    code: "VMScaleSetCannotBeUpdatedToReferenceSubnetsFromDifferentVirtualNetworks",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/14532",
    severity: "error",
    allowed: "a subnet of the virtual network that the scale set is in",
    fix: "make a new scale set in the other virtual network",
    *check(before, after) {
      const networks = subnets(before).map((subnet) => networkOf(subnet.text() ?? ""));
      yield* subnets(after).filter(
        (subnet) => networks.length > 0 && !networks.some((network) => sameId(network, networkOf(subnet.text() ?? ""))),
      );
    },
  },
  {
    id: "R29",
    title: "Repairs are switched on after every instance has the health extension",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "observed",
    source: "https://github.com/Azure/bicep-registry-modules/issues/3634",
    severity: "error",
    allowed: "false in the update that brings the health extension",
    because: "the running instances do not have the extension yet",
    fix: "update twice: first the extension, and when all instances have it, automaticRepairsPolicy.enabled",
    *check(before, after) {
      const enabled = after.at(`${repairs}.enabled`);
      if (enabled.flag() === true && before.flag(`${repairs}.enabled`) !== true && bringsHealthExtension(before, after)) {
        yield enabled;
      }
    },
  },
  {
    id: "T4",
    title: "With manual upgrades, running instances do not get a new health extension",
    code: "Warning",
    grade: "documented",
    source: healthExtensionPage,
    severity: "warning",
    allowed: "Rolling or Automatic",
    because: "an instance without the extension has no health, and with manual upgrades it gets the extension only when you upgrade it",
    fix: "upgrade the instances after this update",
    *check(before, after) {
      if (is(after.at("upgradePolicy.mode"), "Manual") && bringsHealthExtension(before, after)) {
        yield after.at("upgradePolicy.mode");
      }
    },
  },
  {
    id: "R31",
    title: "The repair action changes while repairs are switched off",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: repairsPage,
    severity: "error",
    allowed: "the same action as before",
    fix: "update twice: first automaticRepairsPolicy.enabled false, then true with the new action",
    *check(before, after) {
      const action = (scaleSet: View) => textOr(scaleSet.at(`${repairs}.repairAction`), "Replace");
      const stayOn = before.flag(`${repairs}.enabled`) === true && after.flag(`${repairs}.enabled`) === true;
      const [old, wanted] = [action(before), action(after)];
      // Taking the property away keeps the action, which is another rule's matter.
      if (stayOn && isKnown(after.at(`${repairs}.repairAction`)) && old !== undefined && wanted !== undefined && !sameText(old, wanted)) {
        yield { at: after.at(`${repairs}.repairAction`), allowed: old };
      }
    },
  },
  {
    id: "R31-kept",
    title: "Repairs keep a grace period and an action that the program no longer names",
    code: "Warning",
    grade: "source",
    source: azurermScaleSet,
    severity: "warning",
    allowed: "the value that you want, in words",
    because: "Azure keeps the last value of what is taken away",
    fix: "write the value into the program",
    *check(before, after) {
      for (const name of ["gracePeriod", "repairAction"]) {
        if (isKnown(after.at(repairs)) && isKnown(before.at(`${repairs}.${name}`)) && after.at(`${repairs}.${name}`).absent) {
          yield after.at(`${repairs}.${name}`);
        }
      }
    },
  },
  {
    id: "R65-removal",
    title: "Custom data can be changed and not taken away",
    code: "PropertyChangeNotAllowed",
    codeIsAssumed: true,
    grade: "source",
    source: azurermScaleSet,
    severity: "error",
    allowed: "other custom data",
    fix: "keep custom data that does nothing, such as base64 of #cloud-config, or replace the scale set",
    *check(before, after) {
      if (isKnown(before.at(`${profile}.osProfile.customData`)) && after.at(`${profile}.osProfile.customData`).absent) {
        yield after.at(`${profile}.osProfile.customData`);
      }
    },
  },
  {
    id: "C-administrator",
    title: "Another administrator reaches new instances only",
    code: "Warning",
    grade: "documented",
    source: modifyPage,
    severity: "warning",
    allowed: "another name or password, for instances that are created from now on",
    because: "running instances keep theirs until they are reimaged",
    fix: "reimage the instances after this update",
    *check(before, after) {
      for (const name of ["adminUsername", "adminPassword"]) {
        const [old, wanted] = [before, after].map((scaleSet) => scaleSet.at(`${profile}.osProfile.${name}`));
        if (old.text() !== undefined && wanted.text() !== undefined && old.text() !== wanted.text()) {
          yield wanted;
        }
      }
    },
  },
  {
    id: "T7",
    title: "A capacity that the program sets works against autoscale",
    code: "Warning",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/930",
    severity: "warning",
    allowed: "the capacity that autoscale has chosen",
    because: "an autoscale setting decides on the capacity of this scale set",
    fix: `set the resource option ignoreChanges: ["sku.capacity"]`,
    *check(before, after, region) {
      const [old, wanted] = [before.number("sku.capacity"), after.number("sku.capacity")];
      const settings = region.all("azure-native:monitor:AutoscaleSetting").map(({ properties }) => properties);
      const isScaled = settings.some(
        (setting) => setting.flag("enabled") === true && sameId(setting.text("targetResourceUri") ?? "", region.self ?? "-"),
      );
      if (isScaled && old !== undefined && wanted !== undefined && old !== wanted) {
        yield after.at("sku.capacity");
      }
    },
  },
];

/** What Azure refuses to change in a `azure-native:compute:VirtualMachineScaleSet`. */
export const scaleSetChanges: ChangeRule[] = [
  ...fixedPropertyChanges,
  ...imageChanges,
  ...publicAddressChanges,
  ...conditionalChanges,
  ...rebalancingChanges,
];

function subnets(scaleSet: View): View[] {
  return ipConfigurations(scaleSet)
    .map((ip) => ip.at("subnet.id"))
    .filter((subnet) => subnet.text() !== undefined);
}
