import { isTimeZone } from "../../../facts/time-zones";
import { doesNotFit, is, isEmpty, repeated } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { isKnown } from "./model";
import { errorMessages } from "./sources";

const osProfile = "virtualMachineProfile.osProfile";
const windows = `${osProfile}.windowsConfiguration`;
const automaticUpgrade = "upgradePolicy.automaticOSUpgradePolicy.enableAutomaticOSUpgrade";

/** How instances with Windows set themselves up, and the certificates that the agent brings. */
export const windowsRules: Rule[] = [
  {
    id: "R303",
    title: "The time zone of Windows has its Windows name",
    code: "InvalidParameter",
    grade: "documented",
    source: errorMessages,
    severity: "error",
    allowed: "the Windows name of a time zone, such as W. Europe Standard Time",
    *check(scaleSet) {
      const zone = scaleSet.at(`${windows}.timeZone`);
      if (doesNotFit(zone, isTimeZone)) {
        yield zone;
      }
    },
  },
  {
    id: "R304",
    title: "Windows listens for WinRM once by each protocol, over Https with a certificate",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/Azure/azure-sdk-for-net/issues/57563",
    severity: "error",
    allowed: "at most one listener of Http, without certificateUrl, and one of Https, with it",
    *check(scaleSet) {
      const listeners = scaleSet.list(`${windows}.winRM.listeners`);
      yield* repeated(listeners, (listener) => listener.text("protocol")?.toLowerCase()).map((listener) => listener.at("protocol"));
      for (const listener of listeners) {
        const certificate = listener.at("certificateUrl");
        const isOverHttps = is(listener.at("protocol"), "Https");
        if (isOverHttps ? isEmpty(certificate) : is(listener.at("protocol"), "Http") && isKnown(certificate)) {
          yield { at: certificate, allowed: isOverHttps ? "the address of a certificate in a key vault" : "nothing, as protocol is Http" };
        }
      }
    },
  },
  {
    id: "R305",
    title: "Windows does not update itself where Azure upgrades the image",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "observed",
    source: "https://github.com/Azure/aks-engine/issues/1795",
    severity: "error",
    allowed: "false or nothing, as enableAutomaticOSUpgrade is true",
    *check(scaleSet) {
      const updates = scaleSet.at(`${windows}.enableAutomaticUpdates`);
      if (updates.flag() === true && scaleSet.flag(automaticUpgrade) === true) {
        yield updates;
      }
    },
  },
  {
    id: "R306",
    title: "Certificates need the VM agent",
    code: "InvalidParameter",
    grade: "documented",
    source: errorMessages,
    severity: "error",
    allowed: "nothing, or provisionVMAgent true",
    because: "the VM agent is what brings certificates into an instance",
    *check(scaleSet) {
      const secrets = scaleSet.at(`${osProfile}.secrets`);
      const hasNoAgent = ["linuxConfiguration", "windowsConfiguration"].some(
        (system) => scaleSet.flag(`${osProfile}.${system}.provisionVMAgent`) === false,
      );
      if (hasNoAgent && !secrets.unknown && !isEmpty(secrets)) {
        yield secrets;
      }
    },
  },
];
