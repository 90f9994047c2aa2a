import { diskControllersOf } from "../../facts/disk-controllers";

it("knows the sizes that have SCSI alone", () => {
  const sizes = ["Standard_D2s_v5", "Standard_D4ads_v5", "Standard_E8s_v3", "Standard_F4s_v2", "Standard_DS2_v2"];
  expect(sizes.map(diskControllersOf)).toEqual(Array(5).fill(["SCSI"]));
});

it("knows the sizes that have NVMe alone", () => {
  const sizes = ["Standard_D8s_v6", "Standard_E8as_v6", "Standard_D4als_v6", "Standard_F2as_v6", "Standard_D2ads_v7"];
  expect(sizes.map(diskControllersOf)).toEqual(Array(5).fill(["NVMe"]));
});

it("knows the sizes that have both", () => {
  expect(["Standard_E8bs_v5", "Standard_E8bds_v5"].map(diskControllersOf)).toEqual(Array(2).fill(["SCSI", "NVMe"]));
});

it("leaves open what other sizes have", () => {
  const sizes = ["Standard_B2ats_v2", "Standard_L8s_v3", "Standard_M8bds_v3", "Standard_D2ps_v6", "Standard_DC2es_v6", "large"];
  expect(sizes.map(diskControllersOf)).toEqual(Array(6).fill(undefined));
});
