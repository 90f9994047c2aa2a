import type { Properties } from "../../../../properties/value";
import { add, edits, nothing, remove, set } from "../../../rules/edits";
import { regionResource } from "../../../rules/fake-region";
import type { RuleCases } from "../../../rules/cases";
import { imageId } from "../../../rules/valid/scale-set";

const profile = "virtualMachineProfile";
const image = `${profile}.storageProfile.imageReference`;
const osType = `${profile}.storageProfile.osDisk.osType`;
const osProfile = `${profile}.osProfile`;
const extensions = `${profile}.extensionProfile.extensions`;

function marketplace(publisher: string, sku: string) {
  return set(image, { publisher, offer: "server", sku, version: "latest" });
}

/** The definition of the image of the valid scale set, which boots on any size. */
function definition(properties: Properties) {
  const id = imageId.replace(/\/versions\/.*$/, "");
  const features = [{ name: "DiskControllerTypes", value: "SCSI, NVMe" }];
  return regionResource("azure-native:compute:GalleryImage", id, { osType: "Linux", osState: "Generalized", features, ...properties });
}

const ofGallery = set(image, { id: imageId });
const debian = marketplace("Debian", "12-gen2");
/** Windows instances, without the health extension that is for Linux. */
const windows = edits(
  marketplace("MicrosoftWindowsServer", "2022-datacenter-g2"),
  set(osProfile, { computerNamePrefix: "web", adminUsername: "azureuser", adminPassword: "Correct-horse-9", windowsConfiguration: {} }),
  set(extensions, []),
  remove("automaticRepairsPolicy"),
  set("upgradePolicy.mode", "Manual"),
);
const script = { name: "Script", publisher: "Microsoft.Compute", type: "CustomScriptExtension", typeHandlerVersion: "1.10" };

export const operatingSystemCases: RuleCases[] = [
  {
    rule: "R201",
    refused: [
      { name: "a Linux disk of a Windows image", change: edits(windows, set(osType, "Linux")), at: osType },
      {
        name: "a Linux disk of a definition for Windows",
        change: edits(windows, ofGallery, set(osType, "Linux")),
        others: [definition({ osType: "Windows" })],
        at: osType,
      },
      {
        name: "a Windows disk of a Linux image",
        change: edits(debian, set(`${osProfile}.computerNamePrefix`, "web"), set(osType, "Windows")),
        at: osType,
      },
    ],
    accepted: [
      { name: "a Windows disk of a Windows image", change: edits(windows, set(osType, "windows")) },
      { name: "a Linux disk of an image that nobody knows", change: edits(marketplace("contoso", "web"), set(osType, "Linux")) },
    ],
  },
  {
    rule: "R202",
    refused: [
      {
        name: "Linux configuration of a Windows image",
        change: edits(windows, set(`${osProfile}.linuxConfiguration`, {}), remove(`${osProfile}.windowsConfiguration`)),
        at: `${osProfile}.linuxConfiguration`,
      },
      {
        name: "Windows configuration of a Linux image",
        change: edits(debian, set(`${osProfile}.windowsConfiguration`, {})),
        at: `${osProfile}.windowsConfiguration`,
      },
      {
        name: "both for an image of one's own",
        change: set(`${osProfile}.windowsConfiguration`, {}),
        at: `${osProfile}.windowsConfiguration`,
      },
    ],
    accepted: [{ name: "Windows configuration of a Windows image", change: windows }],
  },
  {
    rule: "R204",
    refused: [
      {
        name: "a definition for x64 on a size with Arm64 processors",
        change: set("sku.name", "Standard_D2ps_v5"),
        others: [definition({})],
        at: `${image}.id`,
      },
      {
        name: "an image for x64 on a size with Arm64 processors",
        change: edits(marketplace("Debian", "12-gen2"), set("sku.name", "Standard_D2ps_v5")),
        at: `${image}.sku`,
      },
      {
        name: "an Arm64 image on a size with x64 processors",
        change: edits(marketplace("Debian", "12-arm64"), set("sku.name", "Standard_D2s_v5")),
        at: `${image}.sku`,
      },
    ],
    accepted: [
      {
        name: "a definition for Arm64 on a size with Arm64 processors",
        change: set("sku.name", "Standard_D2ps_v5"),
        others: [definition({ architecture: "Arm64" })],
      },
      {
        name: "an Arm64 image on a size with Arm64 processors",
        change: edits(marketplace("Debian", "12-arm64"), set("sku.name", "Standard_D2ps_v5")),
      },
      { name: "another image", change: debian },
    ],
  },
  {
    rule: "R203",
    refused: [
      {
        name: "an administrator for a specialized image",
        change: nothing,
        others: [definition({ osState: "Specialized" })],
        at: osProfile,
      },
    ],
    accepted: [
      { name: "no administrator for a specialized image", change: remove(osProfile), others: [definition({ osState: "Specialized" })] },
      { name: "an administrator for a generalized image", change: nothing, others: [definition({})] },
    ],
  },
  {
    rule: "R223",
    refused: [
      { name: "a script extension of Windows on Linux", change: edits(debian, add(extensions, script)), at: `${extensions}[1].type` },
    ],
    accepted: [
      { name: "a script extension of Windows on Windows", change: edits(windows, add(extensions, script)) },
      { name: "a script extension where nothing says what the instances run", change: add(extensions, script) },
    ],
  },
  {
    rule: "R67-system",
    refused: [
      {
        name: "a Windows license for Linux",
        change: edits(debian, set(`${profile}.licenseType`, "Windows_Server")),
        at: `${profile}.licenseType`,
      },
      {
        name: "a Linux license for Windows",
        change: edits(windows, set(`${profile}.licenseType`, "RHEL_BYOS")),
        at: `${profile}.licenseType`,
      },
    ],
    accepted: [
      { name: "a Windows license for Windows", change: edits(windows, set(`${profile}.licenseType`, "Windows_Server")) },
      { name: "none in words", change: edits(debian, set(`${profile}.licenseType`, "None")) },
    ],
  },
];
