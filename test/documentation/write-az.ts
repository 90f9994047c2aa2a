import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { commandsOf } from "./commands";

/**
 * Writes az-options.json: the options of each az command on our pages, as the Azure CLI's own help has them. It takes az from the PATH;
 * `pip install azure-cli` brings it. Tests read the table, as the Azure CLI itself is too large to install for each of them.
 */
const names = new Set(commandsOf("az").map(({ words }) => words.slice(1, words.findIndex((word) => word.startsWith("-")) >>> 0).join(" ")));
const { "azure-cli": version } = JSON.parse(az(["version", "--output", "json"]));
const options = Object.fromEntries([...names].sort().map((name) => [name, optionsIn(az([...name.split(" "), "--help"]))]));
const table = { source: `the help of azure-cli ${version}, by test/documentation/write-az.ts`, options };
fs.writeFileSync(path.join(__dirname, "az-options.json"), `${JSON.stringify(table, undefined, 2)}\n`);

function az(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync("az", args, { encoding: "utf8" });
  if (status !== 0) {
    throw new Error(`az ${args.join(" ")} failed: ${stderr}`);
  }
  return stdout;
}

/** In the help an option's line has its names, perhaps "[Required]", a colon and the text. */
function optionsIn(help: string): string {
  const lines = [...help.matchAll(/^ {4}(-[-\w ]+?)( \[Required\])?(?: \[\w+\])* *:/gm)];
  return lines.map(([, aliases, required]) => aliases.trim().split(/ +/).join("|") + (required ? "!" : "")).join(" ");
}
