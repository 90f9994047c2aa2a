import { readSizeName, type SizeName } from "./size-names";

/**
 * The families of which some sizes take premium disks and others do not; those that do have an s among their features, and the others are
 * told apart by its absence (https://learn.microsoft.com/azure/virtual-machines/vm-naming-conventions).
 */
const mixedFamilies = new Set(["A", "D", "E", "F", "G", "H", "NC", "NV"]);

/** True for a size that is known to take no premium disks, such as `Standard_F4`. */
export function lacksPremiumDisks(size: string): boolean {
  const name = readSizeName(size);
  return name !== undefined && mixedFamilies.has(name.family) && !name.features.includes("s");
}

/** The versions of the families whose sizes take two data disks for each vCPU, and no more than 32, from the pages of the series. */
const twoDisksForEach: Readonly<Record<string, readonly number[]>> = { A: [2], B: [2], D: [3, 4, 5], E: [3, 4, 5], F: [2] };

/** The most data disks of a size (https://learn.microsoft.com/azure/virtual-machines/sizes/overview); undefined where it is not known. */
export function maximumDataDisks(size: string): number | undefined {
  const name = readSizeName(size);
  return name !== undefined && twoDisksForEach[name.family]?.includes(name.version) && name.vCpus <= 96
    ? Math.min(32, 2 * name.vCpus)
    : undefined;
}

/** Where the operating system disk of an instance can lie that is on no remote disk. */
export type Placement = "CacheDisk" | "ResourceDisk" | "NvmeDisk";

/** The local storage of a size in GiB, by what it is; empty for a size that has none. */
export type LocalStorage = Readonly<Partial<Record<Placement, number>>>;

interface LocalSeries {
  readonly family: RegExp;
  readonly features: RegExp;
  readonly versions: readonly number[];
  readonly storage: (vCpus: number) => LocalStorage;
}

/**
 * From the pages of the series below https://learn.microsoft.com/azure/virtual-machines/sizes/overview, read in November 2026: cache and
 * temporary storage of the Dsv3, Esv3 and Fsv2 series, temporary storage of those with a d, and the NVMe disks that took its place. Sizes
 * without an s keep no disks in their cache (https://github.com/microsoft/lisa/pull/2289).
 * Since the fourth version, sizes without a d have none, but for those of AMD's in that version.
 */
const localSeries: readonly LocalSeries[] = [
  { family: /^D$/, features: /^s$/, versions: [3], storage: (vCpus) => ({ CacheDisk: 25 * vCpus, ResourceDisk: 8 * vCpus }) },
  { family: /^F$/, features: /^s$/, versions: [2], storage: (vCpus) => ({ CacheDisk: 16 * vCpus, ResourceDisk: 8 * vCpus }) },
  { family: /^[DE]$/, features: /^ds$/, versions: [4], storage: (vCpus) => ({ CacheDisk: 25 * vCpus, ResourceDisk: 37.5 * vCpus }) },
  { family: /^[DE]$/, features: /^d$/, versions: [4], storage: (vCpus) => ({ ResourceDisk: 37.5 * vCpus }) },
  { family: /^[DE]$/, features: /^(a|l|b)?ds$/, versions: [5], storage: (vCpus) => ({ ResourceDisk: 37.5 * vCpus }) },
  { family: /^[DE]$/, features: /^a?l?ds$/, versions: [6], storage: (vCpus) => ({ NvmeDisk: 55 * vCpus }) },
  { family: /^[DE]$/, features: /^l?s$/, versions: [4], storage: () => ({}) },
  { family: /^[DEF]$/, features: /^[^d]*s$/, versions: [5, 6], storage: () => ({}) },
  { family: /^B$/, features: /s$/, versions: [2], storage: () => ({}) },
];

/** The local storage that an ephemeral operating system disk can lie on; undefined where nothing is known of the size. */
export function localStorageOf(size: string): LocalStorage | undefined {
  const name = readSizeName(size);
  const series = name && localSeries.find((candidate) => isOf(candidate, name));
  // The largest sizes have less for each vCPU.
  return name && series && name.vCpus <= 64 ? series.storage(name.vCpus) : undefined;
}

function isOf({ family, features, versions }: LocalSeries, name: SizeName): boolean {
  return family.test(name.family) && features.test(name.features) && versions.includes(name.version);
}
