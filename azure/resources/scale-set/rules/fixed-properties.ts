import { differences } from "../../../properties/difference";
import { showValue } from "../../../properties/shown-value";
import { holdsUnknown, Value } from "../../../properties/value";
import type { View } from "../../../properties/view";
import type { ChangeRule, Grade } from "../../../rules/rule";
import { networkInterfaces, orchestrationOf, primaryOf } from "./model";
import { azurermScaleSet, modifyPage, orchestrationPage, restApi } from "./sources";
import { sameText } from "../../../rules/lookups";

const profile = "virtualMachineProfile";
const disk = `${profile}.storageProfile.osDisk`;
const zoneProperties = "https://github.com/Azure/azure-rest-api-specs/pull/2445";

interface FixedProperty {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly grade: Grade;
  readonly source: string;
  /** What ARM takes where nothing is given; without it, taking the property away or adding it is no change. */
  readonly preset?: Value;
}

/**
 * Properties that a scale set keeps for life. Where Azure has published nothing, the list follows Terraform's provider, which
 * replaces the scale set.
 */
const fixedProperties: FixedProperty[] = [
  {
    id: "C-fault-domains",
    path: "platformFaultDomainCount",
    title: "The number of fault domains",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/108952",
  },
  {
    id: "C-zone-balance",
    path: "zoneBalance",
    title: "The kind of zone balance",
    grade: "documented",
    source: zoneProperties,
    preset: false,
  },
  {
    id: "C-host-name-prefix",
    path: `${profile}.osProfile.computerNamePrefix`,
    title: "The host name prefix",
    grade: "source",
    source: azurermScaleSet,
  },
  {
    id: "C-extension-operations",
    path: `${profile}.osProfile.allowExtensionOperations`,
    title: "Whether extensions are allowed",
    grade: "source",
    source: azurermScaleSet,
    preset: true,
  },
  {
    id: "C-agent",
    path: `${profile}.osProfile.linuxConfiguration.provisionVMAgent`,
    title: "Whether there is a VM agent",
    grade: "source",
    source: azurermScaleSet,
    preset: true,
  },
  {
    id: "C-image-publisher",
    path: `${profile}.storageProfile.imageReference.publisher`,
    title: "The publisher of the image",
    grade: "documented",
    source: modifyPage,
  },
  {
    id: "C-image-offer",
    path: `${profile}.storageProfile.imageReference.offer`,
    title: "The offer of the image",
    grade: "documented",
    source: modifyPage,
  },
  {
    id: "C-disk-type",
    path: `${disk}.managedDisk.storageAccountType`,
    title: "The type of the OS disk",
    grade: "documented",
    source: modifyPage,
  },
  {
    id: "C-ephemeral-disk",
    path: `${disk}.diffDiskSettings`,
    title: "Whether the OS disk is ephemeral",
    grade: "source",
    source: azurermScaleSet,
  },
  {
    id: "C-disk-encryption-set",
    path: `${disk}.managedDisk.diskEncryptionSet.id`,
    title: "The encryption set of the OS disk",
    grade: "source",
    source: azurermScaleSet,
  },
  {
    id: "C-priority",
    path: `${profile}.priority`,
    title: "The priority of the instances",
    grade: "source",
    source: azurermScaleSet,
    preset: "Regular",
  },
  { id: "C-plan", path: "plan", title: "The plan of the image", grade: "source", source: azurermScaleSet },
  { id: "C-host-group", path: "hostGroup.id", title: "The dedicated hosts", grade: "source", source: azurermScaleSet },
  {
    id: "C-capacity-reservation",
    path: `${profile}.capacityReservation.capacityReservationGroup.id`,
    title: "The capacity reservation",
    grade: "source",
    source: azurermScaleSet,
  },
  {
    id: "C-proximity",
    path: "proximityPlacementGroup.id",
    title: "The proximity placement group of running instances",
    grade: "documented",
    source: orchestrationPage,
  },
];

export const fixedPropertyChanges: ChangeRule[] = [
  {
    ...refusal("orchestrationMode"),
    id: "R37",
    title: "The orchestration mode of a scale set stays as it was created",
    grade: "documented",
    source: orchestrationPage,
    *check(before, after) {
      const [old, wanted] = [orchestrationOf(before), orchestrationOf(after)];
      if (old !== undefined && wanted !== undefined && !sameText(old, wanted)) {
        yield { at: after.at("orchestrationMode"), allowed: old };
      }
    },
  },
  ...fixedProperties.map(stays),
  {
    ...refusal(`${profile}.networkProfile.networkInterfaceConfigurations`),
    id: "C-network-interface-name",
    title: "The name of the primary network interface stays as it was created",
    grade: "source",
    source: azurermScaleSet,
    *check(before, after) {
      const [old, wanted] = [before, after].map((scaleSet) => primaryOf(networkInterfaces(scaleSet))?.at("name"));
      if (old?.text() !== undefined && wanted?.text() !== undefined && !sameText(old.text(), wanted.text())) {
        yield { at: wanted, allowed: showValue(old.value, "open") };
      }
    },
  },
  {
    ...refusal("singlePlacementGroup"),
    id: "C-single-placement-group",
    title: "A scale set of several placement groups does not become one of a single group",
    grade: "documented",
    source: restApi,
    *check(before, after) {
      if (before.flag("singlePlacementGroup") === false && after.flag("singlePlacementGroup") === true) {
        yield { at: after.at("singlePlacementGroup"), allowed: "false" };
      }
    },
  },
];

function refusal(path: string) {
  return {
    code: "PropertyChangeNotAllowed",
    codeIsAssumed: true,
    severity: "error",
    allowed: "the value that the scale set was created with",
    because: "Azure refuses to change it in place",
    fix: `the resource option replaceOnChanges: ["${path}"] makes a new scale set instead`,
  } as const;
}

function stays({ id, path, title, grade, source, preset }: FixedProperty): ChangeRule {
  return {
    ...refusal(path),
    // Only what somebody saw Azure refuse came with its code.
    codeIsAssumed: grade === "observed" ? undefined : true,
    id,
    title: `${title} stays as the scale set was created`,
    grade,
    source,
    *check(before, after) {
      const [old, wanted] = [before, after].map((scaleSet) => valueOr(scaleSet.at(path), preset));
      if (old !== undefined && wanted !== undefined && !holdsUnknown(old) && !holdsUnknown(wanted) && !sameValue(old, wanted)) {
        yield typeof old === "object" ? after.at(path) : { at: after.at(path), allowed: showValue(old, "open") };
      }
    },
  };
}

function valueOr(place: View, preset: Value | undefined): Value | undefined {
  return place.given ? place.value : preset;
}

function sameValue(one: Value, other: Value): boolean {
  return typeof one === "string" && typeof other === "string" ? sameText(one, other) : differences(one, other).length === 0;
}
