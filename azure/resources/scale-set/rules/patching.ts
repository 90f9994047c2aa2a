import type { View } from "../../../properties/view";
import { is } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { isFlexible, lacksHealthSource } from "./model";
import { azurermFlexible, orchestrationPage } from "./sources";

const osProfile = "virtualMachineProfile.osProfile";
const patchingPage = "https://learn.microsoft.com/azure/virtual-machines/automatic-vm-guest-patching";
const systems = ["linuxConfiguration", "windowsConfiguration"];

/** How Azure patches the instances of Flexible scale sets. */
export const patchingRules: Rule[] = [
  {
    id: "R307",
    title: "Azure patches and assesses instances by way of the VM agent",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: patchingPage,
    severity: "error",
    allowed: "ImageDefault or nothing, or provisionVMAgent true",
    *check(scaleSet) {
      for (const system of systems.filter((name) => scaleSet.flag(`${osProfile}.${name}.provisionVMAgent`) === false)) {
        const settings = scaleSet.at(`${osProfile}.${system}.patchSettings`);
        yield* [settings.at("patchMode"), settings.at("assessmentMode")].filter(isByPlatform);
      }
    },
  },
  {
    id: "R308",
    title: "Azure patches instances whose health it learns of",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "source",
    source: azurermFlexible,
    severity: "error",
    allowed: "ImageDefault or nothing, or an application health extension in virtualMachineProfile.extensionProfile",
    *check(scaleSet) {
      if (isFlexible(scaleSet) && lacksHealthSource(scaleSet)) {
        yield* systems.map((system) => scaleSet.at(`${osProfile}.${system}.patchSettings.patchMode`)).filter(isByPlatform);
      }
    },
  },
  {
    id: "R309",
    title: "Windows patches itself, or leaves it to Azure",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: patchingPage,
    severity: "error",
    allowed: "true, as patchMode is AutomaticByPlatform or AutomaticByOS; false with Manual",
    *check(scaleSet) {
      const windows = scaleSet.at(`${osProfile}.windowsConfiguration`);
      const mode = windows.at("patchSettings.patchMode");
      const updates = windows.at("enableAutomaticUpdates");
      const isAutomatic = isByPlatform(mode) || is(mode, "AutomaticByOS");
      if ((isAutomatic && updates.flag() === false) || (is(mode, "Manual") && updates.flag() === true)) {
        yield updates;
      }
    },
  },
  {
    id: "R39-windows",
    title: "Azure patches the instances of Flexible scale sets only, those with Windows too",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: orchestrationPage,
    severity: "error",
    allowed: "Manual, AutomaticByOS or nothing, unless orchestrationMode is Flexible",
    *check(scaleSet) {
      const mode = scaleSet.at(`${osProfile}.windowsConfiguration.patchSettings.patchMode`);
      const orchestration = scaleSet.at("orchestrationMode");
      if (isByPlatform(mode) && !isFlexible(scaleSet) && !orchestration.unknown) {
        yield mode;
      }
    },
  },
];

function isByPlatform(mode: View): boolean {
  return is(mode, "AutomaticByPlatform");
}
