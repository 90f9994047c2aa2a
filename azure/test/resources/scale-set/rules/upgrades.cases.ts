import { armId } from "../../../rules/fake-region";
import { add, edits, nothing, remove, set, unknown } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { inFlexible } from "../../../rules/valid/scale-set";

const mode = "upgradePolicy.mode";
const policy = "upgradePolicy.rollingUpgradePolicy";
const batch = `${policy}.maxBatchInstancePercent`;
const unhealthy = `${policy}.maxUnhealthyInstancePercent`;
const unhealthyUpgraded = `${policy}.maxUnhealthyUpgradedInstancePercent`;
const automatic = "upgradePolicy.automaticOSUpgradePolicy.enableAutomaticOSUpgrade";
const image = "virtualMachineProfile.storageProfile.imageReference";
const patchMode = "virtualMachineProfile.osProfile.linuxConfiguration.patchSettings.patchMode";

const flexible = edits(inFlexible, remove("overprovision"));
const galleryImage = armId("Microsoft.Compute/galleries", "tested/images/web");
const following = edits(set(automatic, true), set(`${image}.id`, galleryImage));

function fabric(typeHandlerVersion: string, durabilityLevel: string) {
  return add("virtualMachineProfile.extensionProfile.extensions", {
    name: "fabric",
    publisher: "Microsoft.Azure.ServiceFabric",
    type: "ServiceFabricLinuxNode",
    typeHandlerVersion,
    settings: { durabilityLevel },
  });
}

