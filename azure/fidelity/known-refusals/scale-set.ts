import type { KnownRefusals } from "../known-refusal";
import { scaleSetChanges } from "./scale-set-changes";
import { scaleSetImages } from "./scale-set-images";
import { scaleSetLimits } from "./scale-set-limits";
import { scaleSetMixes } from "./scale-set-mixes";
import { scaleSetNetworks } from "./scale-set-networks";

const github = "https://github.com";
const docs = `${github}/MicrosoftDocs/azure-docs/issues`;
const azurerm = `${github}/hashicorp/terraform-provider-azurerm`;
/** Microsoft's list of what Azure answers to machines, with each code. */
const list = `${github}/MicrosoftDocs/azure-docs/blob/5b7dda113b9429e0e027d4526007d28d011ffdeb/includes/virtual-machines-common-error-messages.md`;

export const scaleSetRefusals: KnownRefusals = {
  type: "azure-native:compute:VirtualMachineScaleSet",
  refusals: [
    ...scaleSetLimits,
    ...scaleSetMixes,
    ...scaleSetNetworks,
    ...scaleSetImages,
    ...scaleSetChanges,
    { code: "InvalidParameter", sense: "a Uniform scale set lacks upgradePolicy", source: `${docs}/74002`, keptBy: "R180" },
    {
      code: "InvalidParameter",
      sense: "a Flexible scale set lacks platformFaultDomainCount",
      source: `${github}/Azure/azure-rest-api-specs/issues/27029`,
      keptBy: "R181",
    },
    {
      code: "OperationNotAllowed",
      sense: "an extension is one for another system than the instances have",
      source: `${github}/hashicorp/terraform-provider-azurerm/pull/22351`,
      keptBy: "R223",
    },
    {
      code: "VMScaleSetNetworkProfileHasNoNetworkInterfaceConfigs",
      sense: "a network profile has no network interface",
      source: `${github}/Azure/bicep-registry-modules/issues/1851`,
      keptBy: "R422",
    },
    {
      code: "NetworkApiVersionMustBeSpecifiedWithNetworkInterfaceConfigurations",
      sense: "a Flexible scale set names no version of the network API",
      source: `${github}/Azure/azure-sdk-for-python/issues/33268`,
      keptBy: "R182",
    },
    {
      code: "InvalidParameter",
      sense: "a Flexible scale set restores Spot instances",
      source: `${github}/MicrosoftDocs/azure-docs-cli/issues/4474`,
      keptBy: "R380",
    },
    {
      code: "InvalidParameter",
      sense: "the tier is Standard and the size is a Basic one",
      source: `${github}/Azure/azure-cli/issues/4801`,
      keptBy: "R382",
    },
    { code: undefined, sense: "a Flexible scale set has the size Standard_B1ls", source: `${docs}/102050`, keptBy: "R291" },
    {
      code: "InvalidParameter",
      sense: "constrainedMaximumCapacity is not allowed",
      source: `${github}/Azure/Azure-Verified-Modules/issues/2888`,
      keptBy: "R319",
    },
    {
      code: "InvalidParameter",
      sense: "what is given as an identity is no user-assigned identity's id, as a machine was answered",
      source: `${github}/Azure/aad-pod-identity/issues/69`,
      keptBy: "R361",
    },
    {
      code: "InvalidParameter",
      sense: "the profile of the operating system is missing",
      source: `${github}/ansible-collections/azure/issues/378`,
      keptBy: "R183",
    },
    {
      code: "InvalidParameter",
      sense: "identities are named although the type has the resource's own alone, as a machine was answered",
      source: `${github}/Azure/aad-pod-identity/issues/214`,
      keptBy: "R501",
    },
    {
      code: "BadRequest",
      sense: "a confidential machine's guest state is not encrypted",
      source: `${github}/Azure/avdaccelerator/issues/609`,
      keptBy: "R205",
    },
    {
      code: "InvalidParameter",
      sense: "an image of Linux is configured as Windows",
      source: `${github}/Azure/azvmimagebuilder/issues/51`,
      keptBy: "R202",
    },
    {
      code: "InvalidParameter",
      sense: "an image of Windows is configured as Linux",
      source: `${github}/Azure/azure-quickstart-templates/issues/1497`,
      keptBy: "R202",
    },
    {
      code: "BadRequest",
      sense: "the disk of a machine that is not confidential has a security profile",
      source: `${azurerm}/pull/30782`,
      keptBy: "R205-others",
    },
    {
      code: "VMSizeIsNotPermittedToEnableAcceleratedNetworkingForVmss",
      sense: "Standard_D2_v3 has no accelerated networking, as it was answered in 2019",
      source: `${github}/kubernetes-sigs/cluster-api/issues/1201`,
      notKept: "no page of Microsoft's says it of this size, and more sizes have got it since",
    },
    { code: "InvalidParameter", sense: "zoneBalance is invalid", source: `${github}/Azure/azure-powershell/issues/6012`, keptBy: "R42" },
    {
      code: "InvalidParameter",
      sense: "zoneBalance is false and there are no zones, as it was answered until 2020",
      source: `${github}/Azure/azure-rest-api-specs/issues/11805`,
      notKept: "Microsoft's own templates have had it so since, such as vmScaleSet.bicep of avdaccelerator",
    },
    {
      code: "OperationNotAllowed",
      sense: "a Flexible scale set of Standard_M8ms with 2 fault domains leaves out singlePlacementGroup, as it was answered until 2022",
      source: `${github}/Azure/azure-cli/issues/21834`,
      notKept: "Azure chooses the placement groups for the size since (terraform-provider-azurerm#19074)",
    },
    {
      code: "OperationNotAllowed",
      sense: "a scale set with Service Fabric's extension overprovisions",
      source: `${github}/microsoft/service-fabric-issues/issues/1577`,
      keptBy: "R341",
    },
    {
      code: undefined,
      sense: "there is a policy of restoring regular instances",
      source: `${github}/Azure/azure-cli/issues/20576`,
      keptBy: "R207-restore",
    },
    {
      code: undefined,
      sense: "zones are balanced by Azure as soon as the scale set gets its first health extension",
      source: `${azurerm}/pull/32564`,
      keptBy: "R343-later",
    },
    {
      code: "InvalidParameter",
      sense: "patchMode AutomaticByOS comes with automatic updates off",
      source: `${github}/kumarvna/terraform-azurerm-virtual-machine/issues/13`,
      keptBy: "R309",
    },
    {
      code: "InvalidParameter",
      sense: "hotpatching is on, and patchMode another than AutomaticByPlatform",
      source: `${github}/Azure/azure-cli/issues/21504`,
      keptBy: "R340",
    },
    {
      code: "InvalidParameter",
      sense: "hotpatching is on, and the platform's safety checks are bypassed",
      source: `${github}/claranet/terraform-azurerm-windows-vm/pull/4`,
      keptBy: "R340-safety",
    },
    {
      code: "InvalidParameter",
      sense: "the OS disk says another system than the image has",
      source: `${github}/Azure/azure-rest-api-specs/issues/32642`,
      keptBy: "R201",
    },
    {
      code: "InvalidParameter",
      sense: "the WinRM listeners are invalid",
      source: `${github}/Azure/azure-sdk-for-net/issues/57563`,
      keptBy: "R304",
    },
    {
      code: undefined,
      sense: "Windows updates itself although Azure upgrades its image",
      source: `${github}/Azure/aks-engine/issues/1795`,
      keptBy: "R305",
    },
    { code: "BadRequest", sense: "Azure does not upgrade images of this publisher", source: `${docs}/39477`, keptBy: "R296" },
    {
      code: "OperationNotAllowed",
      sense: "Service Fabric's extension is too old for automatic OS upgrades, or its durability Bronze",
      source: `${github}/microsoft/service-fabric/issues/618`,
      keptBy: "R296-fabric",
    },
    { code: "BadRequest", sense: "a scale-in policy has no rule", source: `${github}/Azure/azure-cli/issues/10949`, keptBy: "R332" },
    {
      code: "BadRequest",
      sense: "automatic OS upgrades have no health probe or extension",
      source: `${github}/Azure-Samples/open-source-labs/issues/46`,
      keptBy: "R76-health",
    },
    {
      code: "BadRequest",
      sense: "automatic OS upgrades are asked for with an image of one version",
      source: `${azurerm}/issues/11398`,
      keptBy: "R76-latest",
    },
    {
      code: "BadRequest",
      sense: "rolling upgrades have no health probe or extension",
      source: `${github}/gbowerman/azure-myriad/issues/30`,
      keptBy: "R32",
    },
    { code: "BadRequest", sense: "repairs have both a probe and an extension", source: `${docs}/114432`, keptBy: "R27" },
    { code: undefined, sense: "repairs have neither a probe nor an extension", source: `${azurerm}/issues/5860`, keptBy: "R28" },
    {
      code: "MissingIdentityIds",
      sense: "user-assigned identities are asked for, and none is named",
      source: `${github}/Azure/bicep/issues/6541`,
      keptBy: "R404",
    },
    { code: "ArtifactNotFound", sense: "no extension of the publisher has the type", source: list, keptBy: "R313" },
    { code: "BadRequest", sense: "a handler has several extensions", source: list, keptBy: "R68-once" },
    {
      code: "BadRequest",
      sense: "two extensions have one name",
      source: `${github}/MicrosoftDocs/azure-docs/issues/15359`,
      keptBy: "R221",
    },
    {
      code: "BadRequest",
      sense: "an extension waits for one that there is not",
      source: `${github}/Azure/terraform-azurerm-avm-res-compute-virtualmachine/issues/39`,
      keptBy: "R222",
    },
    {
      code: "OperationNotAllowed",
      sense: "some extensions come and go with the scale set alone",
      source: list,
      notKept: "nobody published which extensions they are",
    },
    {
      code: "OperationNotAllowed",
      sense: "Azure upgrades images only with version 1.1 of Service Fabric's extension or later",
      source: `${github}/microsoft/service-fabric-issues/issues/1470`,
      notKept: "version 1.0 of that extension can no longer be chosen",
    },
    {
      code: undefined,
      sense: "the instances have ten models already",
      source: `${docs}/103472`,
      notKept: "it is a behaviour of the running region, models-in-use, and no rule",
    },
  ],
};
