/**
 * The declarations as other files repeat them: `Pulumi.yaml` for the CLI, the README's table for people.
 */
import { declarations, settingKeys, type Declaration } from "../../src/settings/declarations";

/** The value of `config:` in `Pulumi.yaml`, as the CLI reads it. */
export function pulumiProjectConfig(): Record<string, unknown> {
  return Object.fromEntries(
    settingKeys.map((key) => {
      const { type, items, default: defaultValue, description }: Declaration = declarations[key];
      return [key, { type, ...(items && { items: { type: items } }), default: defaultValue, description }];
    }),
  );
}

/** The rows of the README's table of settings, with its head, in Markdown. */
export function markdownTable(): string {
  const rows = settingKeys.map((key) => {
    const { default: defaultValue, description }: Declaration = declarations[key];
    return `| \`${key}\` | ${showDefault(defaultValue)} | ${description.replaceAll("|", "\\|")} |`;
  });
  return ["| Setting | Default | Meaning |", "| --- | --- | --- |", ...rows].join("\n");
}

function showDefault(value: Declaration["default"]): string {
  if (value === "" || (Array.isArray(value) && value.length === 0)) {
    return "";
  }
  return `\`${Array.isArray(value) ? value.join(", ") : value}\``;
}
