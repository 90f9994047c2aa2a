import { UNKNOWN, type Value } from "../../../../properties/value";
import type { RuleCases } from "../../../rules/cases";
import { edits, set, unknown } from "../../../rules/edits";
import { regionResource } from "../../../rules/fake-region";
import { imageId } from "../../../rules/valid/scale-set";

const storage = "virtualMachineProfile.storageProfile";
const controller = `${storage}.diskControllerType`;

const on = (size: string) => set("sku.name", `Standard_${size}`);
const ubuntu = (sku: string) =>
  set(`${storage}.imageReference`, { publisher: "Canonical", offer: "0001-com-ubuntu-server-jammy", sku, version: "latest" });
const fromGallery = (size: string) => edits(set(`${storage}.imageReference`, { id: imageId }), on(size));

/** The definition of the image of the valid scale set. */
function definition(features: Value) {
  const id = imageId.replace(/\/versions\/.*$/, "");
  return [regionResource("azure-native:compute:GalleryImage", id, { osType: "Linux", osState: "Generalized", features })];
}

const controllers = (value: string | typeof UNKNOWN) => definition([{ name: "DiskControllerTypes", value }]);

export const diskControllerCases: RuleCases[] = [
  {
    rule: "R401",
    refused: [
      { name: "NVMe on a size with SCSI alone", change: edits(on("D4ads_v5"), set(controller, "NVMe")), at: controller },
      { name: "SCSI on a size with NVMe alone", change: edits(on("D8s_v6"), set(controller, "SCSI")), at: controller },
    ],
    accepted: [
      { name: "NVMe on a size with both", change: edits(on("E8bs_v5"), set(controller, "NVMe")) },
      { name: "NVMe in other letters on a size with NVMe alone", change: edits(on("D8s_v6"), set(controller, "nvme")) },
      { name: "NVMe on a size of which it is not known", change: edits(on("L8s_v3"), set(controller, "NVMe")) },
      { name: "a controller that is not known yet", change: edits(on("D4ads_v5"), unknown(controller)) },
    ],
  },
  {
    rule: "R402",
    refused: [
      {
        name: "SCSI with an image of generation 1",
        change: edits(on("D2s_v5"), ubuntu("22_04-lts"), set(controller, "SCSI")),
        at: controller,
      },
    ],
    accepted: [
      { name: "SCSI with an image of generation 2", change: edits(on("D2s_v5"), ubuntu("22_04-lts-gen2"), set(controller, "SCSI")) },
      { name: "an image of generation 1 without a controller", change: edits(on("D2s_v5"), ubuntu("22_04-lts")) },
      {
        name: "a controller that is not known yet with generation 1",
        change: edits(on("D2s_v5"), ubuntu("22_04-lts"), unknown(controller)),
      },
    ],
  },
  {
    rule: "R403",
    refused: [
      {
        name: "a definition without features on a size with NVMe alone",
        change: fromGallery("D8s_v6"),
        others: definition([]),
        at: "sku.name",
      },
      {
        name: "a definition for SCSI on a size with NVMe alone",
        change: fromGallery("D8s_v6"),
        others: controllers("SCSI"),
        at: "sku.name",
      },
    ],
    accepted: [
      { name: "a definition for both", change: fromGallery("D8s_v6"), others: controllers("SCSI, NVMe") },
      { name: "a definition for SCSI on a size with both", change: fromGallery("E8bs_v5"), others: controllers("SCSI") },
      { name: "a definition for SCSI on a size with SCSI", change: fromGallery("D2s_v5"), others: controllers("SCSI") },
      { name: "controllers that are not known yet", change: fromGallery("D8s_v6"), others: controllers(UNKNOWN) },
      { name: "features that are not known yet", change: fromGallery("D8s_v6"), others: definition(UNKNOWN) },
      {
        name: "a feature whose name is not known yet",
        change: fromGallery("D8s_v6"),
        others: definition([{ name: UNKNOWN, value: "SCSI" }]),
      },
      { name: "an image that the region does not know", change: fromGallery("D8s_v6") },
    ],
  },
];
