import { edits, remove, set } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import type { Properties } from "../../../../properties/value";
import { inFlexible } from "../../../rules/valid/scale-set";

const storage = "virtualMachineProfile.storageProfile";
const dataDisks = `${storage}.dataDisks`;
const first = `${dataDisks}[0]`;
const ultraEnabled = set("additionalCapabilities.ultraSSDEnabled", true);

function dataDisk(lun: number, properties: Properties = {}): Properties {
  return { lun, createOption: "Empty", diskSizeGB: 64, managedDisk: { storageAccountType: "StandardSSD_LRS" }, ...properties };
}

function withDisks(count: number) {
  return set(
    dataDisks,
    Array.from({ length: count }, (_, lun) => dataDisk(lun)),
  );
}

function ofType(storageAccountType: string, properties: Properties = {}) {
  return set(dataDisks, [dataDisk(0, { managedDisk: { storageAccountType }, ...properties })]);
}

export const diskCases: RuleCases[] = [
  {
    rule: "R186",
    refused: [
      { name: "a name for a data disk", change: set(dataDisks, [dataDisk(0, { name: "data" })]), at: `${first}.name` },
      { name: "a name for the OS disk", change: set(`${storage}.osDisk.name`, "system"), at: `${storage}.osDisk.name` },
    ],
    accepted: [
      { name: "disks without names", change: withDisks(2) },
      {
        name: "a name in a Flexible set, whose instances are machines like others",
        change: edits(inFlexible, set(`${storage}.osDisk.name`, "system")),
      },
    ],
  },
  {
    rule: "R187",
    refused: [{ name: "two disks at LUN 1", change: set(dataDisks, [dataDisk(1), dataDisk(1)]), at: `${dataDisks}[1].lun` }],
    accepted: [{ name: "disks at LUN 0 and 1", change: withDisks(2) }],
  },
  {
    rule: "R188",
    refused: [
      { name: "5 data disks of a size with 2 vCPUs", change: withDisks(5), at: dataDisks },
      { name: "33 data disks of a large size", change: edits(set("sku.name", "Standard_D64s_v5"), withDisks(33)), at: dataDisks },
    ],
    accepted: [
      { name: "4 data disks of a size with 2 vCPUs", change: withDisks(4) },
      { name: "many data disks of a size that nobody knows", change: edits(set("sku.name", "Standard_Z1s_v9"), withDisks(40)) },
    ],
  },
  {
    rule: "R189",
    refused: [
      {
        name: "a premium data disk of Standard_F4",
        change: edits(set("sku.name", "Standard_F4"), ofType("Premium_LRS")),
        at: `${first}.managedDisk.storageAccountType`,
      },
      {
        name: "a premium OS disk of Standard_A2_v2",
        change: edits(set("sku.name", "Standard_A2_v2"), set(`${storage}.osDisk.managedDisk.storageAccountType`, "Premium_ZRS")),
        at: `${storage}.osDisk.managedDisk.storageAccountType`,
      },
    ],
    accepted: ["Standard_F4s", "Standard_DS2_v2", "Standard_D4as_v5", "Standard_M128", "Standard_B2ats_v2"].map((size) => ({
      name: `a premium disk of ${size}`,
      change: edits(set("sku.name", size), ofType("Premium_LRS")),
    })),
  },
  {
    rule: "R190",
    refused: [{ name: "an Ultra disk", change: ofType("UltraSSD_LRS"), at: `${first}.managedDisk.storageAccountType` }],
    accepted: [{ name: "an Ultra disk that is switched on", change: edits(ofType("UltraSSD_LRS"), ultraEnabled) }],
  },
  {
    rule: "R190-zone",
    refused: [
      {
        name: "Ultra disks in a regional set",
        change: edits(ultraEnabled, remove("zones"), remove("platformFaultDomainCount")),
        at: "additionalCapabilities.ultraSSDEnabled",
      },
    ],
    accepted: [
      { name: "Ultra disks in zones", change: ultraEnabled },
      {
        name: "Ultra disks in a region without zones",
        change: edits(ultraEnabled, remove("zones"), remove("platformFaultDomainCount"), set("location", "westus")),
      },
    ],
  },
  {
    rule: "R191",
    refused: [
      { name: "a cached Premium SSD v2", change: ofType("PremiumV2_LRS", { caching: "ReadOnly" }), at: `${first}.caching` },
      {
        name: "a cached Premium SSD v2 of 8 TiB",
        change: ofType("PremiumV2_LRS", { caching: "ReadOnly", diskSizeGB: 8192 }),
        at: `${first}.caching`,
      },
    ],
    accepted: [
      { name: "a Premium SSD v2 without a cache", change: ofType("PremiumV2_LRS", { caching: "None" }) },
      { name: "a cached Premium SSD", change: ofType("Premium_LRS", { caching: "ReadOnly" }) },
    ],
  },
  {
    rule: "R500",
    refused: [
      {
        name: "a cached disk of 4096 GB",
        change: ofType("StandardSSD_LRS", { diskSizeGB: 4096, caching: "ReadOnly" }),
        at: `${first}.caching`,
      },
    ],
    accepted: [
      { name: "a cached disk of 4095 GB", change: ofType("StandardSSD_LRS", { diskSizeGB: 4095, caching: "ReadOnly" }) },
      { name: "a disk of 4096 GB without a cache", change: ofType("StandardSSD_LRS", { diskSizeGB: 4096, caching: "None" }) },
      { name: "a disk of 4096 GB that says nothing of a cache", change: ofType("StandardSSD_LRS", { diskSizeGB: 4096 }) },
    ],
  },
  {
    rule: "R192",
    refused: [
      { name: "operations of a Premium SSD", change: ofType("Premium_LRS", { diskIOPSReadWrite: 5000 }), at: `${first}.diskIOPSReadWrite` },
      {
        name: "throughput of a Standard SSD",
        change: ofType("StandardSSD_LRS", { diskMBpsReadWrite: 100 }),
        at: `${first}.diskMBpsReadWrite`,
      },
    ],
    accepted: [{ name: "operations of a Premium SSD v2", change: ofType("PremiumV2_LRS", { diskIOPSReadWrite: 5000 }) }],
  },
  {
    rule: "R193",
    refused: [
      { name: "a disk that is attached", change: set(dataDisks, [dataDisk(0, { createOption: "Attach" })]), at: `${first}.createOption` },
    ],
    accepted: [{ name: "a disk that comes with the image", change: set(dataDisks, [{ lun: 0, createOption: "FromImage" }]) }],
  },
  {
    rule: "R196",
    refused: [
      { name: "an empty disk of no size", change: set(dataDisks, [{ lun: 0, createOption: "Empty" }]), at: `${first}.diskSizeGB` },
      { name: "32768 GB", change: set(dataDisks, [dataDisk(0, { diskSizeGB: 32_768 })]), at: `${first}.diskSizeGB` },
      { name: "0 GB", change: set(dataDisks, [dataDisk(0, { diskSizeGB: 0 })]), at: `${first}.diskSizeGB` },
    ],
    accepted: [
      { name: "32767 GB", change: set(dataDisks, [dataDisk(0, { diskSizeGB: 32_767 })]) },
      { name: "64 TiB as a Premium SSD v2", change: ofType("PremiumV2_LRS", { diskSizeGB: 65_536 }) },
    ],
  },
  {
    rule: "R316",
    refused: [{ name: "LUN 64", change: set(dataDisks, [dataDisk(64)]), at: `${first}.lun` }],
    accepted: [{ name: "LUN 63", change: set(dataDisks, [dataDisk(63)]) }],
  },
  {
    rule: "R318",
    refused: [
      {
        name: "a Premium SSD v2 without zones",
        change: edits(ofType("PremiumV2_LRS"), remove("zones"), remove("platformFaultDomainCount")),
        at: `${first}.managedDisk.storageAccountType`,
      },
    ],
    accepted: [
      { name: "a Premium SSD v2 in zones", change: ofType("PremiumV2_LRS") },
      {
        name: "a Premium SSD v2 where there are no zones",
        change: edits(ofType("PremiumV2_LRS"), remove("zones"), remove("platformFaultDomainCount"), set("location", "northcentralus")),
      },
    ],
  },
];
