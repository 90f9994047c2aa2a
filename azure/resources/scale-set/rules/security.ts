import type { Rule } from "../../../rules/rule";
import { extensions, isKnown } from "./model";
import { restApi } from "./sources";
import { is } from "../../../rules/lookups";

const security = "virtualMachineProfile.securityProfile";
const encryptionPage = "https://learn.microsoft.com/azure/virtual-machines/disk-encryption-overview";

/** Secure start and encryption. */
export const securityRules: Rule[] = [
  {
    id: "R49",
    title: "Secure boot and vTPM do nothing without a security type",
    code: "Warning",
    grade: "documented",
    source: restApi,
    severity: "warning",
    allowed: "nothing, or securityType TrustedLaunch or ConfidentialVM beside it",
    because: "Azure ignores it as long as securityType is not set",
    *check(scaleSet) {
      if (isKnown(scaleSet.at(`${security}.uefiSettings`)) && scaleSet.at(`${security}.securityType`).absent) {
        yield scaleSet.at(`${security}.uefiSettings`);
      }
    },
  },
  {
    id: "R51",
    title: "Encryption at host goes neither with Azure Disk Encryption nor with an encrypted guest state",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: encryptionPage,
    severity: "error",
    allowed: "false or nothing",
    *check(scaleSet) {
      const encryption = scaleSet.at(`${security}.encryptionAtHost`);
      if (encryption.flag() !== true) {
        return;
      }
      if (extensions(scaleSet).some((extension) => /^AzureDiskEncryption(ForLinux)?$/i.test(extension.text("type") ?? ""))) {
        yield { at: encryption, because: "the Azure Disk Encryption extension encrypts the same disks" };
      } else if (
        is(
          scaleSet.at("virtualMachineProfile.storageProfile.osDisk.managedDisk.securityProfile.securityEncryptionType"),
          "DiskWithVMGuestState",
        )
      ) {
        yield { at: encryption, because: "securityEncryptionType is DiskWithVMGuestState" };
      }
    },
  },
  {
    id: "R51-feature",
    title: "Encryption at host has to be registered for the subscription",
    code: "Warning",
    grade: "observed",
    source: "https://github.com/Azure-Samples/azuresandbox/issues/73",
    severity: "warning",
    allowed: "true in a subscription with the feature Microsoft.Compute/EncryptionAtHost",
    because: "Azure refuses it in all others, and the local region cannot see which one yours is",
    *check(scaleSet) {
      if (scaleSet.flag(`${security}.encryptionAtHost`) === true) {
        yield scaleSet.at(`${security}.encryptionAtHost`);
      }
    },
  },
];
