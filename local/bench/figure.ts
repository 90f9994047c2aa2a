/** A measured figure beside what is aimed at. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  readonly target: string;
  readonly isMet: boolean;
}

/** @param unit With a space before it where one belongs there. */
export function atMost(what: string, value: number, most: number, unit = "", digits = 0): Figure {
  return { what, measured: `${value.toFixed(digits)}${unit}`, target: `at most ${most}${unit}`, isMet: value <= most };
}

export function atLeast(what: string, value: number, least: number, unit = "", digits = 0): Figure {
  return { what, measured: `${value.toFixed(digits)}${unit}`, target: `at least ${least}${unit}`, isMet: value >= least };
}

/** A line for each figure, in columns. */
export function table(figures: readonly Figure[]): string {
  const width = (column: "what" | "measured" | "target") => Math.max(...figures.map((figure) => figure[column].length));
  const [what, measured, target] = [width("what"), width("measured"), width("target")];
  return figures
    .map((figure) => {
      const verdict = figure.isMet ? "met" : "NOT MET";
      return `${figure.what.padEnd(what)}  ${figure.measured.padStart(measured)}   target: ${figure.target.padEnd(target)}  ${verdict}`;
    })
    .join("\n");
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
