import { hasArmProcessor, lacksAcceleratedNetworking, seriesOf } from "../../facts/size-series";

describe("the series of a size", () => {
  it.each([
    ["B1s", "2028-11-15", "Bsv2 or Basv2"],
    ["B2ms", "2028-11-15", "Bsv2 or Basv2"],
    ["B1ls", "2028-11-15", "Bsv2 or Basv2"],
    ["A2m_v2", "2028-11-15", "Bsv2, Basv2 or Dasv6"],
    ["D1", "2028-05-01", "Dasv6, Dsv6, Dasv5 or Dsv5"],
    ["DS14", "2028-05-01", "Dasv6, Dsv6, Dasv5 or Dsv5"],
    ["D2_v2_Promo", "2028-05-01", "Dasv6, Dsv6, Dasv5 or Dsv5"],
    ["DS11-1_v2", "2028-05-01", "Dasv6, Dsv6, Dasv5 or Dsv5"],
    ["F2", "2028-11-15", "Falsv6, Dlsv6 or Dldsv5"],
    ["F4s", "2028-11-15", "Falsv6, Dlsv6 or Dldsv5"],
    ["F2s_v2", "2028-11-15", "Falsv6, Dlsv6 or Dldsv5"],
    ["G1", "2028-11-15", "Lsv4, Lasv4 or Lsv3"],
    ["GS4-8", "2028-11-15", "Lsv4, Lasv4 or Lsv3"],
    ["L8s", "2028-05-01", "Lsv4, Lasv4 or Lsv3"],
    ["L16s_v2", "2028-11-15", "Lsv4, Lasv4 or Lsv3"],
    ["M192idms_v2", "2027-03-31", undefined],
  ])("Standard_%s retires on %s, and %s take its place", (size, retires, replacement) => {
    expect(seriesOf(`Standard_${size}`)).toMatchObject({ retires, ...(replacement !== undefined && { replacement }) });
    expect(seriesOf(`Standard_${size}`)).not.toHaveProperty("isRetired");
  });

  it.each(["NC6s_v3", "NC24rs_v3", "NV12s_v3", "NV8as_v4"])("Standard_%s is gone", (size) => {
    expect(seriesOf(`Standard_${size}`)?.isRetired).toBe(true);
  });

  it.each([
    "B2ats_v2",
    "B2s_v2",
    "D2s_v5",
    "F2as_v6",
    "L8s_v3",
    "NP10s",
    "NC4as_T4_v3",
    "NC24ads_A100_v4",
    "NV6ads_A10_v5",
    "FX4mds",
    "M64s",
  ])("Standard_%s stays", (size) => {
    expect(seriesOf(`Standard_${size}`)?.retires).toBeUndefined();
  });

  it("says which generation of images alone a size boots", () => {
    const generations = ["Standard_A2_v2", "Standard_D2s_v6", "Standard_D2s_v5"].map((size) => seriesOf(size)?.boots);
    expect(generations).toEqual(["generation 1", "generation 2", undefined]);
  });

  it("is found in any case, and not for a text that names no size", () => {
    expect(seriesOf("standard_b1S")?.name).toBe("B (v1)");
    expect(seriesOf("B1s")).toBeUndefined();
  });
});

it("an Arm64 processor is the letter p after the number of processors", () => {
  expect(["Standard_B2pts_v2", "Standard_D4plds_v5", "Standard_E8-4ps_v6"].map(hasArmProcessor)).toEqual([true, true, true]);
  expect(["Standard_NP10s", "Standard_B2ats_v2", "Standard_DS1_v2", "Standard_P"].map(hasArmProcessor)).toEqual(Array(4).fill(false));
});

it("of the first B-series the three largest sizes alone have accelerated networking", () => {
  expect(["Standard_B1ls", "Standard_B2ms", "Standard_B8ms"].map(lacksAcceleratedNetworking)).toEqual([true, true, true]);
  expect(["Standard_B12ms", "Standard_B20ms", "Standard_B2s_v2"].map(lacksAcceleratedNetworking)).toEqual(Array(3).fill(false));
});
