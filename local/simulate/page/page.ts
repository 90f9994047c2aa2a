import { type Figure, lengthOfMinutes } from "../figures";
import type { Load } from "../load";
import type { Recording } from "../record";
import { element, escaped } from "./markup";
import { picture } from "./picture";
import { columnsOf } from "./scales";
import { style } from "./style";
import { decisionTable, figureTable } from "./tables";

/** What a page shows, and what was assumed for it. */
export interface PageContent {
  readonly load: Load;
  readonly recordings: readonly Recording[];
  readonly figures: readonly Figure[];
  readonly bootSeconds: number;
  readonly capacity: number;
}

/** An HTML page that needs no other file. */
export function page(content: PageContent): string {
  const { load, recordings, figures } = content;
  const head = element(
    "head",
    {},
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    "<title>Autoscale, simulated</title>",
    `<style>${style}</style>`,
  );
  const body = element(
    "body",
    {},
    "<h1>Autoscale, simulated</h1>",
    element("p", { class: "lead" }, escaped(`Load: ${load.title}, over ${lengthOfMinutes(load.minutes)}`)),
    figureTable(figures, recordings),
    picture(load, recordings),
    "<h2>Decisions</h2>",
    ...recordings.map(decisionTable),
    element("footer", {}, ...model(content).map((paragraph) => element("p", {}, escaped(paragraph)))),
  );
  return `<!doctype html>\n${element("html", { lang: "en" }, head, body)}\n`;
}

/** What was simulated, and what was not. */
function model({ load, bootSeconds, capacity }: PageContent): string[] {
  const { minutesEach } = columnsOf(load.minutes);
  const columns = minutesEach === 1 ? [] : [`Each point of the picture is the highest of ${minutesEach} minutes.`];
  return [
    `The model: CPU = load ÷ (instances that serve × ${capacity} requests a second) × 100, and at most 100. A minute is over capacity when more than that was asked for. ` +
      `An instance serves ${bootSeconds} s after it was created and costs from its creation; the newest goes first. The first minute is Monday 00:00 UTC, with the default number of instances.`,
    "An instance of a size with CPU credits starts with those that Microsoft's tables give a new one, banks and spends by its CPU while it serves, and is held at what it has credits for.",
    "Decisions are those of the local region's autoscale engine, once a minute, by the behaviours that docs/fidelity.md lists with their grades. " +
      "The capacity of an instance, its boot time and the minute between two decisions are assumptions.",
    "Not in the model: requests that wait, fail or are repeated; the delay with which Azure gives metrics; load that falls unevenly; CPU of an instance while it boots; predictive autoscale; repairs, upgrades and zones. " +
      "Figures are for comparing settings, and promise nothing of Azure.",
    ...columns,
  ];
}
