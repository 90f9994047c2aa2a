import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { load } from "js-yaml";
import { commandsIn, commandsOf, root } from "../../../test/documentation/commands";
import { faults } from "../../../test/documentation/options";

/** The commands in a workflow's steps and in what it has azure.yml run. */
function commandsOfWorkflows() {
  const folder = path.join(root, ".github/workflows");
  return fs.readdirSync(folder).flatMap((file) =>
    scripts(load(fs.readFileSync(path.join(folder, file), "utf8")))
      .flatMap(commandsIn)
      .filter(([program]) => program === "pulumi")
      .map((words) => ({ page: file, words })),
  );
}

function scripts(value: unknown): string[] {
  if (typeof value !== "object" || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === "run" || key === "commands") && typeof inner === "string" ? [inner] : scripts(inner),
  );
}

const helps = new Map<string, string>();

/** The help of a command; that of a name that is none is the help of what contains it. */
function help(name: string): string {
  const known = helps.get(name) ?? spawnSync("pulumi", [...name.split(" "), "--help"], { encoding: "utf8" }).stdout;
  helps.set(name, known);
  return known;
}

function optionsOf(name: string): string | undefined {
  const text = help(name);
  const isCommand = new RegExp(`^ {2}pulumi ${name}( |$)`, "m").test(text.slice(text.indexOf("\nUsage:")));
  const options = [...text.matchAll(/^ +(?:(-\w), )?(--[\w-]+)/gm)].map(([, short, long]) => (short ? `${long}|${short}` : long));
  return isCommand ? options.join(" ") : undefined;
}

/** The options of pulumi itself come before the command: pulumi -C local preview. */
function afterOwnOptions([program, ...rest]: readonly string[]): string[] {
  return [program, ...(rest[0] === "-C" ? rest.slice(2) : rest)];
}

const found = [...commandsOf("pulumi"), ...commandsOfWorkflows()];

it.each(found.map(({ page, words }) => [`${page}: ${words.join(" ")}`, words] as const))("%s is a command of this CLI", (_, words) => {
  expect(faults(afterOwnOptions(words), optionsOf)).toEqual([]);
});

it.each([
  ["pulumi perview", "there is no"],
  ["pulumi preview --expect-no-change", "--expect-no-change is unknown"],
])("%s is none", (command, fault) => {
  expect(faults(command.split(" "), optionsOf)).toEqual([expect.stringContaining(fault)]);
});
