import { edits, remove, set } from "../edits";

/** Gives the valid scale set Windows instances, without the health extension that is for Linux. */
export const onWindows = edits(
  set("virtualMachineProfile.storageProfile.imageReference", {
    publisher: "MicrosoftWindowsServer",
    offer: "WindowsServer",
    sku: "2022-datacenter-g2",
    version: "latest",
  }),
  set("virtualMachineProfile.osProfile", {
    computerNamePrefix: "web",
    adminUsername: "azureuser",
    adminPassword: "Correct-horse-9",
    windowsConfiguration: { provisionVMAgent: true },
  }),
  set("virtualMachineProfile.extensionProfile.extensions", []),
  remove("automaticRepairsPolicy"),
  set("upgradePolicy.mode", "Manual"),
);
