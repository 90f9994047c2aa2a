import { canWatchSeveral, dimensionsOf, isGuestCounter, meteredType } from "../../facts/metrics";

const scaleSets = meteredType("microsoft.compute/virtualmachinescalesets");

it("knows the dimensions of metrics, in any case", () => {
  expect(scaleSets && dimensionsOf(scaleSets, "percentage cpu")).toEqual(["VMName"]);
  expect(scaleSets && dimensionsOf(scaleSets, "OS Disk IOPS Consumed Percentage")).toEqual(["LUN", "VMName"]);
  expect(scaleSets && dimensionsOf(scaleSets, "CpuPercentage")).toBeUndefined();
});

it("knows nothing of types that it was not told of", () => {
  expect(meteredType("Microsoft.Web/serverfarms")).toBeUndefined();
});

it("knows of which types an alert watches several", () => {
  const types = ["Microsoft.Compute/virtualMachines", "microsoft.keyvault/vaults", "Microsoft.Network/loadBalancers"];
  expect(types.map(canWatchSeveral)).toEqual([true, true, false]);
});

it("tells the counters of a diagnostics extension", () => {
  expect(["\\Memory\\Available Bytes", "/builtin/memory/percentusedmemory", "Percentage CPU"].map(isGuestCounter)).toEqual([
    true,
    true,
    false,
  ]);
});
