import { add } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";

const extensions = "virtualMachineProfile.extensionProfile.extensions";
const script = (properties: Record<string, string>) =>
  add(extensions, {
    name: "script",
    publisher: "Microsoft.Azure.Extensions",
    type: "CustomScript",
    typeHandlerVersion: "2.1",
    ...properties,
  });

export const extensionHandlerCases: RuleCases[] = [
  {
    rule: "R312",
    refused: ["2.1.10", "v2.1", "latest"].map((typeHandlerVersion) => ({
      name: typeHandlerVersion,
      change: script({ typeHandlerVersion }),
      at: `${extensions}[1].typeHandlerVersion`,
    })),
    accepted: ["2.1", "2"].map((typeHandlerVersion) => ({ name: typeHandlerVersion, change: script({ typeHandlerVersion }) })),
  },
  {
    rule: "R313",
    refused: [
      {
        name: "a script of Microsoft.Compute for Linux",
        change: script({ publisher: "Microsoft.Compute" }),
        at: `${extensions}[1].publisher`,
      },
    ],
    accepted: [
      { name: "a script of Microsoft.Azure.Extensions in other letters", change: script({ publisher: "microsoft.azure.extensions" }) },
      { name: "an extension that nobody knows", change: script({ publisher: "Contoso.Agents", type: "Watcher" }) },
    ],
  },
];
