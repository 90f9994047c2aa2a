import type { View } from "../../../properties/view";
import { repeated, sameText } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { extensions } from "./model";

const sequencingPage = "https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-extension-sequencing";

/** The names of the extensions, and the order in which they are installed, which is not that of the list. */
export const extensionOrderRules: Rule[] = [
  {
    id: "R221",
    title: "The extensions of a scale set have different names",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/15359",
    severity: "error",
    allowed: "a name that no other extension has",
    *check(scaleSet) {
      yield* repeated(extensions(scaleSet), (extension) => extension.text("name")?.toLowerCase()).map((extension) => extension.at("name"));
    },
  },
  {
    id: "R222",
    title: "An extension waits for extensions that the scale set has",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/Azure/terraform-azurerm-avm-res-compute-virtualmachine/issues/39",
    severity: "error",
    allowed: "the names of other extensions of the scale set",
    *check(scaleSet) {
      const all = extensions(scaleSet);
      const names = all.map((extension) => extension.text("name"));
      if (all.some((extension) => extension.unknown || extension.at("name").unknown)) {
        return;
      }
      for (const awaited of all.flatMap((extension) => extension.list("provisionAfterExtensions"))) {
        if (awaited.text() !== undefined && !names.some((name) => sameText(name, awaited.text()))) {
          yield awaited;
        }
      }
    },
  },
  {
    id: "R222-circle",
    title: "Extensions do not wait for each other",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "documented",
    source: sequencingPage,
    severity: "error",
    allowed: "extensions that do not wait for this one",
    *check(scaleSet) {
      const all = extensions(scaleSet);
      const [circle] = all.filter((extension) => waitsForItself(extension, all));
      if (circle !== undefined) {
        yield {
          at: circle.at("provisionAfterExtensions"),
          because: `${circle.text("name")} waits for itself, by way of what it waits for`,
        };
      }
    },
  },
];

function waitsForItself(extension: View, all: readonly View[]): boolean {
  const reached = new Set<View>();
  const open = [extension];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const awaited = next.texts("provisionAfterExtensions");
    for (const other of all.filter((candidate) => awaited.some((name) => sameText(candidate.text("name"), name)))) {
      if (other === extension) {
        return true;
      }
      if (!reached.has(other)) {
        reached.add(other);
        open.push(other);
      }
    }
  }
  return false;
}