export const upgradeCases: RuleCases[] = [
  {
    rule: "R33",
    refused: [
      {
        name: "upgrades across zones without zones",
        change: edits(remove("zones"), set(`${policy}.enableCrossZoneUpgrade`, true)),
        at: `${policy}.enableCrossZoneUpgrade`,
      },
    ],
    accepted: [
      { name: "upgrades across three zones", change: set(`${policy}.enableCrossZoneUpgrade`, true) },
      { name: "zones that are not known yet", change: edits(unknown("zones"), set(`${policy}.enableCrossZoneUpgrade`, true)) },
    ],
  },
  {
    rule: "R34",
    refused: [
      { name: "surge with overprovisioning", change: set("overprovision", true), at: `${policy}.maxSurge` },
      { name: "surge with overprovisioning by default", change: remove("overprovision"), at: `${policy}.maxSurge` },
    ],
    accepted: [
      { name: "surge without overprovisioning", change: nothing },
      { name: "overprovisioning without surge", change: edits(set("overprovision", true), set(`${policy}.maxSurge`, false)) },
      { name: "surge in a Flexible set", change: flexible },
    ],
  },
  {
    rule: "R35",
    refused: [
      { name: "batches of 4 %", change: set(batch, 4), at: batch },
      { name: "batches of 101 %", change: edits(set(batch, 101), remove(unhealthy), set("sku.capacity", 5)), at: batch },
      { name: "4 % unhealthy", change: edits(set(unhealthy, 4), remove(batch)), at: unhealthy },
      { name: "101 % unhealthy", change: set(unhealthy, 101), at: unhealthy },
      { name: "less than 0 % unhealthy after the upgrade", change: set(unhealthyUpgraded, -1), at: unhealthyUpgraded },
      { name: "101 % unhealthy after the upgrade", change: set(unhealthyUpgraded, 101), at: unhealthyUpgraded },
    ],
    accepted: [
      { name: "batches of 5 %", change: set(batch, 5) },
      { name: "all at once", change: edits(set(batch, 100), set(unhealthy, 100)) },
      { name: "0 % unhealthy after the upgrade", change: set(unhealthyUpgraded, 0) },
      { name: "100 % unhealthy after the upgrade", change: set(unhealthyUpgraded, 100) },
    ],
  },
  {
    rule: "R35-batch",
    refused: [{ name: "batches of 68 % where 67 % may be unhealthy", change: set(batch, 68), at: batch }],
    accepted: [
      { name: "batches of 67 % where 67 % may be unhealthy", change: set(batch, 67) },
      { name: "batches where nothing is said of unhealthy instances", change: edits(set(batch, 50), remove(unhealthy)) },
    ],
  },
  {
    rule: "R35-pause",
    refused: [
      { name: "a pause in words", change: set(`${policy}.pauseTimeBetweenBatches`, "30 seconds"), at: `${policy}.pauseTimeBetweenBatches` },
    ],
    accepted: [{ name: "no pause", change: set(`${policy}.pauseTimeBetweenBatches`, "PT0S") }],
  },
  {
    rule: "R36",
    refused: [{ name: "an overprovisioned Flexible set", change: edits(flexible, set("overprovision", true)), at: "overprovision" }],
    accepted: [
      { name: "a Flexible set that says it does not overprovision", change: edits(flexible, set("overprovision", false)) },
      { name: "an overprovisioned Uniform set", change: edits(set("overprovision", true), remove(`${policy}.maxSurge`)) },
    ],
  },
  {
    rule: "R39",
    refused: [
      { name: "patches by the platform for a Uniform set", change: set(patchMode, "AutomaticByPlatform"), at: patchMode },
      {
        name: "patches by the platform where no mode is given",
        change: edits(remove("orchestrationMode"), set(patchMode, "AutomaticByPlatform")),
        at: patchMode,
      },
    ],
    accepted: [
      { name: "patches by the image", change: set(patchMode, "ImageDefault") },
      { name: "patches by the platform for a Flexible set", change: edits(flexible, set(patchMode, "AutomaticByPlatform")) },
    ],
  },
  {
    rule: "R76",
    refused: [{ name: "automatic OS upgrades with surge in a Flexible set", change: edits(flexible, following), at: automatic }],
    accepted: [
      {
        name: "automatic OS upgrades without surge in a Flexible set",
        change: edits(flexible, following, set(`${policy}.maxSurge`, false)),
      },
      { name: "automatic OS upgrades with surge in a Uniform set", change: following },
    ],
  },
  {
    rule: "R296-fabric",
    refused: [
      { name: "an extension of version 1.0", change: edits(following, fabric("1.0", "Silver")), at: automatic },
      { name: "a durability of Bronze", change: edits(following, fabric("1.1", "Bronze")), at: automatic },
    ],
    accepted: [
      { name: "version 1.1 and Silver", change: edits(following, fabric("1.1", "Silver")) },
      { name: "Bronze without automatic OS upgrades", change: fabric("1.1", "Bronze") },
    ],
  },
  {
    rule: "R76-latest",
    refused: [
      { name: "a pinned gallery image version", change: set(automatic, true), at: automatic },
      {
        name: "a managed image",
        change: edits(set(automatic, true), set(`${image}.id`, armId("Microsoft.Compute/images", "web"))),
        at: automatic,
      },
      {
        name: "a pinned marketplace version",
        change: edits(
          set(automatic, true),
          set(image, { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "24.04.202601010" }),
        ),
        at: automatic,
      },
    ],
    accepted: [
      { name: "a gallery image without a version", change: following },
      {
        name: "the latest marketplace version",
        change: edits(
          set(automatic, true),
          set(image, { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" }),
        ),
      },
      { name: "a pinned version without automatic OS upgrades", change: nothing },
    ],
  },
  {
    rule: "R76-health",
    refused: [
      {
        name: "automatic OS upgrades without a source of health",
        change: edits(following, set(mode, "Manual"), remove("automaticRepairsPolicy"), remove("virtualMachineProfile.extensionProfile")),
        at: automatic,
      },
    ],
    accepted: [{ name: "automatic OS upgrades with the extension", change: edits(following, set(mode, "Manual")) }],
  },
  {
    rule: "T5",
    refused: [{ name: "automatic upgrades", change: set(mode, "Automatic"), at: mode }],
    accepted: [
      { name: "rolling upgrades", change: nothing },
      { name: "manual upgrades", change: set(mode, "Manual") },
    ],
  },
  {
    rule: "T6",
    refused: [
      { name: "49 % of two instances", change: set(unhealthy, 49), at: unhealthy },
      { name: "33 % of three instances", change: edits(set("sku.capacity", 3), set(batch, 33), set(unhealthy, 33)), at: unhealthy },
      { name: "the default of 20 % of three instances", change: edits(set("sku.capacity", 3), remove(unhealthy)), at: unhealthy },
    ],
    accepted: [
      { name: "50 % of two instances", change: set(unhealthy, 50) },
      { name: "34 % of three instances", change: edits(set("sku.capacity", 3), set(unhealthy, 34)) },
      { name: "the default of 20 % of five instances", change: edits(set("sku.capacity", 5), remove(unhealthy)) },
      { name: "49 % of two instances that are upgraded by hand", change: edits(set(mode, "Manual"), set(unhealthy, 49)) },
    ],
  },
  {
    rule: "R296",
    refused: [
      {
        name: "Debian",
        change: edits(following, set(image, { publisher: "Debian", offer: "debian-12", sku: "12-gen2", version: "latest" })),
        at: automatic,
      },
    ],
    accepted: [
      {
        name: "Ubuntu",
        change: edits(following, set(image, { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" })),
      },
      { name: "an image of a gallery", change: following },
    ],
  },
];
