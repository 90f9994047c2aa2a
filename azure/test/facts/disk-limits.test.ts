import { osDiskOperationsPerSecond } from "../../facts/disk-limits";

describe("the operations a second of an operating system disk", () => {
  it("grow with the size of a premium disk, up to each tier's bound", () => {
    expect([30, 32, 33, 128, 129, 1024, 4095].map((size) => osDiskOperationsPerSecond("Premium_LRS", size))).toEqual([
      120, 120, 240, 500, 1100, 5000, 7500,
    ]);
  });

  it("are the same for standard disks of all sizes, and for a type that is not declared", () => {
    expect(osDiskOperationsPerSecond("StandardSSD_LRS", 30)).toBe(500);
    expect(osDiskOperationsPerSecond("standard_lrs", 4095)).toBe(500);
    expect(osDiskOperationsPerSecond(undefined)).toBe(500);
  });
});
