import type { Behaviour } from "./behaviour";
import { Difference } from "./differences";

/** The behaviours of one resource type or service, under the name that the page shows. */
export interface Section {
  readonly title: string;
  readonly behaviours: readonly Behaviour[];
}

/** Renders `docs/fidelity.md`: what the local region does as Azure does, how well that is known, and what it does otherwise. */
export function renderPage(sections: readonly Section[], differences: readonly Difference[], notHeld: ReadonlyMap<string, string>): string {
  return [
    "# Fidelity",
    "",
    "Every behaviour of Azure that the local region has, how well it is known, where it is written down, and the test that proves",
    "it here. `make fidelity` writes this page from the code; `make test` fails while it is out of date.",
    "",
    "| grade | meaning |",
    "|---|---|",
    "| documented | a Microsoft document, or the description in Azure's API, says it |",
    "| source | published source code, of Microsoft's or of a provider that Microsoft maintains, does it |",
    "| observed | somebody saw Azure do it and published the answer |",
    "| assumed | nobody was found to have written it down; it follows from the rest |",
    "",
    "A code marked with * is assumed: the refusal is known, the code that ARM answers with is not. A warning lets the program go on.",
    "",
    ...sections.flatMap(renderSection),
    "## Rules of Azure that are not held",
    "",
    "| rule | why not |",
    "|---|---|",
    ...[...notHeld].map(([rule, reason]) => `| ${rule} | ${reason} |`),
    "",
    "## Known differences",
    "",
    "| on Azure | in the local region |",
    "|---|---|",
    ...differences.map(({ azure, here }) => `| ${azure} | ${here} |`),
    "",
  ].join("\n");
}

function renderSection({ title, behaviours }: Section): string[] {
  return [
    `## ${title}`,
    "",
    "| id | behaviour | answer, or what is left open | grade | source | proof |",
    "|---|---|---|---|---|---|",
    ...behaviours.map(renderBehaviour),
    "",
  ];
}

function renderBehaviour({ id, title, answer, grade, source, proof }: Behaviour): string {
  const name = proof.slice(proof.lastIndexOf("/") + 1);
  return `| ${id} | ${escapeCell(title)} | ${escapeCell(answer)} | ${grade} | ${sourceLink(source)} | [${name}](../${proof}) |`;
}

function sourceLink(source: string): string {
  const { hostname, pathname } = new URL(source);
  const last = pathname.replace(/\/$/, "").split("/").slice(-1)[0];
  const label = hostname === "github.com" ? githubLabel(pathname) : decodeURIComponent(last || hostname);
  return `[${escapeCell(label)}](${source})`;
}

/** `/Azure/azure-cli/issues/3986` is `azure-cli#3986`; a file is shown by its repository and its name. */
function githubLabel(pathname: string): string {
  const [, , repository, kind, number] = pathname.split("/");
  return kind === "issues" || kind === "pull" ? `${repository}#${number}` : `${repository}: ${pathname.split("/").slice(-1)[0]}`;
}

function escapeCell(text: string): string {
  return text.replace(/\|/g, "\\|");
}
