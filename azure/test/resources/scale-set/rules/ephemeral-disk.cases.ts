import { edits, remove, set } from "../../../rules/edits";
import type { RuleCases } from "../../../rules/cases";
import { inSpot } from "../../../rules/valid/scale-set";

const profile = "virtualMachineProfile";
const storage = `${profile}.storageProfile`;
const osDisk = `${storage}.osDisk`;
const size = `${osDisk}.diskSizeGB`;

function marketplace(publisher: string, offer: string, sku: string) {
  return set(`${storage}.imageReference`, { publisher, offer, sku, version: "latest" });
}

const debian = marketplace("Debian", "debian-12", "12-gen2");
const windows = (sku: string) =>
  edits(
    marketplace("MicrosoftWindowsServer", "WindowsServer", sku),
    set(`${profile}.osProfile`, {
      computerNamePrefix: "web",
      adminUsername: "azureuser",
      adminPassword: "Correct-horse-9",
      windowsConfiguration: {},
    }),
    remove(`${profile}.extensionProfile`),
    remove("automaticRepairsPolicy"),
    set("upgradePolicy.mode", "Manual"),
  );

/** An ephemeral OS disk of a size that has local storage. */
function ephemeral(vmSize: string, placement?: string) {
  return edits(
    set("sku.name", vmSize),
    set(`${osDisk}.caching`, "ReadOnly"),
    set(`${osDisk}.diffDiskSettings`, { option: "Local", ...(placement !== undefined && { placement }) }),
  );
}

export const ephemeralDiskCases: RuleCases[] = [
  {
    rule: "R195",
    refused: [
      { name: "29 GB for a Debian image", change: edits(debian, set(size, 29)), at: size },
      { name: "64 GB for a Windows image", change: edits(windows("2022-datacenter-g2"), set(size, 64)), at: size },
    ],
    accepted: [
      { name: "30 GB for a Debian image", change: edits(debian, set(size, 30)) },
      { name: "64 GB for a small Windows image", change: edits(windows("2022-datacenter-smalldisk-g2"), set(size, 64)) },
      { name: "1 GB for an image of one's own", change: set(size, 1) },
    ],
  },
  {
    rule: "R197",
    refused: [
      {
        name: "an ephemeral disk that is cached for writing",
        change: edits(ephemeral("Standard_D4ds_v5"), set(`${osDisk}.caching`, "ReadWrite")),
        at: `${osDisk}.caching`,
      },
    ],
    accepted: [{ name: "an ephemeral disk that is cached for reading", change: ephemeral("Standard_D4ds_v5") }],
  },
  {
    rule: "R198",
    refused: ["Standard_D2s_v5", "Standard_D16ps_v5", "Standard_B2ats_v2", "Standard_E4s_v4"].map((vmSize) => ({
      name: `an ephemeral disk of ${vmSize}`,
      change: ephemeral(vmSize),
      at: `${osDisk}.diffDiskSettings`,
    })),
    accepted: ["Standard_D2ds_v5", "Standard_D2s_v3", "Standard_D2as_v4", "Standard_Z1s_v9"].map((vmSize) => ({
      name: `an ephemeral disk of ${vmSize}`,
      change: ephemeral(vmSize),
    })),
  },
  {
    rule: "R198-placement",
    refused: [
      ["Standard_D48d_v4", "CacheDisk"],
      ["Standard_D4lds_v5", "CacheDisk"],
      ["Standard_D8ds_v6", "CacheDisk"],
      ["Standard_D8alds_v6", "ResourceDisk"],
      ["Standard_E4bds_v5", "NvmeDisk"],
      ["Standard_F4s_v2", "NvmeDisk"],
    ].map(([vmSize, placement]) => ({
      name: `${placement} on ${vmSize}`,
      change: ephemeral(vmSize, placement),
      at: `${osDisk}.diffDiskSettings.placement`,
    })),
    accepted: [
      ["Standard_D48d_v4", "ResourceDisk"],
      ["Standard_D8ds_v6", "NvmeDisk"],
      ["Standard_D4ds_v4", "CacheDisk"],
      ["Standard_Z1s_v9", "CacheDisk"],
    ].map(([vmSize, placement]) => ({ name: `${placement} on ${vmSize}`, change: ephemeral(vmSize, placement) })),
  },
  {
    rule: "R199",
    refused: [
      { name: "51 GB in the cache of Standard_D2s_v3", change: edits(ephemeral("Standard_D2s_v3", "CacheDisk"), set(size, 51)), at: size },
      {
        name: "a Windows image on the temporary disk of Standard_D2ds_v5",
        change: edits(windows("2022-datacenter-g2"), ephemeral("Standard_D2ds_v5")),
        at: size,
      },
      {
        name: "75 GB with trusted launch",
        change: edits(
          ephemeral("Standard_D2ads_v5", "ResourceDisk"),
          set(size, 75),
          set(`${profile}.securityProfile.securityType`, "TrustedLaunch"),
        ),
        at: size,
      },
    ],
    accepted: [
      { name: "50 GB in the cache of Standard_D2s_v3", change: edits(ephemeral("Standard_D2s_v3", "CacheDisk"), set(size, 50)) },
      { name: "75 GB without trusted launch", change: edits(ephemeral("Standard_D2ads_v5", "ResourceDisk"), set(size, 75)) },
      { name: "a Debian image where Azure chooses the place", change: edits(debian, ephemeral("Standard_D2s_v3")) },
    ],
  },
  {
    rule: "R200",
    refused: [
      {
        name: "ephemeral disks of Spot instances that are deallocated, by default",
        change: edits(inSpot, ephemeral("Standard_D4ds_v5"), noNotification()),
        at: `${profile}.evictionPolicy`,
      },
    ],
    accepted: [
      {
        name: "ephemeral disks of Spot instances that are deleted",
        change: edits(inSpot, ephemeral("Standard_D4ds_v5"), noNotification(), set(`${profile}.evictionPolicy`, "Delete")),
      },
    ],
  },
];

function noNotification() {
  return remove(`${profile}.scheduledEventsProfile`);
}
