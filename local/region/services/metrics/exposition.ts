import { prometheusHelp, prometheusLabel } from "../../foundation/escape";

/** Metrics with one name, in Prometheus's words a family. */
export interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: "gauge" | "counter";
  readonly samples: readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[];
}

/** What an answer with {@link renderExposition}'s text says that it is. */
export const expositionContentType = "text/plain; version=0.0.4; charset=utf-8";

/** Writes metrics in Prometheus's text format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/). */
export function renderExposition(families: readonly Family[]): string {
  return families
    .flatMap(familyLines)
    .map((line) => `${line}\n`)
    .join("");
}

function familyLines({ name, help, type, samples }: Family): string[] {
  return [
    `# HELP ${name} ${prometheusHelp(help)}`,
    `# TYPE ${name} ${type}`,
    ...samples.map(({ labels, value }) => `${name}${labelText(labels)} ${numberText(value)}`),
  ];
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}=${prometheusLabel(value)}`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

function numberText(value: number): string {
  return Number.isFinite(value) ? String(value) : Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
}
