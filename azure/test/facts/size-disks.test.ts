import { lacksPremiumDisks, localStorageOf, maximumDataDisks } from "../../facts/size-disks";

it("knows sizes without premium disks by the missing s", () => {
  expect(["Standard_F4", "Standard_D2_v3", "Standard_A2m_v2", "Standard_NC6"].map(lacksPremiumDisks)).toEqual(Array(4).fill(true));
  expect(["Standard_F4s", "Standard_DS1_v2", "Standard_M64", "Standard_B1ls", "Standard_Z1_v9"].map(lacksPremiumDisks)).toEqual(
    Array(5).fill(false),
  );
});

it("knows two data disks for each vCPU, up to 32", () => {
  expect(["Standard_B1s_v2", "Standard_D2s_v5", "Standard_E16s_v3", "Standard_E96s_v5"].map(maximumDataDisks)).toEqual([2, 4, 32, 32]);
});

it("leaves open how many data disks other sizes take", () => {
  expect(["Standard_D2s_v6", "Standard_DS2_v2", "Standard_E104is_v5"].map(maximumDataDisks)).toEqual(Array(3).fill(undefined));
});

it.each([
  ["Standard_D2s_v3", { CacheDisk: 50, ResourceDisk: 16 }],
  ["Standard_F4s_v2", { CacheDisk: 64, ResourceDisk: 32 }],
  ["Standard_D4ds_v4", { CacheDisk: 100, ResourceDisk: 150 }],
  ["Standard_E8ads_v5", { ResourceDisk: 300 }],
  ["Standard_D2ads_v6", { NvmeDisk: 110 }],
  ["Standard_D2s_v5", {}],
  ["Standard_D2ls_v4", {}],
  ["Standard_B2ats_v2", {}],
])("knows the local storage of %s", (size, storage) => {
  expect(localStorageOf(size)).toEqual(storage);
});

it("leaves open what other sizes have", () => {
  expect(["Standard_D2as_v4", "Standard_D96ads_v5", "Standard_L8s_v3", "Standard_B2s"].map(localStorageOf)).toEqual(
    Array(4).fill(undefined),
  );
});
