import { limitsText } from "../../../facts/limits";
import { repairGracePeriodLimits } from "../../../facts/scale-set-limits";
import type { View } from "../../../properties/view";
import { durationOutside } from "../../../rules/duration";
import type { Rule } from "../../../rules/rule";
import { healthExtensions, isKnown, lacksHealthSource } from "./model";
import { healthExtensionPage, repairsPage } from "./sources";
import { is } from "../../../rules/lookups";

const healthProbe = "virtualMachineProfile.networkProfile.healthProbe";
const automaticUpgrade = "upgradePolicy.automaticOSUpgradePolicy.enableAutomaticOSUpgrade";

/** How Azure learns which instances are healthy, and what it does about the others. */
export const healthRules: Rule[] = [
  {
    id: "R27",
    title: "Repairs and rolling upgrades take health from one source, the health extension or a health probe",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/114432",
    severity: "error",
    allowed: "nothing, as there is an application health extension",
    because: "automatic repairs, automatic OS upgrades and rolling upgrades accept one source of health only",
    *check(scaleSet) {
      const acts =
        scaleSet.flag("automaticRepairsPolicy.enabled") === true ||
        scaleSet.flag(automaticUpgrade) === true ||
        is(scaleSet.at("upgradePolicy.mode"), "Rolling");
      if (acts && healthExtensions(scaleSet).length > 0 && isKnown(scaleSet.at(healthProbe))) {
        yield scaleSet.at(healthProbe);
      }
    },
  },
  {
    id: "R28",
    title: "Automatic repairs need a health extension or a health probe",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/5860",
    severity: "error",
    allowed: "false, or true with an application health extension in virtualMachineProfile.extensionProfile",
    because: "without one Azure does not know which instances to repair",
    *check(scaleSet) {
      if (scaleSet.flag("automaticRepairsPolicy.enabled") === true && lacksHealthSource(scaleSet)) {
        yield scaleSet.at("automaticRepairsPolicy.enabled");
      }
    },
  },
  {
    id: "R30",
    title: "The grace period of automatic repairs is 10 to 90 minutes",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: repairsPage,
    severity: "error",
    allowed: limitsText(repairGracePeriodLimits),
    *check(scaleSet) {
      const gracePeriod = scaleSet.at("automaticRepairsPolicy.gracePeriod");
      if (durationOutside(gracePeriod, repairGracePeriodLimits)) {
        yield gracePeriod;
      }
    },
  },
  {
    id: "R32",
    title: "Rolling upgrades need a health extension or a health probe",
    code: "BadRequest",
    grade: "observed",
    source: "https://github.com/gbowerman/azure-myriad/issues/30",
    severity: "error",
    allowed: "Manual or Automatic, or Rolling with an application health extension in virtualMachineProfile.extensionProfile",
    because: "without one Azure does not know whether an upgraded instance is healthy",
    *check(scaleSet) {
      if (is(scaleSet.at("upgradePolicy.mode"), "Rolling") && lacksHealthSource(scaleSet)) {
        yield scaleSet.at("upgradePolicy.mode");
      }
    },
  },
  {
    id: "T1",
    title: "The health extension 2.x asks a page over HTTP for a body of its own form",
    code: "Warning",
    grade: "documented",
    source: healthExtensionPage,
    severity: "warning",
    allowed: `2.0 where requestPath answers 2xx with the body {"ApplicationHealthState": "Healthy"}; 1.0, or protocol tcp, for a plain page`,
    because:
      "any other body counts as Unknown, which repairs and upgrades treat as unhealthy, so a healthy instance would be repaired again and again",
    *check(scaleSet) {
      for (const extension of healthExtensions(scaleSet)) {
        if (hasRichStates(extension) && /^https?$/i.test(extension.text("settings.protocol") ?? "")) {
          yield extension.at("typeHandlerVersion");
        }
      }
    },
  },
];

/** True for version 2 of the health extension, which knows more states than healthy and unhealthy. */
export function hasRichStates(extension: View): boolean {
  return /^2\./.test(extension.text("typeHandlerVersion") ?? "");
}
