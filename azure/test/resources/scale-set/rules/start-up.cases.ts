import { edits, nothing, remove, set } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";

const osProfile = "virtualMachineProfile.osProfile";
const customData = `${osProfile}.customData`;
const userData = "virtualMachineProfile.userData";
const licenseType = "virtualMachineProfile.licenseType";

const bytes = (count: number) => Buffer.alloc(count, "#").toString("base64");

const storageUri = "virtualMachineProfile.diagnosticsProfile.bootDiagnostics.storageUri";
const signal = "virtualMachineProfile.osProfile.requireGuestProvisionSignal";

export const startUpCases: RuleCases[] = [
  {
    rule: "R65",
    refused: [
      { name: "a script that is not encoded", change: edits(set(customData, "#!/bin/sh"), remove(userData)), at: customData },
      { name: "65536 bytes", change: edits(set(customData, bytes(65_536)), remove(userData)), at: customData },
    ],
    accepted: [{ name: "65535 bytes", change: edits(set(customData, bytes(65_535)), remove(userData)) }],
  },
  {
    rule: "R452",
    refused: [{ name: "instances that say nothing", change: set(signal, false), at: signal }],
    accepted: [{ name: "instances that say so", change: set(signal, true) }],
  },
  {
    rule: "R66",
    refused: [
      { name: "a script that is not encoded", change: set(userData, "#!/bin/sh"), at: userData },
      { name: "65537 bytes", change: set(userData, bytes(65_537)), at: userData },
    ],
    accepted: [
      { name: "65536 bytes", change: set(userData, bytes(65_536)) },
      { name: "an empty text, which deletes it", change: set(userData, "") },
      { name: "base64 with line breaks", change: set(userData, "I2Nsb3Vk\nLWNvbmZpZw==\n") },
    ],
  },
  {
    rule: "R67",
    refused: [
      { name: "Other, which the portal shows for none", change: set(licenseType, "Other"), at: licenseType },
      { name: "a known type in lower case", change: set(licenseType, "rhel_byos"), at: licenseType },
      { name: "an empty text", change: set(licenseType, ""), at: licenseType },
    ],
    accepted: [
      { name: "RHEL_BYOS", change: set(licenseType, "RHEL_BYOS") },
      { name: "None", change: set(licenseType, "None") },
    ],
  },
  {
    rule: "T17",
    refused: [{ name: "custom data and user data", change: set(customData, bytes(10)), at: userData }],
    accepted: [
      { name: "user data alone", change: nothing },
      { name: "empty custom data", change: set(customData, "") },
    ],
  },
  {
    rule: "R299",
    refused: ["webdiagnostics", "https://web.file.core.windows.net/", "https://web.blob.core.windows.net/container"].map((uri) => ({
      name: uri,
      change: set(storageUri, uri),
      at: storageUri,
    })),
    accepted: [{ name: "an account's blobs", change: set(storageUri, "https://web.blob.core.windows.net/") }],
  },
];
