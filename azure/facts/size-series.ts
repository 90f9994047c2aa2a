/** What Azure's documents say of a series of virtual machine sizes, apart from what its sizes give an instance. */
export interface SizeSeries {
  readonly name: string;
  /** The day on which the series retires, or did. */
  readonly retires?: string;
  /** Set where new machines of the series can no longer be created. */
  readonly isRetired?: true;
  /** The series to move to, as a list for a sentence. */
  readonly replacement?: string;
  /** The generations of images that the series boots; both where nothing is said. */
  readonly boots?: "generation 1" | "generation 2";
}

const sizes2028May = { retires: "2028-05-01", replacement: "Dasv6, Dsv6, Dasv5 or Dsv5" };
/** The guide names Bpsv2 too, whose processors are Arm64, so that the image would have to be another one. */
const sizesB = { retires: "2028-11-15", replacement: "Bsv2 or Basv2" };
const sizesF = { retires: "2028-11-15", replacement: "Falsv6, Dlsv6 or Dldsv5" };
const sizesL = "Lsv4, Lasv4 or Lsv3";

/**
 * The series, by the part of a size's name that follows `Standard_`. Retirements and replacements are from
 * https://learn.microsoft.com/azure/virtual-machines/sizes/retirement/retired-sizes-list and the guide that it names,
 * https://learn.microsoft.com/azure/virtual-machines/migration/sizes/d-ds-dv2-dsv2-ls-series-migration-guide (January 2026), generations from
 * there and from https://learn.microsoft.com/azure/virtual-machines/generation-2. A size that no pattern fits is taken as it is.
 */
const series: [pattern: RegExp, series: SizeSeries][] = [
  [/^B\d+(ls2?|ms|s)$/i, { name: "B (v1)", ...sizesB }],
  [/^A\d+m?_v2$/i, { name: "Av2", retires: "2028-11-15", replacement: "Bsv2, Basv2 or Dasv6", boots: "generation 1" }],
  [/^D\d+$/i, { name: "D", ...sizes2028May, boots: "generation 1" }],
  [/^DS\d+$/i, { name: "Ds", ...sizes2028May }],
  [/^D\d+i?_v2(_Promo)?$/i, { name: "Dv2", ...sizes2028May, boots: "generation 1" }],
  [/^DS\d+(-\d+)?i?_v2(_Promo)?$/i, { name: "Dsv2", ...sizes2028May }],
  [/^L\d+s$/i, { name: "Ls", retires: "2028-05-01", replacement: sizesL }],
  [/^L\d+s_v2$/i, { name: "Lsv2", retires: "2028-11-15", replacement: sizesL }],
  [/^F\d+$/i, { name: "F", ...sizesF, boots: "generation 1" }],
  [/^F\d+s$/i, { name: "Fs", ...sizesF }],
  [/^F\d+s_v2$/i, { name: "Fsv2", ...sizesF }],
  [/^GS?\d(-\d+)?$/i, { name: "G and Gs", retires: "2028-11-15", replacement: sizesL }],
  [/^M192id?m?s_v2$/i, { name: "isolated Msv2 and Mdsv2", retires: "2027-03-31" }],
  [/^NC\d+(r?s)_v3$/i, { name: "NCv3", retires: "2025-09-30", isRetired: true }],
  [/^NV\d+(s_v3|as_v4)$/i, { name: "NVv3 and NVv4", retires: "2026-09-30", isRetired: true, replacement: "NVads A10 v5 or NVads V710 v5" }],
  [/^[DE]\d+(-\d+)?i?_v3$/i, { name: "Dv3 and Ev3", boots: "generation 1" }],
  [/_v[67]$/i, { name: "v6 and v7", boots: "generation 2" }],
];

/** The series of a size such as `Standard_B1s`; undefined where nothing is said of it. */
export function seriesOf(size: string): SizeSeries | undefined {
  const name = nameOf(size);
  return series.find(([pattern]) => pattern.test(name))?.[1];
}

/**
 * True for the first B-series but for its three largest sizes, which alone have accelerated networking, for the Av2 series, and for sizes
 * of one vCPU in the D, Ds, F and Fs series
 * (https://learn.microsoft.com/azure/virtual-machines/sizes/general-purpose/bv1-series and the pages beside it).
 */
export function lacksAcceleratedNetworking(size: string): boolean {
  return /^(B[1248](ls2?|ms|s)|A\d+m?_v2|DS?1(_v2)?|F1s?)$/i.test(nameOf(size));
}

/**
 * True for a size with an Arm64 processor: there is a p among the letters after the number of processors
 * (https://learn.microsoft.com/azure/virtual-machines/vm-naming-conventions).
 */
export function hasArmProcessor(size: string): boolean {
  return /^[A-Z]+\d+(-\d+)?[a-z]*p[a-z]*(_|$)/.test(nameOf(size));
}

/**
 * True for a size of the H- and N-series with remote direct memory access: there is an r among its features
 * (https://learn.microsoft.com/azure/virtual-machines/setup-infiniband).
 */
export function hasFastNetwork(size: string): boolean {
  return /^[HN][A-Z]*\d+(-\d+)?[a-z]*r/.test(nameOf(size));
}

/** The part of a size's name that says something: `B1s` of `Standard_B1s`. */
export function nameOf(size: string): string {
  return /^Standard_(.+)$/i.exec(size)?.[1] ?? "";
}
