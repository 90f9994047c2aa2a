import * as fs from "node:fs";
import * as path from "node:path";
import { commandsOf, root } from "./commands";

const folder = path.join(root, ".github/workflows");
const workflow = (file: string) => fs.readFileSync(path.join(folder, file), "utf8");

it("sets up on its page every variable and secret that the workflows read", () => {
  const read = fs.readdirSync(folder).flatMap((file) => [...workflow(file).matchAll(/\b(?:vars|secrets)\.(\w+)/g)].map(([, name]) => name));
  const set = commandsOf("gh").flatMap(({ words: [, kind, verb, name] }) =>
    verb === "set" && (kind === "variable" || kind === "secret") ? [name] : [],
  );
  expect([...new Set(set)].sort()).toEqual([...new Set(read)].sort());
});

it("runs beside an identity only actions that are pinned by commit", () => {
  const actions = [...workflow("azure.yml").matchAll(/uses: (.+)/g)].map(([, action]) => action);
  expect(actions.length).toBeGreaterThan(0);
  expect(actions.filter((action) => !/@[0-9a-f]{40} # v\d/.test(action))).toEqual([]);
});

it("gives an identity to no job but those of azure.yml", () => {
  for (const file of fs.readdirSync(folder)) {
    const identities = workflow(file).match(/id-token: write/g) ?? [];
    const calls =
      workflow(file).match(/uses: \.\/\.github\/workflows\/azure\.yml\n {4}permissions:\n( {6}.*\n)*? {6}id-token: write/g) ?? [];
    expect({ file, calls: calls.length }).toEqual({ file, calls: identities.length });
  }
});
