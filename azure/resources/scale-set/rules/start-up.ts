import { maximumUserDataBytes } from "../../../facts/scale-set-limits";
import type { View } from "../../../properties/view";
import type { Rule } from "../../../rules/rule";
import { isKnown } from "./model";
import { isWindows } from "./names";
import { errorMessages } from "./sources";
import { doesNotFit } from "../../../rules/lookups";

const customData = "virtualMachineProfile.osProfile.customData";
const userData = "virtualMachineProfile.userData";

/** The values of `az vmss create --license-type`, which Azure compares with regard to case. */
const licenseTypes = (
  "None, RHEL_BYOS, RHEL_BASE, RHEL_BASESAPAPPS, RHEL_BASESAPHA, RHEL_ELS_6, RHEL_EUS, RHEL_SAPAPPS, RHEL_SAPHA, SLES, SLES_BYOS, SLES_HPC, SLES_SAP, " +
  "SLES_STANDARD, UBUNTU, UBUNTU_PRO, Windows_Client, Windows_Server"
).split(", ");

/** What an instance is given when it starts for the first time. */
export const startUpRules: Rule[] = [
  {
    id: "R65",
    title: "Custom data is base64 of at most 65535 bytes",
    code: "InvalidParameter",
    grade: "documented",
    source: errorMessages,
    severity: "error",
    allowed: "base64 of at most 65535 bytes",
    *check(scaleSet) {
      yield* wrongBase64(scaleSet.at(customData), 65_535);
    },
  },
  {
    id: "R452",
    title: "Azure waits for every instance to say that it is ready",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "observed",
    source: "https://github.com/Azure/azure-cli/issues/12775",
    severity: "error",
    allowed: "true or nothing",
    because: "instances that say nothing take the feature Microsoft.Compute/Agentless, which subscriptions cannot register",
    *check(scaleSet) {
      const signal = scaleSet.at("virtualMachineProfile.osProfile.requireGuestProvisionSignal");
      if (signal.flag() === false) {
        yield signal;
      }
    },
  },
  {
    id: "R66",
    title: "User data is base64 of at most 64 KB",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/Azure/azure-powershell/issues/16597",
    severity: "error",
    allowed: `base64 of at most ${maximumUserDataBytes} bytes`,
    *check(scaleSet) {
      yield* wrongBase64(scaleSet.at(userData), maximumUserDataBytes);
    },
  },
  {
    id: "R67",
    title: "A license type is one that Azure knows, in its own spelling",
    code: "InvalidParameter",
    grade: "documented",
    source: "https://learn.microsoft.com/cli/azure/vmss#az-vmss-create",
    severity: "error",
    allowed: `nothing, or one of ${licenseTypes.join(", ")}`,
    *check(scaleSet) {
      const licenseType = scaleSet.at("virtualMachineProfile.licenseType");
      if (doesNotFit(licenseType, (text) => licenseTypes.includes(text))) {
        yield licenseType;
      }
    },
  },
  {
    id: "R299",
    title: "Boot diagnostics go to the address of a storage account's blobs",
    code: "InvalidParameter",
    grade: "documented",
    source: errorMessages,
    severity: "error",
    allowed: "nothing, for an account of Azure's; or an address such as https://account.blob.core.windows.net/",
    *check(scaleSet) {
      const uri = scaleSet.at("virtualMachineProfile.diagnosticsProfile.bootDiagnostics.storageUri");
      if (uri.text() && !/^https?:\/\/[a-z0-9-]+\.blob\.[a-z0-9.-]+\/?$/i.test(uri.text() ?? "")) {
        yield uri;
      }
    },
  },
  {
    id: "T17",
    title: "Where there is custom data, cloud-init does not look at user data",
    code: "Warning",
    grade: "source",
    source: "https://github.com/canonical/cloud-init/blob/main/cloudinit/sources/DataSourceAzure.py",
    severity: "warning",
    allowed: "nothing, as there is custom data; or everything here and no customData",
    because: "cloud-init runs user data only where custom data is empty",
    *check(scaleSet, region) {
      if (!isWindows(scaleSet, region) && isNotEmpty(scaleSet.at(customData)) && isNotEmpty(scaleSet.at(userData))) {
        yield scaleSet.at(userData);
      }
    },
  },
];

function wrongBase64(place: View, bytes: number): View[] {
  const text = place.text()?.replace(/\s/g, "");
  if (text === undefined) {
    return [];
  }
  const isBase64 = text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
  return isBase64 && Buffer.byteLength(text, "base64") <= bytes ? [] : [place];
}

function isNotEmpty(place: View): boolean {
  return isKnown(place) && place.text() !== "";
}
