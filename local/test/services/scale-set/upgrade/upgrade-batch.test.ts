import type { Instance } from "../../../../region/services/scale-set/instance";
import { chooseBatch } from "../../../../region/services/scale-set/upgrade/upgrade-batch";
import { rollingUpgradePolicy } from "../../../../region/services/scale-set/upgrade/upgrade-policy";
import { changed, instances, inZones } from "../instances";
import { proves } from "../../../support/proves";

function chosen(all: readonly Instance[], declared: Parameters<typeof rollingUpgradePolicy>[0] = {}): string[] {
  return chooseBatch(rollingUpgradePolicy(declared), all, all).instances.map(({ id }) => id);
}

describe("choosing the next batch of a rolling upgrade", () => {
  it("A batch has maxBatchInstancePercent of the set, rounded down, and at least one", () => {
    proves("upgrade-batch-size");
    expect(chosen(instances(10))).toEqual(["0", "1"]);
    expect(chosen(instances(14))).toHaveLength(2);
    expect(chosen(instances(15))).toHaveLength(3);
    expect(chosen(instances(5))).toHaveLength(1);
    expect(chosen(instances(2))).toHaveLength(1);
    expect(chosen(instances(3), { maxBatchInstancePercent: 34, maxUnhealthyInstancePercent: 67 })).toHaveLength(1);
    expect(chosen(instances(3), { maxBatchInstancePercent: 67, maxUnhealthyInstancePercent: 67 })).toHaveLength(2);
    expect(chosen(instances(3), { maxBatchInstancePercent: 100, maxUnhealthyInstancePercent: 100 })).toHaveLength(3);
  });

  it("A batch stays within one zone, and one zone follows the other, unless enableCrossZoneUpgrade is set", () => {
    proves("upgrade-zone-by-zone");
    const all = inZones({ 2: [0, 3], 10: [1], 1: [2, 4, 5] });
    const half = { maxBatchInstancePercent: 50, maxUnhealthyInstancePercent: 50 };
    expect(chosen(all, half)).toEqual(["2", "4", "5"]);
    expect(chosen(inZones({ 10: [1], 2: [0, 3], 1: [] }), { maxBatchInstancePercent: 100, maxUnhealthyInstancePercent: 100 })).toEqual([
      "0",
      "3",
    ]);
    expect(
      chosen(inZones({ 2: [0, 3], 1: [2] }), {
        maxBatchInstancePercent: 100,
        maxUnhealthyInstancePercent: 100,
        enableCrossZoneUpgrade: true,
      }),
    ).toEqual(["2", "0", "3"]);
  });

  it("prioritizeUnhealthyInstances upgrades all unhealthy instances before any healthy one", () => {
    proves("upgrade-unhealthy-first");
    const all = changed(inZones({ 1: [0, 1, 2, 3], 2: [4, 5, 6], 3: [7, 8, 9] }), [5, 9], { health: "Unhealthy" });
    const half = { maxBatchInstancePercent: 50, maxUnhealthyInstancePercent: 50 };
    expect(chosen(all, { ...half, prioritizeUnhealthyInstances: true })).toEqual(["5"]);
    expect(chosen(all, { ...half, prioritizeUnhealthyInstances: true, enableCrossZoneUpgrade: true })).toEqual(["5", "9"]);
    expect(chosen(all, half)).toEqual(["0", "1", "2"]);
    expect(chosen(inZones({ 1: [0, 1], 2: [2] }), { ...half, prioritizeUnhealthyInstances: true })).toEqual(["0"]);
  });

  it("counts a failed instance as unhealthy", () => {
    const all = changed(instances(5), [3], { provisioningState: "Failed", health: undefined });
    expect(chosen(all, { prioritizeUnhealthyInstances: true })).toEqual(["3"]);
  });

  it("Unhealthy instances elsewhere make a batch smaller, so that maxUnhealthyInstancePercent holds during it", () => {
    proves("upgrade-smaller-batch");
    expect(chosen(changed(instances(10), [9], { health: "Unhealthy" }))).toEqual(["0"]);
    expect(chosen(changed(instances(10), [0], { health: "Unhealthy" }))).toEqual(["0", "1"]);
    expect(chosen(changed(instances(10), [8, 9], { health: "Unknown" }))).toEqual(["0"]);
  });

  it("does not make a batch smaller with maxSurge, which takes nothing down", () => {
    expect(chosen(changed(instances(10), [9], { health: "Unhealthy" }), { maxSurge: true })).toEqual(["0", "1"]);
  });

  it("says how large a batch may be, and where it is", () => {
    const all = inZones({ 1: [0, 1], 2: [2] });
    expect(chooseBatch(rollingUpgradePolicy({}), all, all).reason).toBe("a batch has at most 1 by maxBatchInstancePercent 20, zone 1");
  });
});
