import type { KnownRefusal, RefusalNotKept } from "../../azure/fidelity/known-refusal";
import type { Grade } from "../../azure/rules/rule";
import type { Difference } from "./differences";

/** One behaviour of Azure that the local region has, as the page lists it. */
export interface Row {
  readonly id: string;
  readonly title: string;
  /** ARM's code for a refusal, or what happens. */
  readonly answer: string;
  readonly grade: Grade;
  readonly source: string;
  /** The test files that prove it, from the top of the repository. */
  readonly proofs: readonly string[];
}

/** The behaviours of one resource type or service, under the name that the page shows. */
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** What Azure is publicly known to refuse of one resource type, under the name that the page shows. */
export interface Refusals {
  readonly title: string;
  readonly refusals: readonly KnownRefusal[];
}

/** All that the page is made of. */
export interface Page {
  readonly sections: readonly Section[];
  readonly refusals: readonly Refusals[];
  readonly notHeld: ReadonlyMap<string, string>;
  readonly differences: readonly Difference[];
}

/** Renders `docs/fidelity.md`: what the local region does as Azure does, how well that is known, and what it does otherwise. */
export function renderPage({ sections, refusals, notHeld, differences }: Page): string {
  return [
    "# Fidelity",
    "",
    "Every behaviour of Azure that the local region has, how well it is known, where it is written down, and the tests that prove",
    "it here. `make fidelity` writes this page from the code and from what tests say that they prove; `make test` fails while it is",
    "out of date.",
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
    ...renderRefusals(refusals),
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

function renderSection({ title, rows }: Section): string[] {
  return [
    `## ${title}`,
    "",
    "| id | behaviour | answer, or what is left open | grade | source | proof |",
    "|---|---|---|---|---|---|",
    ...rows.map(renderRow),
    "",
  ];
}

function renderRefusals(refusals: readonly Refusals[]): string[] {
  const counted = refusals.map(({ title, refusals: known }) => ({
    title,
    known,
    notKept: known.flatMap((one) => ("notKept" in one ? [one] : [])),
  }));
  return [
    "## Refusals that are known",
    "",
    "What Azure's resource providers are publicly known to refuse: recorded answers, Microsoft's pages, issues, and the checks of clients.",
    "`azure/fidelity/known-refusals/` has them all, each with the rule that keeps it.",
    "",
    "| resource type | known | kept |",
    "|---|---|---|",
    ...counted.map(({ title, known, notKept }) => `| ${title} | ${known.length} | ${known.length - notKept.length} |`),
    "",
    "Those that are not kept:",
    "",
    "| resource type | Azure refuses that | with | source | why it is not kept |",
    "|---|---|---|---|---|",
    ...counted.flatMap(({ title, notKept }) => notKept.map((refusal) => renderNotKept(title, refusal))),
    "",
  ];
}

function renderNotKept(title: string, { sense, code, source, notKept }: RefusalNotKept): string {
  return `| ${title} | ${escapeCell(sense)} | ${code === undefined ? "" : `\`${code}\``} | ${sourceLink(source)} | ${escapeCell(notKept)} |`;
}

function renderRow({ id, title, answer, grade, source, proofs }: Row): string {
  const links = proofs.map((proof) => `[${proof.slice(proof.lastIndexOf("/") + 1)}](../${proof})`);
  return `| ${id} | ${escapeCell(title)} | ${escapeCell(answer)} | ${grade} | ${sourceLink(source)} | ${links.join(", ")} |`;
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
