import { isArmImage, marketplaceImage, namesArmImages } from "../../../facts/marketplace-images";
import { hasArmProcessor } from "../../../facts/size-series";
import type { View } from "../../../properties/view";
import { is, isOneOf, sameText, textOr } from "../../../rules/lookups";
import type { RegionView } from "../../../rules/region-view";
import type { Rule } from "../../../rules/rule";
import { extensions, imageDefinition, imageId, isKnown } from "./model";

const profile = "virtualMachineProfile";
const image = `${profile}.storageProfile.imageReference`;
const osType = `${profile}.storageProfile.osDisk.osType`;
const osProfile = `${profile}.osProfile`;

type System = "Linux" | "Windows";

/** Extensions of one operating system, by type; the other system has another type for the same. */
const extensionTypes: Readonly<Record<System, readonly string[]>> = {
  Linux: ["ApplicationHealthLinux", "CustomScript", "AzureMonitorLinuxAgent", "AADSSHLoginForLinux", "LinuxDiagnostic", "VMAccessForLinux"],
  Windows: [
    "ApplicationHealthWindows",
    "CustomScriptExtension",
    "AzureMonitorWindowsAgent",
    "AADLoginForWindows",
    "IaaSDiagnostics",
    "DSC",
  ],
};

/** Whether disk, configuration, extensions and size fit the system that the image has. */
export const operatingSystemRules: Rule[] = [
  {
    id: "R201",
    title: "The OS disk is of the system that the image has",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/Azure/azure-rest-api-specs/issues/32642",
    severity: "error",
    allowed: "the system of the image",
    *check(scaleSet, region) {
      const system = systemOfImage(scaleSet, region);
      const given = scaleSet.at(osType);
      if (system !== undefined && given.text() !== undefined && !is(given, system)) {
        yield { at: given, allowed: system, because: `the image has ${system}` };
      }
    },
  },
  {
    id: "R202",
    title: "Instances are configured for the system that they have",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/Azure/azvmimagebuilder/issues/51",
    severity: "error",
    allowed: "nothing; the configuration of the other system stands beside it",
    *check(scaleSet, region) {
      const [linux, windows] = ["linuxConfiguration", "windowsConfiguration"].map((name) => scaleSet.at(`${osProfile}.${name}`));
      const system = systemOf(scaleSet, region);
      const allowed = (name: string) => ({ allowed: `nothing; ${name} takes its place`, because: `the instances run ${system}` });
      if (system === "Windows" && isKnown(linux)) {
        yield { at: linux, ...allowed("windowsConfiguration") };
      } else if (system === "Linux" && isKnown(windows)) {
        yield { at: windows, ...allowed("linuxConfiguration") };
      } else if (isKnown(linux) && isKnown(windows)) {
        yield windows;
      }
    },
  },
  {
    id: "R204",
    title: "The processors of the size are those that the image is for",
    code: "BadRequest",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/azure/virtual-machines/sizes/cobalt-overview",
    severity: "error",
    allowed: "an image for the processors of the size",
    *check(scaleSet, region) {
      const size = scaleSet.text("sku.name");
      const sku = scaleSet.at(`${image}.sku`);
      const architecture = imageDefinition(scaleSet, region)?.at("architecture");
      const processors = size !== undefined && hasArmProcessor(size) ? "Arm64" : "x64";
      // A publisher names the processors of Arm64 images alone; a definition is for x64 where it names none.
      const isForArm = architecture === undefined ? isArmImage(sku.text() ?? "") : sameText(textOr(architecture, "x64"), "Arm64");
      const isTold = sku.text() !== undefined && namesArmImages(scaleSet.text(`${image}.publisher`) ?? "");
      const saysSo = architecture === undefined ? isForArm || isTold : !architecture.unknown;
      if (size !== undefined && saysSo && isForArm !== (processors === "Arm64")) {
        const at = architecture === undefined ? sku : imageId(scaleSet);
        yield {
          at,
          allowed: `an image for ${processors}`,
          because: `${size} has ${processors} processors, and the image is for the other`,
        };
      }
    },
  },
  {
    id: "R203",
    title: "Instances of a specialized image have the administrator and the names of the image",
    code: "InvalidParameter",
    grade: "observed",
    source: "https://github.com/MicrosoftDocs/azure-docs/issues/67050",
    severity: "error",
    allowed: "nothing, as the image is specialized",
    *check(scaleSet, region) {
      const profileOfSystem = scaleSet.at(osProfile);
      if (isKnown(profileOfSystem) && sameText(imageDefinition(scaleSet, region)?.text("osState"), "Specialized")) {
        yield profileOfSystem;
      }
    },
  },
  {
    id: "R67-system",
    title: "A license is one for the system of the instances",
    code: "InvalidParameter",
    codeIsAssumed: true,
    grade: "documented",
    source: "https://learn.microsoft.com/rest/api/compute/virtual-machine-scale-sets/create-or-update",
    severity: "error",
    allowed: "a license for the system of the instances",
    *check(scaleSet, region) {
      const system = systemOf(scaleSet, region);
      const license = scaleSet.at(`${profile}.licenseType`);
      const isOfWindows = /^Windows_/i.test(license.text() ?? "");
      if (license.text() && system !== undefined && !is(license, "None") && isOfWindows !== (system === "Windows")) {
        yield { at: license, because: `the instances run ${system}` };
      }
    },
  },
  {
    id: "R223",
    title: "Extensions are those for the system of the instances",
    code: "OperationNotAllowed",
    grade: "observed",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/pull/22351",
    severity: "error",
    allowed: "an extension for the system of the instances",
    *check(scaleSet, region) {
      const system = systemOf(scaleSet, region);
      const other = system === "Windows" ? "Linux" : "Windows";
      for (const type of system === undefined ? [] : extensions(scaleSet).map((extension) => extension.at("type"))) {
        if (isOneOf(type, extensionTypes[other])) {
          yield { at: type, allowed: `an extension for ${system}`, because: `the instances run ${system}` };
        }
      }
    },
  },
];

const systems: readonly System[] = ["Linux", "Windows"];

function systemOfImage(scaleSet: View, region: RegionView): System | undefined {
  const publisher = scaleSet.text(`${image}.publisher`);
  const definition = imageDefinition(scaleSet, region);
  return publisher === undefined
    ? definition?.choice(systems, "osType")
    : marketplaceImage(publisher, scaleSet.text(`${image}.sku`) ?? "")?.system;
}

/** What the image says, or else the disk; undefined where neither does. */
export function systemOf(scaleSet: View, region: RegionView): System | undefined {
  return systemOfImage(scaleSet, region) ?? scaleSet.choice(systems, osType);
}
