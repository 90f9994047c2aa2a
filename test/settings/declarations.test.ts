import * as fs from "node:fs";
import * as path from "node:path";
import { load } from "js-yaml";
import { checkSettings } from "../../src/settings/check";
import { readFilesFrom } from "../../src/settings/files";
import { markdownTable, pulumiProjectConfig } from "../support/declarations-elsewhere";

const root = path.join(__dirname, "../..");
const read = (file: string) => fs.readFileSync(path.join(root, file), "utf8");

it("Pulumi.yaml declares the settings as the program does", () => {
  const project = load(read("Pulumi.yaml")) as { name: string; config: unknown };
  expect(project.name).toBe("web-tier");
  expect(project.config).toEqual(pulumiProjectConfig());
});

it("README.md has the table of the settings between its marks", () => {
  const [, table] = /<!-- settings -->\n([^]*)\n<!-- \/settings -->/.exec(read("README.md")) ?? [];
  expect(table?.trim()).toBe(markdownTable());
});

it("Pulumi.dev.yaml passes the check as it is, with nothing to warn of", () => {
  const { config } = load(read("Pulumi.dev.yaml")) as { config: Record<string, unknown> };
  const configuration = Object.entries(config).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]);
  expect(checkSettings(Object.fromEntries(configuration), readFilesFrom(root))).toMatchObject({ problems: [], warnings: [] });
});
