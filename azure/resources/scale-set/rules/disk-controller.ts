import { diskControllersOf } from "../../../facts/disk-controllers";
import type { Rule } from "../../../rules/rule";
import { controllersOf } from "../../image/rules/gallery-image";
import { imageDefinition, imageGeneration, isKnown } from "./model";

const controller = "virtualMachineProfile.storageProfile.diskControllerType";

/** With what the disks of the instances are attached: SCSI, or the NVMe that took its place. */
export const diskControllerRules: Rule[] = [
  {
    id: "R401",
    title: "A disk controller is one that the size has",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/Azure/FederalAVD/issues/20",
    severity: "error",
    allowed: "nothing, or a disk controller of the size",
    *check(scaleSet) {
      const size = scaleSet.text("sku.name") ?? "";
      const given = scaleSet.at(controller);
      const has = diskControllersOf(size);
      const wanted = given.choice(["NVMe", "SCSI"]);
      if (wanted !== undefined && has !== undefined && !has.includes(wanted)) {
        yield { at: given, allowed: `nothing, or ${has.join(", ")}`, because: `${size} has no ${wanted} for disks` };
      }
    },
  },
  {
    id: "R402",
    title: "A disk controller is chosen with images of generation 2 alone",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/fortinet/azure-templates/issues/76",
    severity: "error",
    allowed: "nothing, or an image of generation 2",
    because: "the image is of generation 1",
    *check(scaleSet) {
      const given = scaleSet.at(controller);
      if (isKnown(given) && imageGeneration(scaleSet) === "generation 1") {
        yield given;
      }
    },
  },
  {
    id: "R403",
    title: "A size with NVMe alone needs an image whose definition says that it boots from NVMe",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/kubernetes-sigs/image-builder/pull/1875",
    severity: "error",
    allowed: "a size with SCSI, or a definition of the image with the feature DiskControllerTypes of SCSI, NVMe",
    *check(scaleSet, region) {
      const size = scaleSet.text("sku.name") ?? "";
      const definition = imageDefinition(scaleSet, region);
      const needsNvme = diskControllersOf(size)?.includes("SCSI") === false;
      if (needsNvme && definition !== undefined && controllersOf(definition)?.includes("nvme") === false) {
        yield { at: scaleSet.at("sku.name"), because: `${size} has NVMe alone, and the definition of the image names SCSI at most` };
      }
    },
  },
];
