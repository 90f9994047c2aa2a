import { add, edits, set } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";

const storage = "virtualMachineProfile.storageProfile";
const osDisk = `${storage}.osDisk`;
const security = "virtualMachineProfile.securityProfile";

const diskEncryption = {
  name: "Encryption",
  publisher: "Microsoft.Azure.Security",
  type: "AzureDiskEncryptionForLinux",
  typeHandlerVersion: "1.1",
};

export const securityCases: RuleCases[] = [
  {
    rule: "R49",
    refused: [
      {
        name: "secure boot without a security type",
        change: set(`${security}.uefiSettings`, { secureBootEnabled: true }),
        at: `${security}.uefiSettings`,
      },
    ],
    accepted: [
      {
        name: "secure boot with trusted launch",
        change: edits(set(`${security}.uefiSettings`, { secureBootEnabled: true }), set(`${security}.securityType`, "TrustedLaunch")),
      },
    ],
  },
  {
    rule: "R51",
    refused: [
      {
        name: "encryption at host beside Azure Disk Encryption",
        change: edits(set(`${security}.encryptionAtHost`, true), add("virtualMachineProfile.extensionProfile.extensions", diskEncryption)),
        at: `${security}.encryptionAtHost`,
      },
      {
        name: "encryption at host beside an encrypted guest state",
        change: edits(
          set(`${security}.encryptionAtHost`, true),
          set(`${osDisk}.managedDisk.securityProfile.securityEncryptionType`, "DiskWithVMGuestState"),
        ),
        at: `${security}.encryptionAtHost`,
      },
    ],
    accepted: [
      { name: "Azure Disk Encryption alone", change: add("virtualMachineProfile.extensionProfile.extensions", diskEncryption) },
      { name: "encryption at host alone", change: set(`${security}.encryptionAtHost`, true) },
    ],
  },
  {
    rule: "R51-feature",
    refused: [{ name: "encryption at host", change: set(`${security}.encryptionAtHost`, true), at: `${security}.encryptionAtHost` }],
    accepted: [{ name: "no encryption at host", change: set(`${security}.encryptionAtHost`, false) }],
  },
];
