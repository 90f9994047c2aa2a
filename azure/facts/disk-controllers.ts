import { readSizeName, type SizeName } from "./size-names";

/** What disks are attached with. */
export type DiskController = "NVMe" | "SCSI";

interface ControlledSeries {
  readonly family: RegExp;
  readonly features: RegExp;
  readonly versions: readonly number[];
  readonly controllers: readonly DiskController[];
}

/**
 * From https://learn.microsoft.com/azure/virtual-machines/nvme-overview and the questions beside it, read in November 2026: of the fifth
 * version, the sizes with a b alone have NVMe, and SCSI too; from the sixth on, there is NVMe alone. Arm's sizes are left out, since
 * the page says "typically".
 */
const controlledSeries: readonly ControlledSeries[] = [
  { family: /^(D|DS|E|F)$/, features: /^[^bp]*$/, versions: [1, 2, 3, 4, 5], controllers: ["SCSI"] },
  { family: /^E$/, features: /b/, versions: [5], controllers: ["SCSI", "NVMe"] },
  { family: /^[DEF]$/, features: /^[^p]*$/, versions: [6, 7], controllers: ["NVMe"] },
];

/** The disk controllers that a size has; undefined where they are not known. */
export function diskControllersOf(size: string): readonly DiskController[] | undefined {
  const name = readSizeName(size);
  return name && controlledSeries.find((candidate) => isOf(candidate, name))?.controllers;
}

function isOf({ family, features, versions }: ControlledSeries, name: SizeName): boolean {
  return family.test(name.family) && features.test(name.features) && versions.includes(name.version);
}
