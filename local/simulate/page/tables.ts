import { clockOf, type Figure } from "../figures";
import type { Recording } from "../record";
import { element, escaped } from "./markup";
import { colours } from "./picture";

/** Decisions of one setting that the page lists. */
const mostListed = 200;

/** The comparison: a line for each figure, a column for each setting. */
export function figureTable(figures: readonly Figure[], recordings: readonly Recording[]): string {
  const heads = recordings.map(({ declared }, index) =>
    element("th", { style: `color: ${colours[index]}`, scope: "col" }, `${index + 1}&ensp;${escaped(declared.title)}`),
  );
  const lines = figures.map(({ name, values }) =>
    element("tr", {}, element("th", { scope: "row" }, escaped(name)), ...values.map((value) => element("td", {}, escaped(value)))),
  );
  return element("table", { class: "figures" }, element("tr", {}, "<td></td>", ...heads), ...lines);
}

/** What one setting decided, and why. */
export function decisionTable({ declared, decisions, outcome }: Recording, index: number): string {
  const heading = element("h3", { style: `color: ${colours[index]}` }, `${index + 1}&ensp;${escaped(declared.title)}`);
  if (decisions.length === 0) {
    return `${heading}<p>Autoscale decided nothing: the number of instances stayed as it was.</p>`;
  }
  const lines = decisions.slice(0, mostListed).map(({ minute, from, to, reason }) => {
    const change = from === to ? `stays ${to}` : `${from} → ${to}`;
    const why = reason.replace(/^from .*?: /, "");
    const cells = [clockOf(minute + 1, outcome.minutes), change, why.charAt(0).toUpperCase() + why.slice(1)];
    return element("tr", {}, ...cells.map((cell) => element("td", {}, escaped(cell))));
  });
  const rest = decisions.length - lines.length;
  return (
    heading +
    element("table", { class: "decisions" }, "<tr><th>time</th><th>instances</th><th>reason</th></tr>", ...lines) +
    (rest > 0 ? `<p>And ${rest} more.</p>` : "")
  );
}
