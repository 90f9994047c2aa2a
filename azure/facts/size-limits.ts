/** What a virtual machine size gives an instance. */
export interface SizeLimits {
  readonly vCpus: number;
  /** Memory in GiB. */
  readonly memoryGiB: number;
  /** Set where the size is not known and the smallest one stands in: a sentence for the event log. */
  readonly note?: string;
}

const sizesPage = "https://learn.microsoft.com/azure/virtual-machines/sizes/overview";

/** The first B-series, whose memory follows no rule. */
const bv1: Record<string, [vCpus: number, memoryGiB: number]> = {
  B1ls: [1, 0.5],
  B1ls2: [1, 0.5],
  B1s: [1, 1],
  B1ms: [1, 2],
  B2s: [2, 4],
  B2ms: [2, 8],
  B4ms: [4, 16],
  B8ms: [8, 32],
  B12ms: [12, 48],
  B16ms: [16, 64],
  B20ms: [20, 80],
};

/** A series whose sizes are named after their vCPUs and have memory in proportion. */
interface Series {
  /** Finds the number of vCPUs in the part of the name that follows `Standard_`. */
  readonly name: RegExp;
  readonly vCpus: readonly number[];
  readonly memoryGiBPerVCpu: number;
}

const bv2 = [2, 4, 8, 16, 32];
const dv5 = [2, 4, 8, 16, 32, 48, 64, 96];

/**
 * From the pages of the Bsv2, Basv2, Dsv3, Dsv5, Dasv5, Dlsv5, Dsv6 and Av2 series below
 * https://learn.microsoft.com/azure/virtual-machines/sizes/general-purpose, read in November 2026.
 */
const series: readonly Series[] = [
  { name: /^B(\d+)a?ts_v2$/i, vCpus: [2], memoryGiBPerVCpu: 0.5 },
  { name: /^B(\d+)a?ls_v2$/i, vCpus: bv2, memoryGiBPerVCpu: 2 },
  { name: /^B(\d+)a?s_v2$/i, vCpus: bv2, memoryGiBPerVCpu: 4 },
  { name: /^D(\d+)s_v3$/i, vCpus: [2, 4, 8, 16, 32, 48, 64], memoryGiBPerVCpu: 4 },
  { name: /^D(\d+)a?s_v5$/i, vCpus: dv5, memoryGiBPerVCpu: 4 },
  { name: /^D(\d+)ls_v5$/i, vCpus: dv5, memoryGiBPerVCpu: 2 },
  { name: /^D(\d+)s_v6$/i, vCpus: [...dv5, 128, 192], memoryGiBPerVCpu: 4 },
  { name: /^A(\d+)_v2$/i, vCpus: [1, 2, 4, 8], memoryGiBPerVCpu: 2 },
  { name: /^A(\d+)m_v2$/i, vCpus: [2, 4, 8], memoryGiBPerVCpu: 8 },
];

/** The numbers of vCPUs that the sizes of a series have, for the name of a size that the series does not have; undefined for any other name. */
export function vCpuChoices(size: string): readonly number[] | undefined {
  const name = /^Standard_(.+)$/i.exec(size)?.[1] ?? "";
  return series.find(({ name: pattern, vCpus }) => pattern.test(name) && !vCpus.includes(Number(pattern.exec(name)?.[1])))?.vCpus;
}

/**
 * The vCPUs and memory of a size such as `Standard_B1s`, in any case.
 * An unknown size gets what `Standard_B1s` has, and a note that says so.
 */
export function sizeLimits(size: string): SizeLimits {
  const name = /^Standard_(.+)$/i.exec(size)?.[1] ?? "";
  const first = Object.keys(bv1).find((known) => known.toLowerCase() === name.toLowerCase());
  if (first !== undefined) {
    const [vCpus, memoryGiB] = bv1[first];
    return { vCpus, memoryGiB };
  }
  for (const { name: pattern, vCpus: known, memoryGiBPerVCpu } of series) {
    const vCpus = Number(pattern.exec(name)?.[1]);
    if (known.includes(vCpus)) {
      return { vCpus, memoryGiB: vCpus * memoryGiBPerVCpu };
    }
  }
  const note = `the local region does not know the size ${size} (see ${sizesPage}); the instance gets 1 vCPU and 1 GiB, as Standard_B1s has`;
  return { vCpus: 1, memoryGiB: 1, note };
}
