import { clockOf, type Figure } from "./figures";
import type { Recording } from "./record";

/** Decisions of each setting that the terminal shows; the page has them all. */
const mostShown = 8;

/** The summary for a terminal. */
export function summary(title: string, recordings: readonly Recording[], figures: readonly Figure[]): string {
  return [
    `Load: ${title}`,
    "",
    ...recordings.map(({ declared }, index) => `(${index + 1}) ${declared.title}`),
    "",
    table(figures),
    ...recordings.map(decisions),
  ].join("\n");
}

function table(figures: readonly Figure[]): string {
  const header = { name: "", values: figures[0].values.map((_, index) => `(${index + 1})`) };
  const nameWidth = Math.max(...figures.map(({ name }) => name.length));
  const valueWidth = Math.max(...figures.flatMap(({ values }) => values.map((value) => value.length)));
  return [header, ...figures]
    .map(({ name, values }) => [name.padEnd(nameWidth), ...values.map((value) => value.padStart(valueWidth))].join("  "))
    .join("\n");
}

function decisions({ decisions, outcome }: Recording, index: number): string {
  const lines = decisions.slice(0, mostShown).map(({ minute, from, to, reason }) => {
    const change = from === to ? `stays ${to}` : `${from} → ${to}`;
    return `  ${clockOf(minute + 1, outcome.minutes)}  ${change.padEnd(8)}  ${reason.replace(/^from .*?: /, "")}`;
  });
  const rest = decisions.length - lines.length;
  return [
    "",
    `(${index + 1}) decisions${decisions.length === 0 ? ": none" : ""}`,
    ...lines,
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ].join("\n");
}
