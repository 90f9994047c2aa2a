/** The largest size in GiB of a tier of disks, and the operations a second that it allows. */
type Tier = readonly [sizeGiB: number, operationsPerSecond: number];

/** An operating system disk has 4 TiB at most (https://learn.microsoft.com/azure/virtual-machines/managed-disks-overview), so larger tiers are left out. */
const premiumTiers: readonly Tier[] = [
  [32, 120],
  [64, 240],
  [128, 500],
  [256, 1100],
  [512, 2300],
  [1024, 5000],
  [4096, 7500],
];

/** What a standard disk of any size up to 4 TiB allows, HDD or SSD. */
const standardOperations = 500;

/** The size of the disk where none is declared: that of the Linux images of the marketplace, in GiB. */
const usualSizeGiB = 30;

/**
 * The operations a second that a managed operating system disk allows, without bursting
 * (https://learn.microsoft.com/azure/virtual-machines/disks-types, read in November 2026).
 * @param storageAccountType Such as `StandardSSD_LRS`, in any case; one that is not known, or undefined, counts as standard.
 */
export function osDiskOperationsPerSecond(storageAccountType: string | undefined, sizeGiB: number = usualSizeGiB): number {
  if (!/^Premium_/i.test(storageAccountType ?? "")) {
    return standardOperations;
  }
  const [, operations] = premiumTiers.find(([largest]) => sizeGiB <= largest) ?? premiumTiers[premiumTiers.length - 1];
  return operations;
}
