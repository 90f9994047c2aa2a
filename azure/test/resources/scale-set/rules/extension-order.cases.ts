import type { Value } from "../../../../properties/value";
import { add, edits, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";

const extensions = "virtualMachineProfile.extensionProfile.extensions";

const health = "HealthExtension";
const after = (...names: Value[]) => set(`${extensions}[0].provisionAfterExtensions`, names);

function script(name: string, ...awaited: string[]) {
  return add(extensions, {
    name,
    publisher: "Microsoft.Azure.Extensions",
    type: "CustomScript",
    typeHandlerVersion: "2.1",
    provisionAfterExtensions: awaited,
  });
}

export const extensionOrderCases: RuleCases[] = [
  {
    rule: "R221",
    refused: [{ name: "two extensions of one name", change: script("healthextension"), at: `${extensions}[1].name` }],
    accepted: [{ name: "two extensions of different names", change: script("Script") }],
  },
  {
    rule: "R222",
    refused: [
      {
        name: "an extension that waits for none that there is",
        change: after("Script"),
        at: `${extensions}[0].provisionAfterExtensions[0]`,
      },
    ],
    accepted: [
      { name: "an extension that waits for a later one of the list", change: edits(after("Script"), script("Script")) },
      {
        name: "an extension that waits for one whose name is not known yet",
        change: edits(after("Script"), script("Script"), unknown(`${extensions}[1].name`)),
      },
    ],
  },
  {
    rule: "R222-circle",
    refused: [
      { name: "an extension that waits for itself", change: after(health), at: `${extensions}[0].provisionAfterExtensions` },
      {
        name: "two extensions that wait for each other",
        change: edits(after("Script"), script("Script", health)),
        at: `${extensions}[0].provisionAfterExtensions`,
      },
    ],
    accepted: [{ name: "two extensions of which one waits for the other", change: script("Script", health) }],
  },
];
