/** What was measured of one program. */
export interface Result {
  readonly title: string;
  /** The median of its previews. */
  readonly seconds: number;
  /** The peak of its largest process. */
  readonly megabytes: number;
}

const mostOfEmpty = 1.4;
const leastOfPlain = 2.5;
const mostMegabytes = 230;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function table(results: readonly Result[]): string {
  const width = Math.max(...results.map(({ title }) => title.length));
  const lines = results.map(
    ({ title, seconds, megabytes }) =>
      `${title.padEnd(width)}  ${seconds.toFixed(2).padStart(6)} s  ${megabytes.toFixed(0).padStart(6)} MB`,
  );
  return [`${"preview of".padEnd(width)}    median      peak`, ...lines].join("\n");
}

/** The three targets of the tier, each with what was measured. */
export function verdicts(empty: Result, tier: Result, plain: Result): string {
  const toEmpty = tier.seconds / empty.seconds;
  const toPlain = plain.seconds / tier.seconds;
  return [
    verdict("time of (b) to (a)", toEmpty.toFixed(2), `at most ${mostOfEmpty}`, toEmpty <= mostOfEmpty),
    verdict("time of (c) to (b)", toPlain.toFixed(2), `at least ${leastOfPlain}`, toPlain >= leastOfPlain),
    verdict("largest process of (b)", `${tier.megabytes.toFixed(0)} MB`, `below ${mostMegabytes} MB`, tier.megabytes < mostMegabytes),
  ].join("\n");
}

function verdict(what: string, measured: string, target: string, isMet: boolean): string {
  return `${what.padEnd(24)} ${measured.padStart(8)}   target: ${target.padEnd(14)} ${isMet ? "met" : "NOT MET"}`;
}
