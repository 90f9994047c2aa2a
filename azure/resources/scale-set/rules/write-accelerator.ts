import { readSizeName } from "../../../facts/size-names";
import type { View } from "../../../properties/view";
import { is, isOneOf } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { disks } from "./disks";
import { isKnown } from "./model";

const acceleratorPage = "https://learn.microsoft.com/azure/virtual-machines/how-to-enable-write-accelerator";
const answers = "https://github.com/kubernetes/kubernetes/issues/82781";

/** Disks whose writes the host takes before they are on the disk. */
export const writeAcceleratorRules: Rule[] = [
  {
    id: "R194",
    title: "The write accelerator is for the M-series",
    code: "InvalidParameter",
    grade: "observed",
    source: answers,
    severity: "error",
    allowed: "false or nothing, or a size of the M-series",
    *check(scaleSet) {
      const family = readSizeName(scaleSet.text("sku.name") ?? "")?.family;
      if (family !== undefined && !family.startsWith("M")) {
        yield* acceleratedDisks(scaleSet).map((disk) => disk.at("writeAcceleratorEnabled"));
      }
    },
  },
  {
    id: "R194-premium",
    title: "The write accelerator is for Premium SSD",
    code: "InvalidParameter",
    grade: "observed",
    source: answers,
    severity: "error",
    allowed: "false or nothing, unless the disk is a Premium SSD",
    *check(scaleSet) {
      for (const disk of acceleratedDisks(scaleSet)) {
        const type = disk.at("managedDisk.storageAccountType");
        if (isKnown(type) && !isOneOf(type, ["Premium_LRS", "Premium_ZRS"])) {
          yield disk.at("writeAcceleratorEnabled");
        }
      }
    },
  },
  {
    id: "R194-caching",
    title: "An accelerated disk is not cached for writing",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: acceleratorPage,
    severity: "error",
    allowed: "None or ReadOnly, as the write accelerator is on",
    *check(scaleSet) {
      yield* acceleratedDisks(scaleSet)
        .map((disk) => disk.at("caching"))
        .filter((caching) => is(caching, "ReadWrite"));
    },
  },
];

function acceleratedDisks(scaleSet: View): View[] {
  return disks(scaleSet).filter((disk) => disk.flag("writeAcceleratorEnabled") === true);
}
