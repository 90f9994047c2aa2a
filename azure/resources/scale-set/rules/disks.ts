import { hasAvailabilityZones } from "../../../facts/regions";
import { lacksPremiumDisks, maximumDataDisks } from "../../../facts/size-disks";
import type { View } from "../../../properties/view";
import { is, isOneOf, outside, repeated } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { isKnown, isUniform, zoneCount } from "./model";
import { azurermScaleSetParts, errorMessages, restApi } from "./sources";

const storage = "virtualMachineProfile.storageProfile";
const diskTypesPage = "https://learn.microsoft.com/azure/virtual-machines/disks-types";
const premiumTypes = ["Premium_LRS", "Premium_ZRS", "PremiumV2_LRS"];
const tunableTypes = ["UltraSSD_LRS", "PremiumV2_LRS"];

/** The disks of the instances, against each other and against the size. */
export const diskRules: Rule[] = [
  {
    id: "R186",
    title: "Azure names the disks of the instances",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/Azure/azure-quickstart-templates/issues/6454",
    severity: "error",
    allowed: "nothing; Azure names the disks of a scale set's instances",
    *check(scaleSet) {
      if (isUniform(scaleSet)) {
        yield* disks(scaleSet)
          .map((disk) => disk.at("name"))
          .filter(isKnown);
      }
    },
  },
  {
    id: "R187",
    title: "Each data disk has a LUN of its own",
    code: "InvalidParameter",
    grade: "documented",
    source: errorMessages,
    severity: "error",
    allowed: "a number that no other data disk has",
    *check(scaleSet) {
      yield* repeated(dataDisks(scaleSet), (disk) => disk.number("lun")?.toString()).map((disk) => disk.at("lun"));
    },
  },
  {
    id: "R316",
    title: "A LUN is a number from 0 to 63",
    code: "InvalidParameter",
    grade: "documented",
    source: errorMessages,
    severity: "error",
    allowed: "0 to 63",
    *check(scaleSet) {
      yield* dataDisks(scaleSet)
        .map((disk) => disk.at("lun"))
        .filter((lun) => outside(lun, 0, 63));
    },
  },
  {
    id: "R188",
    title: "An instance has as many data disks as its size takes",
    code: "OperationNotAllowed",
    grade: "documented",
    source: errorMessages,
    severity: "error",
    allowed: "fewer data disks, or a larger size",
    *check(scaleSet) {
      const size = scaleSet.text("sku.name") ?? "";
      const most = maximumDataDisks(size);
      if (most !== undefined && dataDisks(scaleSet).length > most) {
        yield { at: scaleSet.at(`${storage}.dataDisks`), allowed: `at most ${most} data disks`, because: `${size} takes no more` };
      }
    },
  },
  {
    id: "R189",
    title: "Premium disks need a size that takes them",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/google/cloud-forensics-utils/issues/488",
    severity: "error",
    allowed: "StandardSSD_LRS, StandardSSD_ZRS or Standard_LRS, or a size with an s among its features",
    *check(scaleSet) {
      const size = scaleSet.text("sku.name") ?? "";
      for (const type of diskTypes(disks(scaleSet))) {
        if (lacksPremiumDisks(size) && isOneOf(type, premiumTypes)) {
          yield { at: type, because: `${size} takes no premium disks` };
        }
      }
    },
  },
  {
    id: "R190",
    title: "Ultra disks are switched on for the scale set",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/ansible-collections/azure/issues/1356",
    severity: "error",
    allowed: "another type, or additionalCapabilities.ultraSSDEnabled true",
    *check(scaleSet) {
      const enabled = scaleSet.at("additionalCapabilities.ultraSSDEnabled");
      if (enabled.absent || enabled.flag() === false) {
        yield* diskTypes(dataDisks(scaleSet)).filter((type) => is(type, "UltraSSD_LRS"));
      }
    },
  },
  {
    id: "R190-zone",
    title: "Ultra disks are for scale sets in availability zones",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/pull/5597",
    severity: "error",
    allowed: "false or nothing, or zones for the scale set",
    *check(scaleSet) {
      const enabled = scaleSet.at("additionalCapabilities.ultraSSDEnabled");
      if (enabled.flag() === true && zoneCount(scaleSet) === 0 && hasAvailabilityZones(scaleSet.text("location") ?? "")) {
        yield enabled;
      }
    },
  },
  {
    id: "R318",
    title: "Premium SSD v2 is for scale sets in availability zones, where a region has them",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: diskTypesPage,
    severity: "error",
    allowed: "another type, or zones for the scale set",
    *check(scaleSet) {
      if (zoneCount(scaleSet) === 0 && hasAvailabilityZones(scaleSet.text("location") ?? "")) {
        yield* diskTypes(dataDisks(scaleSet)).filter((type) => is(type, "PremiumV2_LRS"));
      }
    },
  },
  {
    id: "R191",
    title: "Ultra disks and Premium SSD v2 are not cached",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/83535",
    severity: "error",
    allowed: "None",
    because: "Ultra disks and Premium SSD v2 have no host caching",
    *check(scaleSet) {
      yield* dataDisks(scaleSet)
        .filter(isTunable)
        .map((disk) => disk.at("caching"))
        .filter(isCache);
    },
  },
  {
    id: "R500",
    title: "Data disks of more than 4095 GB are not cached",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/kubernetes-sigs/azuredisk-csi-driver/issues/3072",
    severity: "error",
    allowed: "None",
    because: "the disk has more than 4095 GB",
    *check(scaleSet) {
      yield* dataDisks(scaleSet)
        .filter((disk) => (disk.at("diskSizeGB").number() ?? 0) > 4095 && !isTunable(disk))
        .map((disk) => disk.at("caching"))
        .filter(isCache);
    },
  },
  {
    id: "R192",
    title: "Operations and throughput are chosen for Ultra disks and Premium SSD v2 alone",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "source",
    source: azurermScaleSetParts,
    severity: "error",
    allowed: "nothing, unless storageAccountType is UltraSSD_LRS or PremiumV2_LRS",
    *check(scaleSet) {
      for (const disk of dataDisks(scaleSet)) {
        const type = disk.at("managedDisk.storageAccountType");
        if (!type.unknown && !isOneOf(type, tunableTypes)) {
          yield* ["diskIOPSReadWrite", "diskMBpsReadWrite"].map((name) => disk.at(name)).filter(isKnown);
        }
      }
    },
  },
  {
    id: "R193",
    title: "A data disk begins empty or comes with the image",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/Azure/bicep/issues/9718",
    severity: "error",
    allowed: "Empty or FromImage",
    because: "instances come and go with their disks",
    *check(scaleSet) {
      yield* dataDisks(scaleSet)
        .map((disk) => disk.at("createOption"))
        .filter((option) => option.text() !== undefined && !isOneOf(option, ["Empty", "FromImage"]));
    },
  },
  {
    id: "R196",
    title: "An empty data disk has a size, of at most 32 TiB, or 64 TiB as an Ultra disk or Premium SSD v2",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: restApi,
    severity: "error",
    allowed: "1 to 32767",
    *check(scaleSet) {
      for (const disk of dataDisks(scaleSet)) {
        const size = disk.at("diskSizeGB");
        const type = disk.at("managedDisk.storageAccountType");
        const most = type.unknown || isOneOf(type, tunableTypes) ? 65_536 : 32_767;
        if (outside(size, 1, most) || (size.absent && is(disk.at("createOption"), "Empty"))) {
          yield { at: size, allowed: `1 to ${most}` };
        }
      }
    },
  },
];

export function dataDisks(scaleSet: View): View[] {
  return scaleSet.list(`${storage}.dataDisks`);
}

/** The disk of the operating system first. */
export function disks(scaleSet: View): View[] {
  return [scaleSet.at(`${storage}.osDisk`), ...dataDisks(scaleSet)];
}

function diskTypes(of: readonly View[]): View[] {
  return of.map((disk) => disk.at("managedDisk.storageAccountType"));
}

function isTunable(disk: View): boolean {
  return isOneOf(disk.at("managedDisk.storageAccountType"), tunableTypes);
}

function isCache(caching: View): boolean {
  return isOneOf(caching, ["ReadOnly", "ReadWrite"]);
}
