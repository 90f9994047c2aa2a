import type { Properties } from "../../../../properties/value";
import type { RuleCases } from "../../../rules/cases";
import { edits, nothing, set } from "../../../rules/edits";

const storage = "virtualMachineProfile.storageProfile";
const first = `${storage}.dataDisks[0]`;

/** A data disk that is accelerated, of a size that has the accelerator. */
function accelerated(properties: Properties = {}, size = "Standard_M64s") {
  const disk = { lun: 0, createOption: "Empty", diskSizeGB: 64, managedDisk: { storageAccountType: "Premium_LRS" } };
  return edits(set("sku.name", size), set(`${storage}.dataDisks`, [{ ...disk, writeAcceleratorEnabled: true, ...properties }]));
}

export const writeAcceleratorCases: RuleCases[] = [
  {
    rule: "R194",
    refused: [
      {
        name: "an accelerated disk of a D-series size",
        change: accelerated({}, "Standard_D2s_v5"),
        at: `${first}.writeAcceleratorEnabled`,
      },
    ],
    accepted: [
      { name: "an accelerated disk of an M-series size", change: accelerated() },
      { name: "no accelerated disk", change: nothing },
    ],
  },
  {
    rule: "R194-premium",
    refused: [
      {
        name: "an accelerated Standard SSD",
        change: accelerated({ managedDisk: { storageAccountType: "StandardSSD_LRS" } }),
        at: `${first}.writeAcceleratorEnabled`,
      },
      {
        name: "an accelerated OS disk on a Standard SSD",
        change: edits(
          set("sku.name", "Standard_M64s"),
          set(`${storage}.osDisk.caching`, "None"),
          set(`${storage}.osDisk.writeAcceleratorEnabled`, true),
        ),
        at: `${storage}.osDisk.writeAcceleratorEnabled`,
      },
    ],
    accepted: [{ name: "an accelerated disk whose type Azure chooses", change: accelerated({ managedDisk: {} }) }],
  },
  {
    rule: "R194-caching",
    refused: [
      { name: "an accelerated disk that is cached for writing", change: accelerated({ caching: "ReadWrite" }), at: `${first}.caching` },
    ],
    accepted: [{ name: "an accelerated disk that is cached for reading", change: accelerated({ caching: "ReadOnly" }) }],
  },
];
