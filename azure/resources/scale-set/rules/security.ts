import type { View } from "../../../properties/view";
import type { Rule } from "../../../rules/rule";
import { extensions, isKnown } from "./model";
import { azurermScaleSet, restApi } from "./sources";
import { is } from "../../../rules/lookups";

const security = "virtualMachineProfile.securityProfile";
const diskSecurity = "virtualMachineProfile.storageProfile.osDisk.managedDisk.securityProfile";
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
    id: "R205",
    title: "The guest state of confidential machines is encrypted",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/Azure/avdaccelerator/issues/609",
    severity: "error",
    allowed: "VMGuestStateOnly, DiskWithVMGuestState or NonPersistedTPM, as securityType is ConfidentialVM",
    *check(scaleSet) {
      const encryption = scaleSet.at(`${diskSecurity}.securityEncryptionType`);
      if (isConfidential(scaleSet) && encryption.absent) {
        yield encryption;
      }
    },
  },
  {
    id: "R205-others",
    title: "The disk of machines that are not confidential has no security profile",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/pull/30782",
    severity: "error",
    allowed: "nothing, unless securityType is ConfidentialVM",
    *check(scaleSet) {
      const profile = scaleSet.at(diskSecurity);
      const saysSomething = ["securityEncryptionType", "diskEncryptionSet"].some((name) => isKnown(profile.at(name)));
      if (saysSomething && !scaleSet.at(`${security}.securityType`).unknown && !isConfidential(scaleSet)) {
        yield profile;
      }
    },
  },
  {
    id: "R206",
    title: "Confidential machines start securely",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "source",
    source: azurermScaleSet,
    severity: "error",
    allowed: "true, as the guest state is encrypted",
    *check(scaleSet) {
      const encryption = scaleSet.at(`${diskSecurity}.securityEncryptionType`);
      const [secureBoot, vTpm] = ["secureBootEnabled", "vTpmEnabled"].map((name) => scaleSet.at(`${security}.uefiSettings.${name}`));
      const isOff = ({ absent, value }: View) => absent || value === false;
      if (isConfidential(scaleSet) && isKnown(encryption) && isOff(vTpm)) {
        yield vTpm;
      }
      if (isConfidential(scaleSet) && is(encryption, "DiskWithVMGuestState") && isOff(secureBoot)) {
        yield secureBoot;
      }
    },
  },
  {
    id: "R206-key",
    title: "A key for the guest state needs the whole disk to be encrypted with it",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "source",
    source: azurermScaleSet,
    severity: "error",
    allowed: "nothing, unless securityEncryptionType is DiskWithVMGuestState",
    *check(scaleSet) {
      const key = scaleSet.at(`${diskSecurity}.diskEncryptionSet`);
      const encryption = scaleSet.at(`${diskSecurity}.securityEncryptionType`);
      if (isKnown(key) && !encryption.unknown && !is(encryption, "DiskWithVMGuestState")) {
        yield key;
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
      } else if (is(scaleSet.at(`${diskSecurity}.securityEncryptionType`), "DiskWithVMGuestState")) {
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

function isConfidential(scaleSet: View): boolean {
  return is(scaleSet.at(`${security}.securityType`), "ConfidentialVM");
}
