import type { View } from "../../../properties/view";
import { is } from "../../../rules/lookups";
import type { Rule } from "../../../rules/rule";
import { isFlexible, lacksHealthSource } from "./model";
import { azurermFlexible, orchestrationPage } from "./sources";

const osProfile = "virtualMachineProfile.osProfile";
const windowsConfiguration = `${osProfile}.windowsConfiguration`;
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
    grade: "observed",
    source: "https://github.com/kumarvna/terraform-azurerm-virtual-machine/issues/13",
    severity: "error",
    allowed: "AutomaticByPlatform or AutomaticByOS with enableAutomaticUpdates true, Manual with false",
    *check(scaleSet) {
      const windows = scaleSet.at(windowsConfiguration);
      const mode = windows.at("patchSettings.patchMode");
      const updates = windows.flag("enableAutomaticUpdates");
      const isAutomatic = isByPlatform(mode) || is(mode, "AutomaticByOS");
      if ((isAutomatic && updates === false) || (is(mode, "Manual") && updates === true)) {
        yield mode;
      }
    },
  },
  {
    id: "R340",
    title: "Azure patches Windows without a restart only where it patches it at all",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/Azure/azure-cli/issues/21504",
    severity: "error",
    allowed: "false or nothing, or true with patchMode AutomaticByPlatform",
    *check(scaleSet) {
      const settings = scaleSet.at(`${windowsConfiguration}.patchSettings`);
      const [mode, hotpatching] = [settings.at("patchMode"), settings.at("enableHotpatching")];
      if (hotpatching.flag() === true && !isByPlatform(mode) && !mode.unknown) {
        yield hotpatching;
      }
    },
  },
  {
    id: "R340-safety",
    title: "Patches without a restart come when Azure holds it safe",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/claranet/terraform-azurerm-windows-vm/pull/4",
    severity: "error",
    allowed: "false or nothing, as enableHotpatching is true",
    *check(scaleSet) {
      const settings = scaleSet.at(`${windowsConfiguration}.patchSettings`);
      const bypass = settings.at("automaticByPlatformSettings.bypassPlatformSafetyChecksOnUserSchedule");
      if (settings.flag("enableHotpatching") === true && bypass.flag() === true) {
        yield bypass;
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
      const mode = scaleSet.at(`${windowsConfiguration}.patchSettings.patchMode`);
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
