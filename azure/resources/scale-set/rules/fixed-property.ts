import type { Value } from "../../../properties/value";
import type { View } from "../../../properties/view";
import type { Grade } from "../../../rules/rule";
import { isFlexible, zoneCount } from "./model";
import {
  azurermScaleSet,
  azurermScaleSetParts,
  azurermSharedParts,
  azurermWindowsScaleSet,
  modifyPage,
  orchestrationPage,
} from "./sources";

const profile = "virtualMachineProfile";
const disk = `${profile}.storageProfile.osDisk`;
const windows = `${profile}.osProfile.windowsConfiguration`;
const zoneProperties = "https://github.com/Azure/azure-rest-api-specs/pull/2445";

export interface FixedProperty {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly grade: Grade;
  readonly source: string;
  /** What ARM takes where nothing is given; without it, taking the property away or adding it is no change. */
  readonly preset?: Value | ((scaleSet: View) => Value | undefined);
}

/**
 * Properties that a scale set keeps for life. Where Azure has published nothing, the list follows Terraform's provider, which
 * replaces the scale set.
 */
export const fixedProperties: FixedProperty[] = [
  {
    id: "C-fault-domains",
    path: "platformFaultDomainCount",
    title: "The number of fault domains",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/35652",
    preset: presetFaultDomains,
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
    id: "C-windows-agent",
    path: `${windows}.provisionVMAgent`,
    title: "Whether there is a VM agent in Windows",
    grade: "source",
    source: azurermWindowsScaleSet,
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
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/13657",
  },
  {
    id: "C-disk-type",
    path: `${disk}.managedDisk.storageAccountType`,
    title: "The type of the OS disk",
    grade: "observed",
    source: azurermScaleSetParts,
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
    id: "C-disk-security",
    path: `${disk}.managedDisk.securityProfile.securityEncryptionType`,
    title: "What of a confidential machine is encrypted",
    grade: "source",
    source: azurermScaleSetParts,
  },
  {
    id: "C-priority",
    path: `${profile}.priority`,
    title: "The priority of the instances",
    grade: "observed",
    source: "https://github.com/Azure/azure-powershell/blob/main/src/Compute/Compute.Test/ScenarioTests/VirtualMachineScaleSetTests.ps1",
    preset: "Regular",
  },
  {
    id: "C-eviction",
    path: `${profile}.evictionPolicy`,
    title: "What becomes of evicted instances",
    grade: "source",
    source: azurermScaleSet,
  },
  {
    id: "C-ultra",
    path: "additionalCapabilities.ultraSSDEnabled",
    title: "Whether there are Ultra disks",
    grade: "source",
    source: azurermScaleSetParts,
    preset: false,
  },
  {
    id: "C-unattend",
    path: `${windows}.additionalUnattendContent`,
    title: "What Windows sets itself up by",
    grade: "observed",
    source: azurermSharedParts,
    preset: [],
  },
  {
    id: "C-winrm",
    path: `${windows}.winRM.listeners`,
    title: "How Windows is managed from outside",
    grade: "observed",
    source: azurermSharedParts,
    preset: [],
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

/** A regional Uniform scale set that named no number was created with 5 fault domains, and a zonal one with 1. */
function presetFaultDomains(scaleSet: View): number | undefined {
  const zones = zoneCount(scaleSet);
  return zones === undefined || isFlexible(scaleSet) ? undefined : zones === 0 ? 5 : 1;
}
