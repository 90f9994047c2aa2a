/** Publishers of the extensions that most use, by type: https://learn.microsoft.com/azure/virtual-machines/extensions/overview and the pages below it. */
const publishers: Readonly<Record<string, readonly string[]>> = {
  ApplicationHealthLinux: ["Microsoft.ManagedServices"],
  ApplicationHealthWindows: ["Microsoft.ManagedServices"],
  CustomScript: ["Microsoft.Azure.Extensions"],
  CustomScriptExtension: ["Microsoft.Compute"],
  CustomScriptForLinux: ["Microsoft.OSTCExtensions", "Microsoft.Azure.Extensions"],
  AzureMonitorLinuxAgent: ["Microsoft.Azure.Monitor"],
  AzureMonitorWindowsAgent: ["Microsoft.Azure.Monitor"],
  AADSSHLoginForLinux: ["Microsoft.Azure.ActiveDirectory"],
  AADLoginForWindows: ["Microsoft.Azure.ActiveDirectory"],
  IaaSDiagnostics: ["Microsoft.Azure.Diagnostics"],
  LinuxDiagnostic: ["Microsoft.Azure.Diagnostics", "Microsoft.OSTCExtensions"],
  DSC: ["Microsoft.Powershell"],
  VMAccessForLinux: ["Microsoft.OSTCExtensions"],
  OmsAgentForLinux: ["Microsoft.EnterpriseCloud.Monitoring"],
  MicrosoftMonitoringAgent: ["Microsoft.EnterpriseCloud.Monitoring"],
  DependencyAgentLinux: ["Microsoft.Azure.Monitoring.DependencyAgent"],
  DependencyAgentWindows: ["Microsoft.Azure.Monitoring.DependencyAgent"],
  KeyVaultForLinux: ["Microsoft.Azure.KeyVault"],
  KeyVaultForWindows: ["Microsoft.Azure.KeyVault"],
  AzureDiskEncryptionForLinux: ["Microsoft.Azure.Security"],
  AzureDiskEncryption: ["Microsoft.Azure.Security"],
};

const byType = new Map(Object.entries(publishers).map(([type, names]) => [type.toLowerCase(), names]));

/** The publishers that have an extension of a type, in any case; undefined for a type of which nothing is known. */
export function publishersOf(type: string): readonly string[] | undefined {
  return byType.get(type.toLowerCase());
}
