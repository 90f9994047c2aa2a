import { misspeltName } from "./misspelling";

/** The namespaces of resource providers that roles of a web tier are about. */
const providers = [
  ...["Microsoft.Authorization", "Microsoft.Compute", "Microsoft.Insights", "Microsoft.KeyVault", "Microsoft.ManagedIdentity"],
  ...["Microsoft.Network", "Microsoft.Resources", "Microsoft.Storage", "Microsoft.VirtualMachineImages"],
];

/** The one whose namespace a text misspells by one letter. */
export function misspeltProvider(namespace: string): string | undefined {
  return misspeltName(namespace, providers);
}

/**
 * True for what begins an operation and is certain to be no resource provider: a name without a company, or the namespace of Microsoft Entra,
 * whose operations are for roles of the directory (https://github.com/MicrosoftDocs/azure-docs/issues/81599).
 */
export function isNoProvider(namespace: string): boolean {
  return !namespace.includes(".") || namespace.toLowerCase() === "microsoft.directory";
}
