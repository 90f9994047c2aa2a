import { cpuCreditsOf } from "../../facts/size-credits";

describe("the CPU credits of a size", () => {
  it.each([
    ["Standard_B1ls2", 5, 30, 3, 72],
    ["Standard_B1s", 10, 30, 6, 144],
    ["Standard_B8ms", 17, 240, 81, 1994],
    ["Standard_B2ts_v2", 20, 60, 24, 576],
    ["Standard_B2ats_v2", 20, 60, 24, 576],
    ["standard_b4pls_v2", 30, 120, 72, 1728],
    ["Standard_B8als_v2", 30, 240, 144, 3456],
    ["Standard_B32as_v2", 40, 960, 768, 18_432],
  ])("are, for %s, those of Microsoft's table", (size, baselinePercent, initial, bankedPerHour, maximum) => {
    expect(cpuCreditsOf(size)).toEqual({ baselinePercent, initial, bankedPerHour, maximum });
  });

  it.each(["Standard_D2s_v5", "Standard_B1s_v3", "B1s", ""])("are none for %j", (size) => {
    expect(cpuCreditsOf(size)).toBeUndefined();
  });
});
