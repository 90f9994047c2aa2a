import * as fs from "node:fs";
import * as path from "node:path";
import { commandsIn, commandsOf, pages, root, shellBlocks, type Command } from "./commands";
import { faults, type OptionsByCommand } from "./options";

/** Of the Azure CLI and of the GitHub CLI, neither of which is installed for the tests. */
const optionsOf: Record<string, OptionsByCommand> = { az: optionsIn("az-options.json"), gh: optionsIn("gh-options.json") };

function optionsIn(table: string): OptionsByCommand {
  const { options } = JSON.parse(fs.readFileSync(path.join(__dirname, table), "utf8")) as { options: Record<string, string> };
  return (name) => options[name];
}

const shown = ({ page, words }: Command) => `${page}: ${words.join(" ")}`;

describe("a command of a page", () => {
  const targets = new Set([...fs.readFileSync(path.join(root, "Makefile"), "utf8").matchAll(/^([a-z-]+):/gm)].map(([, target]) => target));

  it.each(commandsOf("make").map((command) => [shown(command), command] as const))("%s is a target of the Makefile", (_, { words }) => {
    const named = words.slice(1).filter((word) => !word.startsWith("-") && !word.includes("="));
    expect(named).not.toEqual([]);
    expect(named.filter((target) => !targets.has(target))).toEqual([]);
  });

  it.each([...commandsOf("az"), ...commandsOf("gh")].map((command) => [shown(command), command] as const))(
    "%s has what its program takes",
    (_, { words }) => {
      expect(faults(words, optionsOf[words[0]])).toEqual([]);
    },
  );
});

describe("a page that says what proves something", () => {
  const folders = ["test", "azure/test", "local/test"].flatMap((folder) =>
    fs.readdirSync(path.join(root, folder), { recursive: true }).map((file) => `${folder}/${file}`),
  );
  const tests = folders.filter((file) => file.endsWith(".test.ts"));
  const named = pages.flatMap((page) =>
    [...fs.readFileSync(path.join(root, page), "utf8").matchAll(/`make test ONLY=([^`]+)`/g)].map(([, only]) => [page, only] as const),
  );

  it.each(named)("%s names tests that there are: %s", (_, only) => {
    expect(tests.some((file) => file.includes(only))).toBe(true);
  });
});

describe("commands are read from pages", () => {
  it("fenced as sh or indented, and nothing else", () => {
    expect(shellBlocks("a\n\n```sh\nmake up\n```\n\n```ts\nno();\n```\n\n    make down\n    make clean\n\nb\n")).toEqual([
      "make up",
      "make down\nmake clean\n\n",
    ]);
  });

  it.each([
    ["over several lines", "az group create \\\n  --name a", [["az", "group", "create", "--name", "a"]]],
    [
      "with comments",
      "make up # starts\n# all\nmake down",
      [
        ["make", "up"],
        ["make", "down"],
      ],
    ],
    [
      "one inside another",
      'a=$(az account show)\ngh api "x/$(az b)/y"',
      [
        ["az", "account", "show"],
        ["az", "b"],
        ["gh", "api", "x/$(…)/y"],
      ],
    ],
    ["with quotes", "pulumi config set 'a[0]' \"b c\"", [["pulumi", "config", "set", "a[0]", "b c"]]],
    [
      "with a here document",
      "gh api --input - <<EOF\n{ $(gh api user) }\nEOF\nmake up",
      [
        ["gh", "api", "--input", "-"],
        ["gh", "api", "user"],
        ["make", "up"],
      ],
    ],
    [
      "with variables before them",
      "A=1 make up && export B=$(az c)",
      [
        ["make", "up"],
        ["az", "c"],
      ],
    ],
  ])("%s", (_, script, commands) => {
    expect(commandsIn(script)).toEqual(commands);
  });
});

describe("a command with a fault is told", () => {
  it.each([
    ["az group make --name a", 'there is no "az group make"'],
    ["az group create --name a", "--location is missing"],
    ["az group create --name a --location b --zone 1", "--zone is unknown"],
    ["gh variable set A --text b", "--text is unknown"],
  ])("%s", (command, fault) => {
    const words = command.split(" ");
    expect(faults(words, optionsOf[words[0]])).toEqual([expect.stringContaining(fault)]);
  });
});
