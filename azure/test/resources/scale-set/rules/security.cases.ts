import { add, edits, remove, set, unknown } from "../../../rules/edits";
import { armId } from "../../../rules/fake-region";
import type { RuleCases } from "../../../rules/cases";

const storage = "virtualMachineProfile.storageProfile";
const osDisk = `${storage}.osDisk`;
const key = armId("Microsoft.Compute/diskEncryptionSets", "web");
const guestState = `${osDisk}.managedDisk.securityProfile`;
const security = "virtualMachineProfile.securityProfile";

/** A confidential machine whose guest state is encrypted in this way. */
function confidential(encryption: string) {
  return edits(
    set("sku.name", "Standard_DC2as_v5"),
    set(`${security}.securityType`, "ConfidentialVM"),
    set(`${security}.uefiSettings`, { secureBootEnabled: true, vTpmEnabled: true }),
    set(`${guestState}.securityEncryptionType`, encryption),
  );
}

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
    rule: "R205",
    refused: [
      {
        name: "a confidential machine whose guest state is not encrypted",
        change: edits(confidential("VMGuestStateOnly"), remove(guestState)),
        at: `${guestState}.securityEncryptionType`,
      },
    ],
    accepted: [
      { name: "one whose guest state is", change: confidential("VMGuestStateOnly") },
      {
        name: "one that does not say yet",
        change: edits(confidential("VMGuestStateOnly"), unknown(`${guestState}.securityEncryptionType`)),
      },
    ],
  },
  {
    rule: "R205-others",
    refused: [
      {
        name: "an encrypted guest state without a security type",
        change: set(`${guestState}.securityEncryptionType`, "VMGuestStateOnly"),
        at: guestState,
      },
      {
        name: "an encrypted guest state of trusted launch",
        change: edits(
          confidential("VMGuestStateOnly"),
          set("sku.name", "Standard_D2s_v5"),
          set(`${security}.securityType`, "TrustedLaunch"),
        ),
        at: guestState,
      },
    ],
    accepted: [
      { name: "a confidential machine", change: confidential("VMGuestStateOnly") },
      {
        name: "a security type that is not known yet",
        change: edits(confidential("VMGuestStateOnly"), unknown(`${security}.securityType`)),
      },
    ],
  },
  {
    rule: "R206",
    refused: [
      {
        name: "an encrypted disk without secure boot",
        change: edits(confidential("DiskWithVMGuestState"), set(`${security}.uefiSettings.secureBootEnabled`, false)),
        at: `${security}.uefiSettings.secureBootEnabled`,
      },
      {
        name: "an encrypted guest state without vTPM",
        change: edits(confidential("VMGuestStateOnly"), remove(`${security}.uefiSettings.vTpmEnabled`)),
        at: `${security}.uefiSettings.vTpmEnabled`,
      },
    ],
    accepted: [
      { name: "an encrypted disk with both", change: confidential("DiskWithVMGuestState") },
      {
        name: "an encrypted guest state without secure boot",
        change: edits(confidential("VMGuestStateOnly"), set(`${security}.uefiSettings.secureBootEnabled`, false)),
      },
    ],
  },
  {
    rule: "R206-key",
    refused: [
      {
        name: "a key for the guest state alone",
        change: edits(confidential("VMGuestStateOnly"), set(`${guestState}.diskEncryptionSet`, { id: key })),
        at: `${guestState}.diskEncryptionSet`,
      },
    ],
    accepted: [
      {
        name: "a key for the whole disk",
        change: edits(confidential("DiskWithVMGuestState"), set(`${guestState}.diskEncryptionSet`, { id: key })),
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
        change: edits(set(`${security}.encryptionAtHost`, true), confidential("DiskWithVMGuestState")),
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
