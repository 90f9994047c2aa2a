import { readSizeName } from "./size-names";
import { nameOf } from "./size-series";

/**
 * True for a text that is made as the names of sizes are (https://learn.microsoft.com/azure/virtual-machines/vm-naming-conventions): nothing
 * but an underscore stands before the version, so that `Standard_DS2v2` is none.
 */
export function isSizeName(text: string): boolean {
  return /^(Standard|Basic)_[A-Z]{1,4}\d+(-\d+)?(ls2|[a-z]*)(_[a-z0-9]+)*$/i.test(text);
}

/** The series with local memory encryption, from https://learn.microsoft.com/azure/confidential-computing/virtual-machine-options. */
export function isConfidentialSize(size: string): boolean {
  return /^((DC|EC)\d+(-\d+)?(a|e|i)[a-z]*(_cc)?_v[5-9]|NCC\d+ads_H100_v5)$/i.test(nameOf(size));
}

/**
 * The sizes of the first two generations without premium disks, none of which has encryption at host
 * (https://learn.microsoft.com/azure/virtual-machines/disks-enable-host-based-encryption-powershell tells how to list those that do).
 */
export function lacksHostEncryption(size: string): boolean {
  return /^(A\d+m?(_v2)?|D\d+(_v2)?(_Promo)?|G\d)$/i.test(nameOf(size));
}

/** The most network interfaces by vCPUs, from the pages of the series below https://learn.microsoft.com/azure/virtual-machines/sizes/overview. */
const interfacesOfV3: Readonly<Record<number, number>> = { 1: 2, 2: 2, 4: 2, 8: 4, 16: 8, 32: 8, 48: 8, 64: 8, 96: 8 };
const interfacesOfSeries: readonly {
  family: string;
  features: RegExp;
  versions: readonly number[];
  most: Readonly<Record<number, number>>;
}[] = [
  { family: "D", features: /^a?d?s?$/, versions: [3, 4, 5], most: interfacesOfV3 },
  { family: "E", features: /^a?d?s?$/, versions: [3, 4, 5], most: interfacesOfV3 },
  { family: "F", features: /^s$/, versions: [2], most: { 2: 2, 4: 2, 8: 4, 16: 4, 32: 8, 48: 8, 64: 8, 72: 8 } },
];

/** The most network interfaces of a size; undefined where it is not known. */
export function maximumNetworkInterfaces(size: string): number | undefined {
  const name = readSizeName(size);
  const series = interfacesOfSeries.find(
    ({ family, features, versions }) => name?.family === family && features.test(name.features) && versions.includes(name.version),
  );
  return name && series?.most[name.vCpus];
}
