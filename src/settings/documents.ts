/**
 * The declarations as other files repeat them: `Pulumi.yaml` for the CLI, the README's table for people. `make settings` writes them.
 */
import { describe, type Declaration } from "./declaration";
import { declarations, settingKeys } from "./declarations";

/** A text with what a pattern finds in it replaced. */
type Rewrite = (text: string) => string;

/**
 * `Pulumi.yaml` of a project with its section `config` written anew.
 * @throws Error where it has no such section.
 */
export function withConfig(declared: Readonly<Record<string, Declaration>>): Rewrite {
  return (project) => replaceIn(project, /^config:\n(?:[ ].*\n)*/m, pulumiConfig(declared));
}

/**
 * `README.md` with the table of the settings written anew.
 * @throws Error where it has no marks around a table.
 */
export const withTable: Rewrite = (readme) =>
  replaceIn(readme, /(?<=<!-- settings -->\n\n)[^]*?(?=\n\n<!-- \/settings -->)/, markdownTable());

function replaceIn(text: string, pattern: RegExp, replacement: string): string {
  if (!pattern.test(text)) {
    throw new Error(`there is no place for the settings, which ${pattern} would find`);
  }
  // A function, since a text may have signs that stand for something in a replacement.
  return text.replace(pattern, () => replacement);
}

function pulumiConfig(declared: Readonly<Record<string, Declaration>>): string {
  const sections = Object.entries(declared).map(([key, declaration]) => {
    const { type, items, default: defaultValue } = declaration;
    return [
      `  ${key}:`,
      `    type: ${type}`,
      ...(items ? ["    items:", `      type: ${items}`] : []),
      `    default: ${inYaml(defaultValue)}`,
      `    description: ${inYaml(describe(declaration))}`,
    ].join("\n");
  });
  return `config:\n${sections.join("\n")}\n`;
}

/** As Prettier would have it: a list with spaces after its commas. */
function inYaml(value: Declaration["default"]): string {
  return Array.isArray(value) ? `[${value.map((item) => JSON.stringify(item)).join(", ")}]` : JSON.stringify(value);
}

function markdownTable(): string {
  const rows = settingKeys.map((key) => {
    const declaration: Declaration = declarations[key];
    return `| \`${key}\` | ${showDefault(declaration.default)} | ${describe(declaration).replaceAll("|", "\\|")} |`;
  });
  return ["| Setting | Default | Meaning |", "| --- | --- | --- |", ...rows].join("\n");
}

function showDefault(value: Declaration["default"]): string {
  const shown = typeof value === "object" ? Object.values(value).join(", ") : String(value);
  return shown === "" ? "" : `\`${shown}\``;
}
