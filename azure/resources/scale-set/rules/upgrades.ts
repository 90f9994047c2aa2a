import { isManagedImage } from "../../../facts/image-ids";
import { durationOutside } from "../../../rules/duration";
import { is, outside } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { imageId, isFlexible, isUniform, lacksHealthSource, overprovisions, serviceFabricExtensions, zoneCount } from "./model";
import { azurermScaleSetParts, designPage, orchestrationPage, restApi, restDefinition, rollingUpgradesPage } from "./sources";

const rolling = "upgradePolicy.rollingUpgradePolicy";
const automaticUpgrade = "upgradePolicy.automaticOSUpgradePolicy.enableAutomaticOSUpgrade";

/** Publishers with no image in https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-automatic-upgrade. */
const neverUpgraded = ["debian", "redhat", "suse", "oracle", "almalinux", "resf"];

/** How a new model reaches the instances that run. */
export const upgradeRules: Rule[] = [
  {
    id: "R33",
    title: "Only a scale set with zones upgrades across zones",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "source",
    source: azurermScaleSetParts,
    severity: "error",
    allowed: "false or nothing, unless the scale set has zones",
    *check(scaleSet) {
      const crossZone = scaleSet.at(`${rolling}.enableCrossZoneUpgrade`);
      if (crossZone.flag() === true && zoneCount(scaleSet) === 0) {
        yield crossZone;
      }
    },
  },
  {
    id: "R34",
    title: "An upgrade by new instances goes without overprovisioning",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "source",
    source: azurermScaleSetParts,
    severity: "error",
    allowed: "false or nothing, or true with overprovision false",
    because: "a Uniform scale set overprovisions unless overprovision is false",
    *check(scaleSet) {
      const maxSurge = scaleSet.at(`${rolling}.maxSurge`);
      if (maxSurge.flag() === true && overprovisions(scaleSet)) {
        yield maxSurge;
      }
    },
  },
  {
    id: "R35",
    title: "The percentages of a rolling upgrade have bounds",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: restDefinition,
    severity: "error",
    allowed: "5 to 100",
    *check(scaleSet) {
      const policy = scaleSet.at(rolling);
      yield* [policy.at("maxBatchInstancePercent"), policy.at("maxUnhealthyInstancePercent")].filter((percent) => outside(percent, 5, 100));
      if (outside(policy.at("maxUnhealthyUpgradedInstancePercent"), 0, 100)) {
        yield { at: policy.at("maxUnhealthyUpgradedInstancePercent"), allowed: "0 to 100" };
      }
    },
  },
  {
    id: "R35-batch",
    title: "A batch of a rolling upgrade is no larger than the part of the scale set that may be unhealthy",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "assumed",
    source: "https://learn.microsoft.com/dotnet/api/microsoft.azure.batch.rollingupgradepolicy",
    severity: "error",
    allowed: "at most maxUnhealthyInstancePercent",
    because: "the instances of a batch count as unhealthy while they are upgraded",
    *check(scaleSet) {
      const batch = scaleSet.at(`${rolling}.maxBatchInstancePercent`);
      const unhealthy = scaleSet.number(`${rolling}.maxUnhealthyInstancePercent`);
      if (unhealthy !== undefined && outside(batch, -Infinity, unhealthy)) {
        yield { at: batch, allowed: `at most ${unhealthy}, which is maxUnhealthyInstancePercent` };
      }
    },
  },
  {
    id: "R35-pause",
    title: "The pause between batches is a duration",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: restApi,
    severity: "error",
    allowed: "an ISO 8601 duration, such as PT30S",
    *check(scaleSet) {
      const pause = scaleSet.at(`${rolling}.pauseTimeBetweenBatches`);
      if (durationOutside(pause, { minimum: "PT0S", maximum: "P365D" })) {
        yield pause;
      }
    },
  },
  {
    id: "R36",
    title: "Only a Uniform scale set overprovisions",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: designPage,
    severity: "error",
    allowed: "false or nothing, unless orchestrationMode is Uniform",
    *check(scaleSet) {
      if (isFlexible(scaleSet) && scaleSet.flag("overprovision") === true) {
        yield scaleSet.at("overprovision");
      }
    },
  },
  {
    id: "R39",
    title: "Azure patches the instances of Flexible scale sets only",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: orchestrationPage,
    severity: "error",
    allowed: "ImageDefault or nothing, unless orchestrationMode is Flexible",
    because: "for Uniform scale sets it takes a preview feature that subscriptions do not get",
    *check(scaleSet) {
      const patchMode = scaleSet.at("virtualMachineProfile.osProfile.linuxConfiguration.patchSettings.patchMode");
      if (isUniform(scaleSet) && is(patchMode, "AutomaticByPlatform")) {
        yield patchMode;
      }
    },
  },
  {
    id: "R76",
    title: "A Flexible scale set has no automatic OS upgrade together with maxSurge",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-maxsurge",
    severity: "error",
    allowed: "false or nothing, or maxSurge false",
    *check(scaleSet) {
      if (isFlexible(scaleSet) && scaleSet.flag(automaticUpgrade) === true && scaleSet.flag(`${rolling}.maxSurge`) === true) {
        yield scaleSet.at(automaticUpgrade);
      }
    },
  },
  {
    id: "R76-latest",
    title: "Automatic OS upgrades follow an image without a version of its own",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/11398",
    severity: "error",
    allowed: "false or nothing, or an image reference with version latest, or with a gallery image's id without /versions/",
    because: "automatic OS upgrades move to the newest version, and a managed image or a pinned version has none",
    *check(scaleSet) {
      const id = imageId(scaleSet).text() ?? "";
      const version = scaleSet.at("virtualMachineProfile.storageProfile.imageReference.version");
      const pinned = isManagedImage(id) || /\/versions\/(?!latest$)/i.test(id) || (version.text() !== undefined && !is(version, "latest"));
      if (scaleSet.flag(automaticUpgrade) === true && pinned) {
        yield scaleSet.at(automaticUpgrade);
      }
    },
  },
  {
    id: "R296",
    title: "Azure upgrades the marketplace images of some publishers alone",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/39477",
    severity: "error",
    allowed: "false or nothing, or an image of Canonical's, of Windows Server or of Azure Linux, or of a gallery",
    *check(scaleSet) {
      const publisher = scaleSet.text("virtualMachineProfile.storageProfile.imageReference.publisher")?.toLowerCase();
      if (scaleSet.flag(automaticUpgrade) === true && publisher !== undefined && neverUpgraded.includes(publisher)) {
        yield { at: scaleSet.at(automaticUpgrade), because: `images of ${publisher} are not among those that Azure upgrades` };
      }
    },
  },
  {
    id: "R296-fabric",
    title: "Automatic OS upgrades need Service Fabric's extension of version 1.1, with a durability of Silver or more",
    code: "OperationNotAllowed",
    grade: "observed",
    source: "https://github.com/microsoft/service-fabric/issues/618",
    severity: "error",
    allowed: "false or nothing, or true with typeHandlerVersion 1.1 and settings.durabilityLevel Silver or Gold",
    *check(scaleSet) {
      const tooOld = serviceFabricExtensions(scaleSet).some(
        (node) => is(node.at("typeHandlerVersion"), "1.0") || is(node.at("settings.durabilityLevel"), "Bronze"),
      );
      if (scaleSet.flag(automaticUpgrade) === true && tooOld) {
        yield scaleSet.at(automaticUpgrade);
      }
    },
  },
  {
    id: "R76-health",
    title: "Automatic OS upgrades need a health extension or a health probe",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/Azure-Samples/open-source-labs/issues/46",
    severity: "error",
    allowed: "false or nothing, or true with an application health extension in virtualMachineProfile.extensionProfile",
    *check(scaleSet) {
      if (scaleSet.flag(automaticUpgrade) === true && lacksHealthSource(scaleSet)) {
        yield scaleSet.at(automaticUpgrade);
      }
    },
  },
  {
    id: "T5",
    title: "Automatic upgrades may take all instances down at once",
    code: "Warning",
    grade: "documented",
    source: "https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-upgrade-policy",
    severity: "warning",
    allowed: "Rolling, or Manual",
    because: "in this mode a change of the model reaches all instances in any order and may take all of them down at the same time",
    *check(scaleSet) {
      if (is(scaleSet.at("upgradePolicy.mode"), "Automatic")) {
        yield scaleSet.at("upgradePolicy.mode");
      }
    },
  },
  {
    id: "T6",
    title: "In a small scale set one unhealthy instance is more than the share that a rolling upgrade bears",
    code: "Warning",
    grade: "documented",
    source: rollingUpgradesPage,
    severity: "warning",
    allowed: "a share that one instance does not exceed",
    *check(scaleSet) {
      const instances = scaleSet.number("sku.capacity") ?? 0;
      const unhealthy = scaleSet.at(`${rolling}.maxUnhealthyInstancePercent`);
      const percent = unhealthy.absent ? 20 : unhealthy.number();
      const share = Math.ceil(100 / instances);
      if (is(scaleSet.at("upgradePolicy.mode"), "Rolling") && instances > 1 && percent !== undefined && percent < share && percent >= 5) {
        yield {
          at: unhealthy,
          allowed: `${share} to 100`,
          because: `one of ${instances} instances is ${share} % of them, more than the ${percent} % at which the upgrade stops`,
        };
      }
    },
  },
];
